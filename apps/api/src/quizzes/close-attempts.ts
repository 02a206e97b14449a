// Closes and marks attempts that are under lock: answers, marks, steps and completion in the transaction of the caller, in as few
// statements for many as for one. Who may close is the caller's to say.
import type { ClosedBy } from '@onetouch/contract';
import type { Grade } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import { evaluateCourses } from '../enrolments/complete-course.js';
import type { LockedEnrolment } from '../enrolments/locked-enrolment.js';
import type { Statement, Transaction } from '../platform/database/database.js';
import { type AnswerToMark, answersOfMany, gradeCase, type MarkingCase } from './marking-case.js';
import { withPass } from './standing-pass.js';
import { movesCourse } from './write-mark.js';

/** An attempt under lock, and by whom it is closed. */
export interface Closing {
  attempt: MarkingCase;
  by: ClosedBy;
  /** Read before the transaction, so that nobody who holds a connection waits for another one. */
  version: PublishedVersion;
}

/** An attempt as it was closed, now or before. */
export interface ClosedCase {
  attempt: MarkingCase;
  answers: readonly AnswerToMark[];
  wasClosed: boolean;
}

interface Graded extends Closing {
  answers: readonly AnswerToMark[];
  grade: Grade;
}

/** How the enrolments of those who pass are locked: waiting for each, or leaving out whom somebody else holds. */
export type LockEnrolments = (closings: readonly Closing[]) => Promise<readonly LockedEnrolment[]>;

// Of an attempt that was open again some late answers may have been given anew in time.
const write: Statement = {
  name: 'quizzes.close-attempts',
  text: `UPDATE attempt a SET points = m.points, has_passed = m.has_passed, result = m.result, needed_points = m.needed_points,
      possible_points = m.possible_points, marked_at = m.marked_at, submitted_at = m.submitted_at, closed_by = m.closed_by, paused_at = NULL,
      late_count = CASE WHEN a.late_count = 0 THEN 0 ELSE (SELECT count(*) FROM attempt_answer k WHERE k.attempt_id = a.id AND k.is_late) END
    FROM unnest($1::uuid[], $2::integer[], $3::boolean[], $4::jsonb[], $5::integer[], $6::integer[], $7::timestamptz[], $8::timestamptz[], $9::text[])
      AS m(id, points, has_passed, result, needed_points, possible_points, marked_at, submitted_at, closed_by)
    WHERE a.id = m.id`,
};

/** The deadline closes at its own time, however late the server comes to it; nobody hands in after it. */
function closed(open: MarkingCase, by: ClosedBy, now: Date): MarkingCase {
  const isOver = !open.pausedAt && open.deadlineAt !== null && open.deadlineAt < now;
  return {
    ...open,
    submittedAt: isOver ? open.deadlineAt : now,
    closedBy: isOver ? 'deadline' : by,
    pausedAt: null,
  };
}

async function writeClosed(transaction: Transaction, graded: readonly Graded[], now: Date): Promise<void> {
  if (graded.length === 0) return;
  const isMarked = graded.map(({ grade }) => grade.pending.length === 0);
  await transaction.rows(write, [
    graded.map(({ attempt }) => attempt.id),
    graded.map(({ grade }, index) => (isMarked[index] ? grade.points : null)),
    graded.map(({ grade }, index) => (isMarked[index] ? grade.hasPassed : null)),
    graded.map(({ grade }) => JSON.stringify(grade)),
    graded.map(({ grade }) => grade.neededPoints),
    graded.map(({ grade }) => grade.possiblePoints),
    graded.map((_one, index) => (isMarked[index] ? now : null)),
    graded.map(({ attempt }) => attempt.submittedAt),
    graded.map(({ attempt }) => attempt.closedBy),
  ]);
}

/**
 * Closes those that are open, and answers all of them by id as they stand then. Missing in the answer, and untouched, is who passes
 * while somebody else holds the enrolment.
 */
export async function closeAttempts(
  transaction: Transaction,
  closings: readonly Closing[],
  { now, lockEnrolments }: { now: Date; lockEnrolments: LockEnrolments },
): Promise<Map<string, ClosedCase>> {
  const saved = await answersOfMany(
    transaction,
    closings.map(({ attempt }) => attempt.id),
  );
  const answersOf = ({ id }: MarkingCase) => saved.get(id) ?? [];
  const isOpen = ({ attempt }: Closing) => !attempt.submittedAt && !attempt.voidedAt;
  const graded = closings.filter(isOpen).map((closing): Graded => {
    const answers = answersOf(closing.attempt);
    const attempt = closed(closing.attempt, closing.by, now);
    return { ...closing, attempt, answers, grade: withPass(gradeCase(attempt, answers), attempt.passStands) };
  });
  const moving = graded.filter(({ attempt, grade }) => movesCourse(attempt, grade));
  const locked = moving.length > 0 ? await lockEnrolments(moving) : [];
  const enrolments = new Map(locked.map((enrolment) => [enrolment.id, enrolment]));
  const ready = graded.filter((one) => !moving.includes(one) || enrolments.has(one.attempt.enrolmentId));
  await writeClosed(transaction, ready, now);
  const courses = ready
    .filter((one) => moving.includes(one))
    .map(({ attempt, version }) => ({ enrolment: { id: attempt.enrolmentId }, version }));
  const once = [...new Map(courses.map((course) => [course.enrolment.id, course])).values()];
  if (once.length > 0) await evaluateCourses(transaction, once, now);
  return new Map<string, ClosedCase>([
    ...closings
      .filter((closing) => !isOpen(closing))
      .map(({ attempt }) => [attempt.id, { attempt, answers: answersOf(attempt), wasClosed: true }] as const),
    ...ready.map(({ attempt, answers }) => [attempt.id, { attempt, answers, wasClosed: false }] as const),
  ]);
}
