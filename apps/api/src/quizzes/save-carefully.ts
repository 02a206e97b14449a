// Saves one answer with a look at everything: late, closed, final, an older one than is kept, or an attempt that was under lock. What
// comes late to a closed attempt is marked in the same transaction.
import { answersUntil, type ArrivalFacts, judgeArrival } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { Turns } from '../platform/turns.js';
import { type AttemptClock, clockColumns } from './attempt-state.js';
import { CarefulTurns } from './careful-turns.js';
import type { KnownAttempt } from './known-attempts.js';
import { LateArrivals } from './late-arrivals.js';
import { keepLateProof } from './late-proof.js';
import { givenAt as timeGiven, refuseWayBack } from './one-way.js';
import { remarkAttempt } from './remark-attempt.js';
import {
  answerColumns,
  type AnswerRow,
  type AnswerToSave,
  type KeptAnswer,
  replacedColumns,
} from './write-answers.js';

interface Standing extends AttemptClock {
  enrolmentId: string;
  examId: string | null;
  graceMinutes: number;
  lateCount: number;
}

/** An answer with what is known of its attempt. */
interface Saving {
  answer: AnswerToSave;
  known: KnownAttempt;
  version: PublishedVersion;
}

const standing = `SELECT ${clockColumns('a')}, (a.rule ->> 'graceMinutes')::integer AS "graceMinutes",
    a.enrolment_id AS "enrolmentId", a.exam_id AS "examId", a.late_count AS "lateCount"
  FROM attempt a WHERE a.id = $1`;
const read: Statement = { name: 'quizzes.read-standing', text: standing };
const lock: Statement = { name: 'quizzes.lock-standing', text: `${standing} FOR NO KEY UPDATE` };
const lockFree: Statement = {
  name: 'quizzes.lock-free-standing',
  text: `${standing} FOR NO KEY UPDATE SKIP LOCKED`,
};
const readKept: Statement = {
  name: 'quizzes.kept-answer',
  text: `SELECT ${answerColumns('k')} FROM attempt_answer k WHERE k.attempt_id = $1 AND k.question_id = $2`,
};
// In a test that goes one way the time of the first answer is kept: from then on the pages before it are closed.
const put: Statement = {
  name: 'quizzes.put-answer',
  text: `INSERT INTO attempt_answer AS k
      (attempt_id, question_id, option_ids, text, is_flagged, is_final, sequence, answered_at, saved_at, is_late)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (attempt_id, question_id) DO UPDATE
      SET ${replacedColumns('k')},
        answered_at = CASE WHEN $11 THEN least(k.answered_at, EXCLUDED.answered_at) ELSE EXCLUDED.answered_at END
    RETURNING ${answerColumns('k')}`,
};
// From now on the mark would tell with every further late answer whether it was right, so it waits until none is taken.
const noteLate: Statement = {
  name: 'quizzes.note-late',
  text: `UPDATE attempt SET late_count = (SELECT count(*) FROM attempt_answer k WHERE k.attempt_id = $1 AND k.is_late), held_until = $2
    WHERE id = $1`,
};

/** Far fewer than there are connections, and none of them ever waits for a lock. */
const freeLanes = 4;

