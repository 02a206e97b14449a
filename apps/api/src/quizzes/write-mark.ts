// Writes the mark of an attempt under lock and what follows from it for the course, in one transaction. Used by the submission, the
// deadline, late answers, markers, corrections and the release.
import type { Grade } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import { evaluateCourse, evaluateCourses } from '../enrolments/complete-course.js';
import { lockEnrolment, lockEnrolments } from '../enrolments/locked-enrolment.js';
import type { Statement, Transaction } from '../platform/database/database.js';
import type { MarkingCase } from './marking-case.js';

/** What a mark needs of its surroundings. The version is read before the transaction, so that nobody waits for a second connection. */
export interface MarkContext {
  version: PublishedVersion;
  now: Date;
}

const write: Statement = {
  name: 'quizzes.write-mark',
  text: `UPDATE attempt SET points = $2, has_passed = $3, result = $4, needed_points = $5, possible_points = $6, marked_at = $7,
      submitted_at = $8, closed_by = $9 WHERE id = $1`,
};

/** Writes the grade; the figure itself stays empty while essays wait. A held mark moves nothing in the course. */
export async function writeMark(
  transaction: Transaction,
  { attempt, grade }: { attempt: MarkingCase; grade: Grade },
  context: MarkContext,
): Promise<void> {
  const isPending = grade.pending.length > 0;
  await transaction.rows(write, [
    attempt.id,
    isPending ? null : grade.points,
    isPending ? null : grade.hasPassed,
    JSON.stringify(grade),
    grade.neededPoints,
    grade.possiblePoints,
    isPending ? null : (attempt.markedAt ?? context.now),
    attempt.submittedAt,
    attempt.closedBy,
  ]);
  if (movesCourse(attempt, grade)) await moveCourse(transaction, attempt, context);
}

/** Whether anything may follow for the course from this mark; from a held one nothing does before its release. */
export function movesCourse(attempt: MarkingCase, grade: Grade): boolean {
  if (attempt.isHeld || attempt.heldUntil || attempt.voidedAt) return false;
  return grade.hasPassed === true || attempt.hasPassed === true || attempt.rule.counts === 'last';
}

/** Works out steps and completion of the course from all marks that count. A completion is never taken back by it. */
export async function moveCourse(
  transaction: Transaction,
  { enrolmentId, personId }: Pick<MarkingCase, 'enrolmentId' | 'personId'>,
  context: MarkContext,
): Promise<void> {
  const enrolment = await lockEnrolment(transaction, enrolmentId, personId);
  if (enrolment) await evaluateCourse(transaction, enrolment, context);
}

/** The same for the courses of many, by enrolment with the version to look at each by. */
export async function moveCourses(
  transaction: Transaction,
  versions: ReadonlyMap<string, PublishedVersion>,
  now: Date,
): Promise<void> {
  const locked = await lockEnrolments(transaction, [...versions.keys()]);
  const courses = locked.flatMap((enrolment) => {
    const version = versions.get(enrolment.id);
    return version ? [{ enrolment, version }] : [];
  });
  await evaluateCourses(transaction, courses, now);
}
