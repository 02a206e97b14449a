// Lets marks count and show that waited because answers came late: a round over rows whose grace is over. Whom somebody else has
// under lock, another round finds.
import { Injectable, Logger } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { evaluateCourse } from '../enrolments/complete-course.js';
import { lockFreeEnrolments } from '../enrolments/locked-enrolment.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { inLanes } from '../platform/lanes.js';
import { Rounds } from '../platform/rounds.js';
import { lockFreeCases } from './marking-case.js';
import { movesCourse } from './write-mark.js';

/** The round that releases. */
export const lateMarksRound = 'quizzes.release-late-marks';
const atOnce = 200;
const lanes = 2;

const findDue: Statement = {
  name: 'quizzes.find-late-marks',
  text: `SELECT id, version_id AS "versionId" FROM attempt WHERE held_until <= $1 ORDER BY held_until LIMIT ${atOnce}`,
};
const release: Statement = {
  name: 'quizzes.release-late-mark',
  text: 'UPDATE attempt SET held_until = NULL WHERE id = $1',
};

@Injectable()
export class ReleaseLateMarks {
  private readonly logger = new Logger(ReleaseLateMarks.name);

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    rounds.every(lateMarksRound, 1_000, () => this.release());
  }

  private async release(): Promise<void> {
    for (;;) {
      const due = await this.database.rows<{ id: string; versionId: string }>(findDue, [this.clock.now()]);
      let released = 0;
      await inLanes(due, lanes, async ({ id, versionId }) => {
        if (await this.tryOne(id, versionId)) released += 1;
      });
      if (due.length < atOnce || released === 0) return;
    }
  }

  /** One that cannot be released must not keep the others back. */
  private async tryOne(attemptId: string, versionId: string): Promise<boolean> {
    try {
      return await this.releaseOne(attemptId, await this.versions.get(versionId));
    } catch (error) {
      this.logger.error(`the mark of attempt ${attemptId} stays held: ${String((error as Error).stack)}`);
      return false;
    }
  }

  private releaseOne(attemptId: string, version: PublishedVersion): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const now = this.clock.now();
      const [attempt] = await lockFreeCases(transaction, [attemptId]);
      if (!attempt?.heldUntil || attempt.heldUntil > now) return false;
      const moves = attempt.result !== null && movesCourse({ ...attempt, heldUntil: null }, attempt.result);
      const [enrolment] = moves ? await lockFreeEnrolments(transaction, [attempt.enrolmentId]) : [];
      if (moves && !enrolment) return false;
      await transaction.rows(release, [attemptId]);
      if (enrolment) await evaluateCourse(transaction, enrolment, { version, now });
      return true;
    });
  }
}
