// Lets held marks of an exam count and show: each learner's attempt and course in one transaction, and nobody waits for anybody.
import { Injectable, Logger } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { inLanes } from '../platform/lanes.js';
import { tryOne } from '../platform/try-one.js';
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

interface Held {
  id: string;
  versionId: string;
}

@Injectable()
export class ReleaseAttempts {
  private readonly logger = new Logger(ReleaseAttempts.name);

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Releases what is held, but for what cannot be; broken off, it goes on where it stopped when it is called again. */
  async release(examId: string): Promise<void> {
    const stuck = new Set<string>();
    const find = async () => (await this.findHeld(examId)).filter(({ id }) => !stuck.has(id));
    let held = await find();
    do {
      for (; held.length > 0; held = await find())
        await inLanes(held, 4, async (one) => void ((await this.tryOne(one)) || stuck.add(one.id)));
      await this.database.rows(releaseRest, [examId]);
      // A late answer may have turned a failure into a pass between the two.
      held = await find();
    } while (held.length > 0);
  }

  private tryOne({ id, versionId }: Held): Promise<boolean> {
    return tryOne(this.logger, `the mark of attempt ${id} stays held`, () => this.releaseOne(id, versionId));
  }

  private findHeld(examId: string): Promise<Held[]> {
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
