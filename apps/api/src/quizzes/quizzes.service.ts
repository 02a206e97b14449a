// Reading quizzes, attempts and results. Starting, saving and submitting have files of their own.
import type { Attempt, AttemptResult, Quiz, QuizLesson } from '@onetouch/contract';
import { attemptsLeft, completeRule, countingAttempt, nextAttemptAt, passCount } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { datedAttempts, doneLessons, passedQuizzes } from '../enrolments/enrolment-facts.js';
import { type EnrolmentFacts, EnrolmentsQueries } from '../enrolments/enrolments.queries.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { lastWorkAt } from './last-work.js';
import { presentAttempt, presentSummary, shownRule } from './present-attempt.js';
import { presentResult } from './present-result.js';
import { QuizzesQueries } from './quizzes.queries.js';
import { noteRead } from './seen-answers.js';
import { answersTakenUntil, attemptsSoFar, extraOf, windowOf } from './standing.js';
import { lockingLessons, StartAttempt, type StartWish } from './start-attempt.js';

const noExtra = { minutes: 0, attempts: 0 };

@Injectable()
export class QuizzesService {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentsQueries,
    private readonly queries: QuizzesQueries,
    private readonly versions: PublishedVersions,
    private readonly starting: StartAttempt,
    private readonly clock: Clock,
  ) {}

  /** The rule of a quiz and how the person stands to it. */
  async read(enrolmentId: string, lessonId: string, personId: string): Promise<Quiz> {
    const facts = await this.enrolments.find(enrolmentId, personId);
    if (!facts) throw new Problem('enrolment.not-found');
    const version = await this.versions.get(facts.versionId);
    const quiz = version.lessonById.get(lessonId)?.lesson;
    if (quiz?.kind !== 'quiz') throw new Problem('lesson.not-found');
    return this.present(facts, version, quiz);
  }

  private async present(facts: EnrolmentFacts, version: PublishedVersion, quiz: QuizLesson): Promise<Quiz> {
    const rule = completeRule(quiz.rule);
    const extra = await extraOf(this.database, facts.id, quiz.id);
    const attempts = facts.attempts.filter(({ lessonId, examId }) => lessonId === quiz.id && examId === null);
    const dated = datedAttempts(attempts);
    const locking = lockingLessons(quiz, version, new Set(doneLessons(facts).keys()));
    const window = windowOf(rule, extra, this.clock.now());
    return {
      enrolmentId: facts.id,
      lessonId: quiz.id,
      courseSlug: facts.courseSlug,
      courseTitle: version.document.title,
      title: quiz.title,
      minutes: quiz.minutes,
      rule: shownRule(rule),
      needsAccessCode: quiz.gate?.accessCode !== undefined,
      timeLimitMinutes: rule.timeLimitMinutes && rule.timeLimitMinutes + extra.minutes,
      attemptsAllowed: rule.attemptsAllowed + extra.attempts,
      passCount: passCount(rule),
      attempts: attempts.map(presentSummary),
      countingAttemptId: countingAttempt(rule, attempts)?.id ?? null,
      attemptsLeft: attemptsLeft(rule, dated, extra.attempts),
      nextAttemptAt: nextAttemptAt(rule, dated, window)?.toISOString() ?? null,
      openAttemptId: attempts.find((attempt) => !attempt.submittedAt)?.id ?? null,
      lockedBy: locking.map((lesson) => ({ lessonId: lesson.id, title: lesson.title })),
      hasPassed: passedQuizzes(facts).has(quiz.id),
    };
  }

  /** Starts, or goes on with the open attempt, and answers its paper. */
  async start(wish: StartWish): Promise<Attempt> {
    return this.readAttempt(await this.starting.start(wish), wish.personId);
  }

  /** The paper with the answers saved so far. */
  async readAttempt(attemptId: string, personId: string): Promise<Attempt> {
    const attempt = await this.queries.find(attemptId, personId);
    if (!attempt) throw new Problem('attempt.not-found');
    const { enrolmentId, lessonId, versionId, examId, rule } = attempt;
    const [version, answers, extra] = await Promise.all([
      this.versions.get(versionId),
      this.queries.answers(attemptId),
      examId === null ? extraOf(this.database, enrolmentId, lessonId) : noExtra,
    ]);
    const attemptsAllowed = rule.attemptsAllowed + extra.attempts;
    return presentAttempt({ attempt, answers, version, attemptsAllowed, now: this.clock.now() });
  }

  /** The result of a submitted attempt, with as much as its rule shows now. */
  async readResult(attemptId: string, personId: string): Promise<AttemptResult> {
    const attempt = await this.queries.find(attemptId, personId);
    if (!attempt) throw new Problem('attempt.not-found');
    if (!attempt.submittedAt) throw new Problem('attempt.not-submitted');
    const { enrolmentId, lessonId, examId, rule, versionId } = attempt;
    const now = this.clock.now();
    const [version, answers, attempts, extra, takenUntil, closesAt] = await Promise.all([
      this.versions.get(versionId),
      this.queries.markedAnswers(attemptId),
      attemptsSoFar(this.database, enrolmentId, lessonId),
      extraOf(this.database, enrolmentId, lessonId),
      answersTakenUntil(this.database, enrolmentId, lessonId),
      lastWorkAt(this.database, { lessonId, examId, rule, now }),
    ]);
    const facts = { attempt, answers, attempts, extra, closesAt, takenUntil, version, now };
    const result = presentResult(facts);
    const isRead = (result.shows.feedback || result.shows.key) && attempt.keyReadAt === null;
    if (isRead && !(await noteRead(this.database, attemptId, now)))
      throw new Problem('attempt.not-submitted');
    return result;
  }
}
