// Lets held marks of an exam count and show: each learner's attempt and course in one transaction, and nobody waits for anybody.
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { inLanes } from '../platform/lanes.js';
import { moveCourse } from './write-mark.js';

const findHeld: Statement = {
  name: 'quizzes.find-held-passes',
  text: `SELECT id, version_id AS "versionId" FROM attempt
    WHERE exam_id = $1 AND is_held AND has_passed AND voided_at IS NULL ORDER BY id`,
};
const releaseOne: Statement = {
  name: 'quizzes.release-attempt',
  text: `UPDATE attempt SET is_held = false WHERE id = $1 AND is_held
    RETURNING enrolment_id AS "enrolmentId", person_id AS "personId", has_passed AS "hasPassed"`,
};
// Nothing follows from these for the course.
const releaseRest: Statement = {
  name: 'quizzes.release-attempts',
  text: 'UPDATE attempt SET is_held = false WHERE exam_id = $1 AND is_held AND (has_passed IS NOT TRUE OR voided_at IS NOT NULL)',
};

interface Released {
  enrolmentId: string;
  personId: string;
  hasPassed: boolean | null;
}

@Injectable()
export class ReleaseAttempts {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Releases what is held; broken off, it goes on where it stopped when it is called again. */
  async release(examId: string): Promise<void> {
    for (let held = await this.findHeld(examId); held.length > 0; held = await this.findHeld(examId)) {
      await inLanes(held, 4, ({ id, versionId }) => this.releaseOne(id, versionId));
    }
    await this.database.rows(releaseRest, [examId]);
    // A late answer may have turned a failure into a pass between the two.
    if ((await this.findHeld(examId)).length > 0) await this.release(examId);
  }

  private findHeld(examId: string): Promise<{ id: string; versionId: string }[]> {
    return this.database.rows(findHeld, [examId]);
  }

  private async releaseOne(attemptId: string, versionId: string): Promise<void> {
    const version = await this.versions.get(versionId);
    await this.database.transaction(async (transaction) => {
      const [released] = await transaction.rows<Released>(releaseOne, [attemptId]);
      if (released?.hasPassed) await moveCourse(transaction, released, { version, now: this.clock.now() });
    });
  }
}
