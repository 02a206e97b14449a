// Starts an attempt: the paper is drawn from a seed of its own and frozen with the rule. One open attempt at a time.
import { randomUUID } from 'node:crypto';
import type { Attempt, QuizLesson } from '@onetouch/contract';
import { type AttemptFact, canStartAttempt, drawPaper, type StartVerdict } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import {
  doneLessonIds,
  type LockedEnrolment,
  lockEnrolment,
  markStarted,
} from '../enrolments/locked-enrolment.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { presentAttempt } from './present-attempt.js';
import { type AttemptRow, QuizzesQueries } from './quizzes.queries.js';

const findVersion: Statement = {
  name: 'quizzes.find-version',
  text: 'SELECT version_id AS "versionId" FROM enrolment WHERE id = $1 AND person_id = $2',
};
const readAttempts: Statement = {
  name: 'quizzes.attempt-times',
  text: `SELECT started_at AS "startedAt", submitted_at AS "submittedAt", has_passed AS "hasPassed"
    FROM attempt WHERE enrolment_id = $1 AND lesson_id = $2`,
};
const insert: Statement = {
  name: 'quizzes.insert-attempt',
  text: `INSERT INTO attempt (enrolment_id, lesson_id, number, seed, paper, rule, needed_points, possible_points, started_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
/** The content lessons that keep a quiz closed. */
export function lockingLessons(quiz: QuizLesson, version: PublishedVersion, done: ReadonlySet<string>) {
  if (!quiz.rule.requiresLessons) return [];
  return version.lessons.filter((lesson) => lesson.kind === 'content' && !done.has(lesson.id));
}

function refuse(verdict: StartVerdict): void {
  if (verdict.can) return;
  if (verdict.because === 'pause') throw new Problem('quiz.pause', { retryAt: verdict.at });
  throw new Problem(verdict.because === 'locked' ? 'quiz.locked' : 'quiz.no-attempts-left');
}

@Injectable()
export class StartAttempt {
  constructor(
    private readonly database: Database,
    private readonly queries: QuizzesQueries,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** A new attempt, or the open one; however many tabs press start, it is one. */
  async start(enrolmentId: string, lessonId: string, personId: string): Promise<Attempt> {
    const version = await this.pinnedVersion(enrolmentId, personId);
    const attempt = await this.database.transaction(async (transaction) => {
      const enrolment = await lockEnrolment(transaction, enrolmentId, personId);
      if (!enrolment) throw new Problem('enrolment.not-found');
      const open = await this.queries.findOpen(transaction, enrolmentId, lessonId);
      return open ?? this.insert(transaction, enrolment, { version, lessonId });
    });
    return presentAttempt(attempt, await this.queries.answers(attempt.id), version);
  }

  /** Read before the transaction: in a rush after a restart all connections would be held by those who wait for one to read it. */
  private async pinnedVersion(enrolmentId: string, personId: string): Promise<PublishedVersion> {
    const row = await this.database.row<{ versionId: string }>(findVersion, [enrolmentId, personId]);
    if (!row) throw new Problem('enrolment.not-found');
    return this.versions.get(row.versionId);
  }

  private async insert(
    transaction: Transaction,
    enrolment: LockedEnrolment,
    target: { version: PublishedVersion; lessonId: string },
  ): Promise<AttemptRow> {
    const { version, lessonId } = target;
    const quiz = version.lessonById.get(lessonId)?.lesson;
    if (quiz?.kind !== 'quiz') throw new Problem('lesson.not-found');
    const now = this.clock.now();
    const attempts = await transaction.rows<AttemptFact>(readAttempts, [enrolment.id, lessonId]);
    const done = await doneLessonIds(transaction, enrolment.id);
    const lockedBy = lockingLessons(quiz, version, done).map((lesson) => lesson.id);
    refuse(canStartAttempt({ rule: quiz.rule, attempts, lockedBy, now }));
    const seed = randomUUID();
    const paper = drawPaper(quiz, seed);
    const { neededPoints, possiblePoints } = paper;
    const frozen = [JSON.stringify(paper), JSON.stringify(quiz.rule), neededPoints, possiblePoints, now];
    await transaction.rows(insert, [enrolment.id, lessonId, attempts.length + 1, seed, ...frozen]);
    await markStarted(transaction, enrolment.id, now);
    const started = await this.queries.findOpen(transaction, enrolment.id, lessonId);
    if (!started) throw new Error('the attempt just inserted is not there');
    return started;
  }
}
