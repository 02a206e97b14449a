// Reading quizzes, attempts and results. Starting, saving and submitting have files of their own.
import type { Attempt, AttemptResult, Quiz } from '@onetouch/contract';
import { attemptsLeft, nextAttemptAt, passCount } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { datedAttempts, doneLessons } from '../enrolments/enrolment-facts.js';
import { EnrolmentsQueries } from '../enrolments/enrolments.queries.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/http/problem.js';
import { presentAttempt, presentResult, presentSummary } from './present-attempt.js';
import { QuizzesQueries } from './quizzes.queries.js';
import { lockingLessons } from './start-attempt.js';
import { SubmitAttempt } from './submit-attempt.js';

@Injectable()
export class QuizzesService {
  constructor(
    private readonly enrolments: EnrolmentsQueries,
    private readonly queries: QuizzesQueries,
    private readonly versions: PublishedVersions,
    private readonly submission: SubmitAttempt,
    private readonly clock: Clock,
  ) {}

  /** The rule of a quiz and how the person stands to it. */
  async read(enrolmentId: string, lessonId: string, personId: string): Promise<Quiz> {
    const facts = await this.enrolments.find(enrolmentId, personId);
    if (!facts) throw new Problem('enrolment.not-found');
    const version = await this.versions.get(facts.versionId);
    const quiz = version.lessonById.get(lessonId)?.lesson;
    if (quiz?.kind !== 'quiz') throw new Problem('lesson.not-found');
    const attempts = facts.attempts.filter((attempt) => attempt.lessonId === lessonId);
    const dated = datedAttempts(attempts);
    const locking = lockingLessons(quiz, version, new Set(doneLessons(facts).keys()));
    return {
      enrolmentId,
      lessonId,
      courseSlug: facts.courseSlug,
      courseTitle: version.document.title,
      title: quiz.title,
      minutes: quiz.minutes,
      rule: quiz.rule,
      passCount: passCount(quiz.rule),
      attempts: attempts.map(presentSummary),
      attemptsLeft: attemptsLeft(quiz.rule, dated),
      nextAttemptAt: nextAttemptAt(quiz.rule, dated, this.clock.now())?.toISOString() ?? null,
      openAttemptId: attempts.find((attempt) => !attempt.submittedAt)?.id ?? null,
      lockedBy: locking.map((lesson) => ({ lessonId: lesson.id, title: lesson.title })),
      hasPassed: attempts.some((attempt) => attempt.hasPassed === true),
    };
  }

  /** The paper with the answers saved so far. */
  async readAttempt(attemptId: string, personId: string): Promise<Attempt> {
    const attempt = await this.queries.find(attemptId, personId);
    if (!attempt) throw new Problem('attempt.not-found');
    const version = await this.versions.get(attempt.versionId);
    return presentAttempt(attempt, await this.queries.answers(attemptId), version);
  }

  async submit(attemptId: string, personId: string): Promise<AttemptResult> {
    await this.submission.submit(attemptId, personId);
    return this.readResult(attemptId, personId);
  }

  async readResult(attemptId: string, personId: string): Promise<AttemptResult> {
    const attempt = await this.queries.find(attemptId, personId);
    if (!attempt) throw new Problem('attempt.not-found');
    if (!attempt.submittedAt) throw new Problem('attempt.not-submitted');
    const facts = await this.enrolments.find(attempt.enrolmentId, personId);
    const attempts = (facts?.attempts ?? []).filter((one) => one.lessonId === attempt.lessonId);
    return presentResult({
      attempt,
      attempts,
      version: await this.versions.get(attempt.versionId),
      now: this.clock.now(),
    });
  }
}
