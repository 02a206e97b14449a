// Gives the results of an exam out: decided once, under the locks of the exam and of everybody in it, and then carried out learner by
// learner. Broken off in between, a round goes on where it stopped.
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { Rounds } from '../platform/rounds.js';
import { tryOne } from '../platform/try-one.js';
import { ReleaseAttempts } from '../quizzes/release-attempts.js';
import { currentAttempt } from './board-candidates.js';
import { recordEvent } from './exam-events.js';
import type { ExamFacts } from './exam-facts.js';

// Two who release come one after the other; whoever draws a paper holds it too.
const lockExam: Statement = {
  name: 'exams.lock-to-release',
  text: 'SELECT released_at AS "releasedAt" FROM exam WHERE id = $1 FOR NO KEY UPDATE',
};
// Who begins, is given time or a new attempt, or comes in, is under lock meanwhile. Nobody is waited for, so that no learner waits for
// another one by way of a release.
const holdEverybody: Statement = {
  name: 'exams.hold-everybody',
  text: `WITH held AS (SELECT id FROM exam_candidate WHERE exam_id = $1 ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)
    SELECT (SELECT count(*) FROM held) = (SELECT count(*) FROM exam_candidate WHERE exam_id = $1) AS "isEverybody"`,
};
const findUnfinished: Statement = {
  name: 'exams.find-unfinished',
  text: `SELECT 1 FROM attempt WHERE exam_id = $1 AND voided_at IS NULL AND (submitted_at IS NULL OR marked_at IS NULL) LIMIT 1`,
};
// Nobody begins after a release: whoever stands at the door, or was given a new attempt (with the whole time, whenever the exam closes),
// would be left without one.
const findWaiting: Statement = {
  name: 'exams.find-waiting-to-begin',
  text: `SELECT 1 FROM exam_candidate c JOIN exam x ON x.id = c.exam_id ${currentAttempt}
    WHERE c.exam_id = $1 AND c.checked_in_at IS NOT NULL AND a.id IS NULL AND x.released_at IS NULL
      AND x.closes_at + CASE WHEN c.attempt_number > 1 THEN (x.rule ->> 'timeLimitMinutes')::integer ELSE 0 END * interval '1 minute' > $2
    LIMIT 1`,
};
const putReleased: Statement = {
  name: 'exams.release',
  text: 'UPDATE exam SET released_at = $2, released_by = $3 WHERE id = $1',
};
const findHeldBack: Statement = {
  name: 'exams.find-held-back',
  text: `SELECT x.id FROM exam x WHERE x.released_at IS NOT NULL AND EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = x.id AND a.is_held)
    ORDER BY x.id`,
};
/** The round that carries out what was decided. */
export const releasingRound = 'exams.give-out';

@Injectable()
export class ReleaseExam {
  private readonly logger = new Logger(ReleaseExam.name);

  constructor(
    private readonly database: Database,
    private readonly attempts: ReleaseAttempts,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    rounds.every(releasingRound, 10_000, () => this.giveOut());
  }

  /**
   * Refuses with `exam.not-started`, or with `candidate.not-finished` while somebody is at work or may begin, something is being done to
   * somebody, or an essay waits.
   */
  async release(exam: ExamFacts, actor: Actor): Promise<void> {
    if (this.clock.now() < exam.startsAt) throw new Problem('exam.not-started');
    await this.database.transaction((transaction) => this.decide(transaction, exam.id, actor));
    // No mark is out before the decision stands: more time that was given before it is seen by it, what comes later is refused.
    await this.attempts.release(exam.id);
  }

  private async decide(transaction: Transaction, examId: string, actor: Actor): Promise<void> {
    const [exam] = await transaction.rows<{ releasedAt: Date | null }>(lockExam, [examId]);
    if (!exam || exam.releasedAt) return;
    const [held] = await transaction.rows<{ isEverybody: boolean }>(holdEverybody, [examId]);
    const at = this.clock.now();
    const waiting = await transaction.rows(findWaiting, [examId, at]);
    const unfinished = await transaction.rows(findUnfinished, [examId]);
    if (!held?.isEverybody || waiting.length > 0 || unfinished.length > 0)
      throw new Problem('candidate.not-finished');
    await transaction.rows(putReleased, [examId, at, actor.personId]);
    await recordEvent(transaction, { examId, kind: 'released', actorId: actor.personId, at });
  }

  /** Marks of released exams that are held still: the process that was at it has ended. */
  private async giveOut(): Promise<void> {
    for (const { id } of await this.database.rows<{ id: string }>(findHeldBack))
      await tryOne(this.logger, `exam ${id} could not be given out`, () => this.attempts.release(id));
  }
}
