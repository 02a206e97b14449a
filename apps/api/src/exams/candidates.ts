// Who sits an exam: the members of its cohorts, enrolled where they are not yet. Others only ever come in by a cohort.
import type { PublishedVersion } from '../courses/published-versions.js';
import { enrolPeople } from '../enrolments/enrol-people.js';
import type { Statement, Transaction } from '../platform/database/database.js';

const members = `SELECT m.person_id FROM exam_cohort k JOIN cohort_member m ON m.cohort_id = k.cohort_id AND m.removed_at IS NULL
  WHERE k.exam_id = $1`;
// In the order of their ids, so that two who do this at once do not wait for each other in a circle.
const findMissing: Statement = {
  name: 'exams.missing-candidates',
  text: `SELECT DISTINCT found.person_id AS "personId" FROM (${members}) found
    WHERE NOT EXISTS (SELECT 1 FROM exam_candidate c WHERE c.exam_id = $1 AND c.person_id = found.person_id)
    ORDER BY found.person_id`,
};
const insert: Statement = {
  name: 'exams.add-candidates',
  text: `INSERT INTO exam_candidate (exam_id, person_id, enrolment_id)
    SELECT $1, e.person_id, e.id FROM enrolment e WHERE e.course_id = $2 AND e.person_id = ANY($3::uuid[]) ORDER BY e.person_id
    ON CONFLICT (exam_id, person_id) DO NOTHING RETURNING id`,
};
const removeOthers: Statement = {
  name: 'exams.remove-candidates',
  text: `DELETE FROM exam_candidate c WHERE c.exam_id = $1 AND c.checked_in_at IS NULL AND c.person_id NOT IN (${members})
      AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.enrolment_id = c.enrolment_id AND a.exam_id = c.exam_id)`,
};

/** Makes candidates of members who are none yet, and enrols them; answers how many are new. */
export async function addCandidates(
  transaction: Transaction,
  examId: string,
  { version, now }: { version: PublishedVersion; now: Date },
): Promise<number> {
  const missing = await transaction.rows<{ personId: string }>(findMissing, [examId]);
  if (missing.length === 0) return 0;
  const personIds = missing.map((row) => row.personId);
  await enrolPeople(transaction, version, { personIds, now });
  return (await transaction.rows(insert, [examId, version.courseId, personIds])).length;
}

/** Lets go of those who are in none of the cohorts any more and have not begun anything. */
export async function removeStrayCandidates(transaction: Transaction, examId: string): Promise<void> {
  await transaction.rows(removeOthers, [examId]);
}
