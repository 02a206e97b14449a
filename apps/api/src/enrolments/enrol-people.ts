// Enrols people in a published version, many in one statement. Who may do so is the caller's business.
import { courseSteps } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import type { Statement, Transaction } from '../platform/database/database.js';

const insert: Statement = {
  name: 'enrolments.enrol',
  text: `INSERT INTO enrolment (person_id, course_id, version_id, steps_total, enrolled_at)
    SELECT person_id, $2, $3, $4, $5 FROM unnest($1::uuid[]) AS person_id
    ON CONFLICT (person_id, course_id) DO NOTHING`,
};

/** Adds the enrolments that are missing; those that exist keep their version and everything learned. */
export async function enrolPeople(
  transaction: Transaction,
  version: PublishedVersion,
  { personIds, now }: { personIds: readonly string[]; now: Date },
): Promise<void> {
  const { total } = courseSteps(version.lessons);
  await transaction.rows(insert, [personIds, version.courseId, version.id, total, now]);
}
