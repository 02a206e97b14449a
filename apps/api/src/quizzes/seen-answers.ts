// Who has read feedback or the key of an own attempt, or may by now. Whoever has is not given the same questions to work at again.
import { answersUntil, type ClosedBy, type CompleteRule, whatShows } from '@onetouch/domain';
import type { Runner, Statement, Transaction } from '../platform/database/database.js';
import type { AttemptSet } from './attempt-times.js';
import { lastWorkAt } from './last-work.js';

export interface SeenAttempt {
  enrolmentId: string;
  closedBy: ClosedBy;
}

interface Row extends SeenAttempt {
  rule: CompleteRule;
  deadlineAt: Date | null;
  submittedAt: Date;
  isRead: boolean;
}

// Of each learner the attempt that stands. Before its mark is out nothing of it shows; what was read stays read though it is hidden again.
const find: Statement = {
  name: 'quizzes.find-out',
  text: `SELECT a.enrolment_id AS "enrolmentId", a.closed_by AS "closedBy", a.rule, a.deadline_at AS "deadlineAt",
      a.submitted_at AS "submittedAt", a.key_read_at IS NOT NULL AS "isRead"
    FROM attempt a WHERE a.lesson_id = $1 AND a.exam_id IS NOT DISTINCT FROM $2 AND a.enrolment_id = ANY($3::uuid[])
      AND a.submitted_at IS NOT NULL AND a.voided_at IS NULL
      AND (a.key_read_at IS NOT NULL OR (a.marked_at IS NOT NULL AND NOT a.is_held AND a.held_until IS NULL))
      AND NOT EXISTS (SELECT 1 FROM attempt n WHERE n.enrolment_id = a.enrolment_id AND n.lesson_id = a.lesson_id
        AND n.exam_id IS NOT DISTINCT FROM a.exam_id AND n.number > a.number)`,
};

function isSeen(
  { rule, submittedAt, deadlineAt, closedBy }: Row,
  { closesAt, now }: { closesAt: Date | null; now: Date },
): boolean {
  const until = answersUntil({ closedBy, deadlineAt, graceMinutes: rule.graceMinutes });
  const shows = whatShows(rule, { submittedAt, closesAt, now, isReleased: true, answersUntil: until });
  return shows.feedback || shows.key;
}

// Whoever opens the attempt again holds it: either this is seen by that, or nothing is read any more.
const putRead: Statement = {
  name: 'quizzes.put-key-read',
  text: `UPDATE attempt SET key_read_at = coalesce(key_read_at, $2) WHERE id = $1 AND submitted_at IS NOT NULL RETURNING id`,
};

/** Notes that the learner reads the right answers now; false when the attempt is open (again), and nothing of it must be read. */
export async function noteRead(runner: Runner, attemptId: string, now: Date): Promise<boolean> {
  return (await runner.rows(putRead, [attemptId, now])).length === 1;
}

/** The newest attempts of these learners whose feedback or key was read, or shows now. */
export async function findSeen(
  transaction: Transaction,
  { lessonId, examId, enrolmentIds, now }: AttemptSet,
): Promise<SeenAttempt[]> {
  const seen: SeenAttempt[] = [];
  const rows = await transaction.rows<Row>(find, [lessonId, examId, enrolmentIds]);
  // Those of one exam have one rule; those of a quiz may have begun by several.
  const closes = new Map<string, Date | null>();
  for (const row of rows) {
    const { closesAt, feedback, key } = row.rule;
    const name = `${closesAt} ${feedback} ${key}`;
    const known = closes.get(name);
    const last =
      known === undefined ? await lastWorkAt(transaction, { lessonId, examId, rule: row.rule, now }) : known;
    closes.set(name, last);
    if (row.isRead || isSeen(row, { closesAt: last, now })) seen.push(row);
  }
  return seen.map(({ enrolmentId, closedBy }) => ({ enrolmentId, closedBy }));
}
