// Marks many handed-in attempts of a quiz again, in set statements. What the new marks are, and what follows from them for people, is
// decided by the caller, in whose transaction it runs.
import type { Grade } from '@onetouch/domain';
import type { Runner, Statement, Transaction } from '../platform/database/database.js';

/** Handed-in attempts at a quiz, or in one exam, with this question on their paper. */
export interface HandedIn {
  lessonId: string;
  examId: string | null;
  questionId: string;
  /** Attempts at versions published later are not among them: their author knew. */
  now: Date;
  /** Only those whose mark knows of no correction of the question. */
  isUncorrected?: boolean;
}

export interface NewMark {
  attemptId: string;
  grade: Grade;
}

const find: Statement = {
  name: 'quizzes.find-handed-in',
  text: `SELECT a.id FROM attempt a JOIN paper p ON p.id = a.paper_id JOIN course_version v ON v.id = a.version_id
    WHERE a.lesson_id = $1 AND ($2::uuid IS NULL OR a.exam_id = $2) AND a.submitted_at IS NOT NULL AND a.voided_at IS NULL
      AND $3 = ANY(p.question_ids) AND v.published_at <= $4
      AND (NOT $5::boolean OR NOT EXISTS (SELECT 1 FROM jsonb_array_elements(a.result -> 'questions') q
        WHERE q ->> 'id' = $3::uuid::text AND q ->> 'correction' IS NOT NULL))
    ORDER BY a.id`,
};
// In the order of their ids, as everybody does who locks several.
const lock: Statement = {
  name: 'quizzes.lock-handed-in',
  text: `SELECT id FROM attempt WHERE id = ANY($1::uuid[]) AND submitted_at IS NOT NULL AND voided_at IS NULL
    ORDER BY id FOR NO KEY UPDATE`,
};
const write: Statement = {
  name: 'quizzes.write-marks',
  text: `UPDATE attempt a SET points = CASE WHEN NOT m.is_pending THEN m.points END, has_passed = m.has_passed, result = m.result,
      needed_points = m.needed_points, possible_points = m.possible_points,
      marked_at = CASE WHEN NOT m.is_pending THEN coalesce(a.marked_at, $2) END
    FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, points integer, has_passed boolean, result jsonb, needed_points integer,
      possible_points integer, is_pending boolean)
    WHERE a.id = m.id`,
};

/** The ids in order; nobody waits for it. */
export async function findHandedIn(runner: Runner, wish: HandedIn): Promise<string[]> {
  const { lessonId, examId, questionId, now, isUncorrected = false } = wish;
  const rows = await runner.rows<{ id: string }>(find, [lessonId, examId, questionId, now, isUncorrected]);
  return rows.map((row) => row.id);
}

/** Locks those that are (still) handed in, and answers them in order. */
export async function lockHandedIn(
  transaction: Transaction,
  attemptIds: readonly string[],
): Promise<string[]> {
  const rows = await transaction.rows<{ id: string }>(lock, [attemptIds]);
  return rows.map((row) => row.id);
}

/** Writes the marks of attempts under lock, of each attempt one. Courses are moved by `moveCourse`. */
export async function writeMarks(
  transaction: Transaction,
  marks: readonly NewMark[],
  now: Date,
): Promise<void> {
  // As one document: an array of documents is escaped and read twice.
  const rows = marks.map(({ attemptId, grade }) => ({
    id: attemptId,
    points: grade.points,
    has_passed: grade.pending.length > 0 ? null : grade.hasPassed,
    result: grade,
    needed_points: grade.neededPoints,
    possible_points: grade.possiblePoints,
    is_pending: grade.pending.length > 0,
  }));
  await transaction.rows(write, [JSON.stringify(rows), now]);
}
