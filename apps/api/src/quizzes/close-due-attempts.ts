// Closes attempts at their deadline though nobody asks: a round over rows that are due. Several
// processes may do it at once: whom one has under lock, another one leaves out.
import { closingDelaySeconds } from '@onetouch/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { Rounds } from '../platform/rounds.js';
import { SubmitAttempt } from './submit-attempt.js';

/** The round that closes. */
export const closingRound = 'quizzes.close-due';
const atOnce = 200;

const findDue: Statement = {
  name: 'quizzes.find-due',
  text: `SELECT id, version_id AS "versionId" FROM attempt
    WHERE submitted_at IS NULL AND voided_at IS NULL AND paused_at IS NULL AND deadline_at <= $1 ORDER BY deadline_at LIMIT ${atOnce}`,
};

@Injectable()
export class CloseDueAttempts {
  private readonly logger = new Logger(CloseDueAttempts.name);

  constructor(
    private readonly database: Database,
    private readonly submission: SubmitAttempt,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    rounds.every(closingRound, 1_000, () => this.close());
  }

  private async close(): Promise<void> {
    let closed = 0;
    do {
      const due = await this.database.rows<{ id: string; versionId: string }>(findDue, [
        new Date(this.clock.now().getTime() - closingDelaySeconds * 1_000),
      ]);
      const answers = await Promise.all(due.map(({ id, versionId }) => this.closeOne(id, versionId)));
      closed = answers.filter(Boolean).length;
      if (due.length < atOnce) return;
    } while (closed > 0);
  }

  /** One that cannot be closed must not keep the others open. */
  private async closeOne(attemptId: string, versionId: string): Promise<boolean> {
    try {
      return await this.submission.closeDue(attemptId, versionId);
    } catch (error) {
      this.logger.error(`attempt ${attemptId} could not be closed: ${String((error as Error).stack)}`);
      return false;
    }
  }
}
