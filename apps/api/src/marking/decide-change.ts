// A person decides about a pass that a correction would take from somebody who had completed. A withdrawn pass leaves the completion and
// the certificate where they are: an admin revokes a certificate in the register, with a decision of its own.
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { gradeCase, readCases } from '../quizzes/marking-case.js';
import { remarkAttempt } from '../quizzes/remark-attempt.js';
import { lockHandedIn, writeMarks } from '../quizzes/remark-attempts.js';
import { dropStandingPass, withPass } from '../quizzes/standing-pass.js';
import { type MarkContext, moveCourse } from '../quizzes/write-mark.js';

interface Decision {
  correctionId: string;
  attemptId: string;
  decision: 'kept' | 'withdrawn';
  reason: string;
  personId: string;
}

const find: Statement = {
  name: 'marking.find-decision',
  text: `SELECT h.decision, a.version_id AS "versionId" FROM correction_change h JOIN attempt a ON a.id = h.attempt_id
    WHERE h.correction_id = $1 AND h.attempt_id = $2 AND h.decision IS NOT NULL`,
};
const put: Statement = {
  name: 'marking.put-decision',
  text: `UPDATE correction_change SET decision = $3, decided_by = $4, decided_at = $5, decision_reason = $6
    WHERE correction_id = $1 AND attempt_id = $2 AND decision = 'open' RETURNING attempt_id`,
};

@Injectable()
export class DecideChange {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `correction.not-found` where there is nothing to decide, and `correction.decided` when somebody did before. */
  async decide({ correctionId, attemptId, decision, reason, personId }: Decision): Promise<void> {
    const found = await this.database.row<{ versionId: string }>(find, [correctionId, attemptId]);
    if (!found) throw new Problem('correction.not-found');
    const version = await this.versions.get(found.versionId);
    const now = this.clock.now();
    await this.database.transaction(async (transaction) => {
      const values = [correctionId, attemptId, decision, personId, now, reason];
      if ((await transaction.rows(put, values)).length === 0) throw new Problem('correction.decided');
      // By its mark, which a later correction may have made a pass again.
      if (decision === 'withdrawn') {
        await dropStandingPass(transaction, attemptId);
        await remarkAttempt(transaction, attemptId, { version, now, keepsPass: false });
      } else await this.keep(transaction, attemptId, { version, now });
    });
  }

  /** The pass stands, also where a late answer has marked the attempt again since. */
  private async keep(transaction: Transaction, attemptId: string, context: MarkContext): Promise<void> {
    const [attempt] = await readCases(transaction, await lockHandedIn(transaction, [attemptId]));
    if (!attempt || attempt.hasPassed === true) return;
    const grade = withPass(gradeCase(attempt, attempt.answers), true);
    await writeMarks(transaction, [{ attemptId, grade }], context.now);
    await moveCourse(transaction, attempt, context);
  }
}
