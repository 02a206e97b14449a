// Enrols people in the published version of a course, many in one statement. Who may do so is the caller's business.
import type { Statement, Transaction } from '../platform/database/database.js';

const insert: Statement = {
  name: 'enrolments.enrol',
  text: `INSERT INTO enrolment (person_id, course_id, version_id, enrolled_at, steps_total)
    SELECT person_id, c.id, v.id, $3, (SELECT count(*) FROM jsonb_array_elements(v.document->'modules') m, jsonb_array_elements(m->'lessons'))
    FROM course c JOIN course_version v ON v.id = c.published_version_id, unnest($2::uuid[]) AS person_id
    WHERE c.id = $1
    ON CONFLICT (person_id, course_id) DO NOTHING`,
};

interface PeopleToEnrol {
  courseId: string;
  personIds: readonly string[];
  now: Date;
}

/** Adds the enrolments that are missing; those that exist keep their version and everything learned. */
export async function enrolPeople(
  transaction: Transaction,
  { courseId, personIds, now }: PeopleToEnrol,
): Promise<void> {
  await transaction.rows(insert, [courseId, personIds, now]);
}