@Injectable()
export class SaveCarefully {
  private readonly free = new Turns(freeLanes);

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly turns: CarefulTurns,
    private readonly arrivals: LateArrivals,
    private readonly clock: Clock,
  ) {}

  /** The answer as kept: this one, or a newer one. Refuses what came too late, with a wrong time, or to a closed attempt or answer. */
  async save(answer: AnswerToSave, known: KnownAttempt): Promise<KeptAnswer> {
    const kept = await this.keptAlready(answer);
    if (kept) return kept;
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(known.versionId);
    const saving = { answer, known, version };
    const { attemptId } = answer;
    if (known.isOneWay) {
      const written = await this.free.take(attemptId, () => this.saveFree(saving));
      if (written) return written;
    }
    return this.turns.take(attemptId, () =>
      this.database.transaction(async (transaction) =>
        this.saveIn(transaction, saving, await this.lock(transaction, attemptId)),
      ),
    );
  }

  /**
   * In a test that goes one way every answer comes by here: one to an attempt that runs and that nobody holds goes without waiting, so
   * that learners who are held keep nobody up. Null for anything else.
   */
  private saveFree(saving: Saving): Promise<KeptAnswer | null> {
    return this.database.transaction(async (transaction) => {
      const [attempt] = await transaction.rows<Standing>(lockFree, [saving.answer.attemptId]);
      if (!attempt || attempt.submittedAt || attempt.voidedAt) return null;
      const isPast = attempt.deadlineAt && !attempt.pausedAt && attempt.deadlineAt < this.clock.now();
      return isPast ? null : this.saveIn(transaction, saving, attempt);
    });
  }

  private async saveIn(
    transaction: Transaction,
    { answer, known, version }: Saving,
    attempt: Standing,
  ): Promise<KeptAnswer> {
    const { attemptId, questionId } = answer;
    const [kept] = await transaction.rows<AnswerRow>(readKept, [attemptId, questionId]);
    if (kept && kept.sequence >= answer.sequence) return { answer: kept, clock: attempt };
    const now = this.clock.now();
    const isLate = this.judge(attempt, answer, now) === 'late';
    if (kept?.isFinal) throw new Problem('attempt.answer-final');
    const given = known.isOneWay ? timeGiven(answer.answeredAt, now) : null;
    if (given) await refuseWayBack(transaction, known, { attemptId, questionId, givenAt: given });
    const written = await this.put(transaction, answer, { now, isLate, givenAt: given });
    if (isLate) await this.noteLate(transaction, attempt, { answer, now });
    if (attempt.submittedAt) await remarkAttempt(transaction, attemptId, { version, now });
    return { answer: written, clock: attempt };
  }

  private async noteLate(
    transaction: Transaction,
    { enrolmentId, examId, lateCount, deadlineAt, graceMinutes }: Standing,
    { answer, now }: { answer: AnswerToSave; now: Date },
  ): Promise<void> {
    const { attemptId } = answer;
    const until = answersUntil({ closedBy: 'deadline', deadlineAt, graceMinutes });
    await transaction.rows(noteLate, [attemptId, until]);
    await keepLateProof(transaction, answer, now);
    if (lateCount === 0)
      await this.arrivals.tellFirst(transaction, { attemptId, enrolmentId, examId, at: now });
  }

  /** The same save again, or an older one: answered without a lock, because what is kept does not get older. */
  private async keptAlready({ attemptId, questionId, sequence }: AnswerToSave): Promise<KeptAnswer | null> {
    const kept = await this.database.row<AnswerRow>(readKept, [attemptId, questionId]);
    if (!kept || kept.sequence < sequence) return null;
    const clock = await this.database.row<AttemptClock>(read, [attemptId]);
    return clock ? { answer: kept, clock } : null;
  }

  private async lock(transaction: Transaction, attemptId: string): Promise<Standing> {
    const [attempt] = await transaction.rows<Standing>(lock, [attemptId]);
    if (!attempt) throw new Problem('attempt.not-found');
    if (attempt.voidedAt) throw new Problem('attempt.closed');
    return attempt;
  }

  private judge(attempt: Standing, answer: AnswerToSave, arrivedAt: Date): 'in-time' | 'late' {
    const facts: ArrivalFacts = { ...attempt, arrivedAt, answeredAt: answer.answeredAt };
    const verdict = judgeArrival(facts);
    if ('refuse' in verdict) throw new Problem(`attempt.${verdict.refuse}`);
    return verdict.take;
  }

  private async put(
    transaction: Transaction,
    answer: AnswerToSave,
    { now, isLate, givenAt }: { now: Date; isLate: boolean; givenAt: Date | null },
  ): Promise<AnswerRow> {
    const { attemptId, questionId, optionIds, text, isFlagged, isFinal, sequence, answeredAt } = answer;
    const values = [
      attemptId,
      questionId,
      optionIds,
      text,
      isFlagged,
      isFinal,
      sequence,
      givenAt ?? answeredAt,
      now,
      isLate,
      givenAt !== null,
    ];
    const [written] = await transaction.rows<AnswerRow>(put, values);
    if (!written) throw new Error('an answer was written and is not there');
    return written;
  }
}
