// One enrolment under the lock of one transaction, and what the quizzes may ask and tell it there. Decides nothing.
import type { Statement, Transaction } from '../platform/database/database.js';

export interface LockedEnrolment {
  id: string;
  personId: string;
  courseId: string;
  versionId: string;
  startedAt: Date | null;
  completedAt: Date | null;
}

const enrolments = `SELECT id, person_id AS "personId", course_id AS "courseId", version_id AS "versionId", started_at AS "startedAt",
    completed_at AS "completedAt" FROM enrolment`;
const lock: Statement = {
  name: 'enrolments.lock',
  text: `${enrolments} WHERE id = $1 AND person_id = $2 FOR NO KEY UPDATE`,
};
// In the order of their ids, as everybody does who locks several.
const lockMany: Statement = {
  name: 'enrolments.lock-many',
  text: `${enrolments} WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
};
const lockIfFree: Statement = {
  name: 'enrolments.lock-free',
  text: `${enrolments} WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
};
const readDoneIds: Statement = {
  name: 'enrolments.read-done-ids',
  text: 'SELECT lesson_id AS "lessonId" FROM lesson_progress WHERE enrolment_id = $1 AND done_at IS NOT NULL',
};
/**
 * SQL that notes the beginning of a course with its first attempt, as one part of the statement that opens attempts: `opened` are those,
 * `free` their enrolments under lock.
 */
export const noteBeginning = `UPDATE enrolment SET started_at = opened.started_at FROM opened, free
  WHERE enrolment.id = opened.enrolment_id AND free.id = opened.enrolment_id AND free.started_at IS NULL`;

/** Locks one person's enrolment for this transaction; undefined when it is not theirs. No other learner waits for it. */
export async function lockEnrolment(
  transaction: Transaction,
  enrolmentId: string,
  personId: string,
): Promise<LockedEnrolment | undefined> {
  return (await transaction.rows<LockedEnrolment>(lock, [enrolmentId, personId]))[0];
}

/** Locks all of these enrolments for this transaction. */
export function lockEnrolments(
  transaction: Transaction,
  enrolmentIds: readonly string[],
): Promise<LockedEnrolment[]> {
  return transaction.rows<LockedEnrolment>(lockMany, [enrolmentIds]);
}

/** Locks those of these enrolments that nobody else has under lock. */
export function lockFreeEnrolments(
  transaction: Transaction,
  enrolmentIds: readonly string[],
): Promise<LockedEnrolment[]> {
  return transaction.rows<LockedEnrolment>(lockIfFree, [enrolmentIds]);
}

/** The content lessons that are done. */
export async function doneLessonIds(
  transaction: Transaction,
  enrolmentId: string,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.rows<{ lessonId: string }>(readDoneIds, [enrolmentId]);
  return new Set(rows.map((row) => row.lessonId));
}
