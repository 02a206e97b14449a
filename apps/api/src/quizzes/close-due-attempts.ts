// Closes attempts at their deadline though nobody asks: a round over rows that are due. Several
// processes may do it at once: whom one has under lock, another one leaves out.
import { closingDelaySeconds } from '@onetouch/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { type DueAfter, dueAtOf, dueAtOnce, dueBy, type DueRow, DueRows } from '../platform/due-rows.js';
import { Rounds } from '../platform/rounds.js';
import { SubmitAttempt } from './submit-attempt.js';

/** The round that closes. */
export const closingRound = 'quizzes.close-due';

const findDue: Statement = {
  name: 'quizzes.find-due',
  text: `SELECT id, version_id AS "versionId", ${dueAtOf('deadline_at')} FROM attempt
    WHERE submitted_at IS NULL AND voided_at IS NULL AND paused_at IS NULL AND ${dueBy('deadline_at')}`,
};

interface DueAttempt extends DueRow {
  versionId: string;
}

@Injectable()
export class CloseDueAttempts {
  constructor(
    private readonly database: Database,
    private readonly submission: SubmitAttempt,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    const due = new DueRows<DueAttempt>({
      logger: new Logger(CloseDueAttempts.name),
      clock,
      // All of them at once, so that they share their statements.
      lanes: dueAtOnce,
      find: (after) => this.findDue(after),
      work: ({ id, versionId }) => this.submission.closeDue(id, versionId),
      trouble: ({ id }) => `attempt ${id} could not be closed`,
    });
    rounds.every(closingRound, 1_000, () => due.goThrough());
  }

  private findDue(after: DueAfter): Promise<DueAttempt[]> {
    const before = new Date(this.clock.now().getTime() - closingDelaySeconds * 1_000);
    return this.database.rows(findDue, [before, ...after]);
  }
}
