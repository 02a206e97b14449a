// Starts an attempt at a quiz: the paper is drawn from a seed of its own and frozen with the rule and the clock. One open attempt at a
// time. Starts in an exam are another room's.
import type { QuizLesson } from '@onetouch/contract';
import { canStartAttempt, completeRule, deadlineOf, planGaps, type StartVerdict } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { doneLessonIds, type LockedEnrolment, lockEnrolment } from '../enrolments/locked-enrolment.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { Throttle } from '../platform/throttle.js';
import { openAttempts } from './open-attempt.js';
import { drawPapers } from './papers.js';
import { isInside, isRightCode } from './quiz-gate.js';
import { attemptsSoFar, extraOf, windowOf } from './standing.js';

export interface StartWish {
  enrolmentId: string;
  lessonId: string;
  personId: string;
  accessCode: string | undefined;
  device: string | undefined;
  /** Where the request comes from. */
  address: string;
}

interface PinnedQuiz {
  version: PublishedVersion;
  quiz: QuizLesson;
}

const findVersion: Statement = {
  name: 'quizzes.find-version',
  text: 'SELECT version_id AS "versionId" FROM enrolment WHERE id = $1 AND person_id = $2',
};

/** The content lessons that keep a quiz closed. */
export function lockingLessons(quiz: QuizLesson, version: PublishedVersion, done: ReadonlySet<string>) {
  if (!quiz.rule.requiresLessons) return [];
  return version.lessons.filter((lesson) => lesson.kind === 'content' && !done.has(lesson.id));
}

const codes = {
  locked: 'quiz.locked',
  'no-attempts-left': 'quiz.no-attempts-left',
  over: 'quiz.over',
  pause: 'quiz.pause',
  'not-open': 'quiz.not-open',
} as const;

function refuse(verdict: StartVerdict): void {
  if (verdict.can) return;
  throw new Problem(codes[verdict.because], verdict.at ? { retryAt: verdict.at } : {});
}

@Injectable()
export class StartAttempt {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** The id of a new attempt, or of the open one; however many tabs press start, it is one. */
  async start(wish: StartWish): Promise<string> {
    const pinned = await this.pinned(wish);
    // Asked outside the transaction, because the counters have connections of their own.
    const isAdmitted = await this.isAdmitted(wish, pinned.quiz);
    return this.database.transaction(async (transaction) => {
      const enrolment = await lockEnrolment(transaction, wish.enrolmentId, wish.personId);
      if (!enrolment) throw new Problem('enrolment.not-found');
      const attempts = await attemptsSoFar(transaction, wish.enrolmentId, wish.lessonId);
      const open = attempts.find((attempt) => !attempt.submittedAt);
      if (open) return open.id;
      const done = pinned.quiz.rule.requiresLessons
        ? await doneLessonIds(transaction, wish.enrolmentId)
        : new Set<string>();
      const lockedBy = lockingLessons(pinned.quiz, pinned.version, done).map((lesson) => lesson.id);
      const extra = await extraOf(transaction, wish.enrolmentId, wish.lessonId);
      const rule = completeRule(pinned.quiz.rule);
      refuse(canStartAttempt({ ...windowOf(rule, extra, this.clock.now()), rule, attempts, lockedBy }));
      if (!isAdmitted) throw new Problem('quiz.access-code');
      const number = Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1;
      return this.open(transaction, enrolment, { wish, pinned, number, extraSeconds: extra.minutes * 60 });
    });
  }

  /** Read before the transaction: in a rush after a restart all connections would be held by those who wait for one to read it. */
  private async pinned({ enrolmentId, lessonId, personId }: StartWish): Promise<PinnedQuiz> {
    const row = await this.database.row<{ versionId: string }>(findVersion, [enrolmentId, personId]);
    if (!row) throw new Problem('enrolment.not-found');
    const version = await this.versions.get(row.versionId);
    const quiz = version.lessonById.get(lessonId)?.lesson;
    if (quiz?.kind !== 'quiz') throw new Problem('lesson.not-found');
    return { version, quiz };
  }

  /** Whether the code is right; refuses other networks, and whoever tries codes in a row. */
  private async isAdmitted(
    { enrolmentId, accessCode, address }: StartWish,
    quiz: QuizLesson,
  ): Promise<boolean> {
    if (!quiz.gate) return true;
    if (!isInside(quiz.gate.networks, address)) throw new Problem('quiz.network');
    if (quiz.gate.accessCode === undefined) return true;
    if (accessCode === undefined) return false;
    // Before the comparison, and given back when the code is right: of many tries at once none slips through uncounted.
    await this.throttle.consume('quiz-code.enrolment', enrolmentId);
    if (!isRightCode(quiz.gate, accessCode)) return false;
    await this.throttle.giveBack('quiz-code.enrolment', enrolmentId);
    return true;
  }

  private async open(
    transaction: Transaction,
    enrolment: LockedEnrolment,
    start: { wish: StartWish; pinned: PinnedQuiz; number: number; extraSeconds: number },
  ): Promise<string> {
    const { wish, number, extraSeconds } = start;
    const { version, quiz } = start.pinned;
    const [rule, now] = [completeRule(quiz.rule), this.clock.now()];
    if (rule.paper && planGaps(rule, quiz.questions).length > 0) throw new Problem('quiz.too-few-questions');
    const [drawn] = await drawPapers(transaction, { version, lessonId: quiz.id, rule, count: 1, now });
    if (!drawn) throw new Error('a paper was drawn and is not there');
    const closesAt = rule.closesAt === null ? null : new Date(rule.closesAt);
    const deadlineAt = deadlineOf({
      startedAt: now,
      timeLimitMinutes: rule.timeLimitMinutes,
      extraSeconds,
      closesAt,
    });
    const { neededPoints, possiblePoints } = drawn.paper;
    const [opened] = await openAttempts(transaction, [
      {
        ...{ personId: wish.personId, enrolmentId: enrolment.id, lessonId: quiz.id, versionId: version.id },
        ...{ examId: null, number, paperId: drawn.id, rule, startedAt: now, deadlineAt, extraSeconds },
        ...{ device: wish.device ?? null, isHeld: false, neededPoints, possiblePoints },
      },
    ]);
    if (!opened) throw new Error('an attempt was opened and is not there');
    return opened.id;
  }
}
