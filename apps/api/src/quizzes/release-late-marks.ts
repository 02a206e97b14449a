// Lets marks count and show that waited because answers came late: a round over rows whose grace is over. Whom somebody else has
// under lock, another round finds.
import { Injectable, Logger } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { evaluateCourse } from '../enrolments/complete-course.js';
import { lockFreeEnrolments } from '../enrolments/locked-enrolment.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { dueAtOf, dueBy, type DueRow, DueRows } from '../platform/due-rows.js';
import { Rounds } from '../platform/rounds.js';
import { lockFreeCases } from './marking-case.js';
import { movesCourse } from './write-mark.js';

/** The round that releases. */
export const lateMarksRound = 'quizzes.release-late-marks';
const lanes = 2;

const findDue: Statement = {
  name: 'quizzes.find-late-marks',
  text: `SELECT id, version_id AS "versionId", ${dueAtOf('held_until')} FROM attempt WHERE ${dueBy('held_until')}`,
};
const release: Statement = {
  name: 'quizzes.release-late-mark',
  text: 'UPDATE attempt SET held_until = NULL WHERE id = $1',
};

interface LateMark extends DueRow {
  versionId: string;
}

@Injectable()
export class ReleaseLateMarks {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    const due = new DueRows<LateMark>({
      logger: new Logger(ReleaseLateMarks.name),
      clock,
      lanes,
      find: (after) => this.database.rows(findDue, [this.clock.now(), ...after]),
      work: async ({ id, versionId }) => this.releaseOne(id, await this.versions.get(versionId)),
      trouble: ({ id }) => `the mark of attempt ${id} stays held`,
    });
    rounds.every(lateMarksRound, 1_000, () => due.goThrough());
  }

  private releaseOne(attemptId: string, version: PublishedVersion): Promise<void> {
    return this.database.transaction(async (transaction) => {
      const now = this.clock.now();
      const [attempt] = await lockFreeCases(transaction, [attemptId]);
      if (!attempt?.heldUntil || attempt.heldUntil > now) return;
      const moves = attempt.result !== null && movesCourse({ ...attempt, heldUntil: null }, attempt.result);
      const [enrolment] = moves ? await lockFreeEnrolments(transaction, [attempt.enrolmentId]) : [];
      if (moves && !enrolment) return;
      await transaction.rows(release, [attemptId]);
      if (enrolment) await evaluateCourse(transaction, enrolment, { version, now });
    });
  }
}
