// Marks an attempt again because something came after its submission: late answers, a marker's points, a correction of a question.
import type { Grade, QuestionCorrection } from '@onetouch/domain';
import type { Statement, Transaction } from '../platform/database/database.js';
import { answersToMark, gradeCase, lockCase, type MarkingCase } from './marking-case.js';
import { findStandingPasses, withPass } from './standing-pass.js';
import { type MarkContext, writeMark } from './write-mark.js';

export interface Remarked {
  attempt: MarkingCase;
  before: Grade | null;
  after: Grade;
}

interface RemarkOptions extends MarkContext {
  /** Whether a pass is left standing whatever the mark says; without a word, when a person has kept it or has yet to decide. */
  keepsPass?: boolean;
}

const settle: Statement = {
  name: 'quizzes.settle-essay',
  text: `UPDATE attempt_answer SET points = $3, comment = $4 WHERE attempt_id = $1 AND question_id = $2 RETURNING question_id`,
};
const correct: Statement = {
  name: 'quizzes.correct-question',
  text: `INSERT INTO question_correction (id, lesson_id, exam_id, correction, applied_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (id) DO NOTHING`,
};

/** Works out the mark anew and writes it; undefined for an attempt that is not handed in. Locks the attempt, then the enrolment. */
export async function remarkAttempt(
  transaction: Transaction,
  attemptId: string,
  { keepsPass, ...context }: RemarkOptions,
): Promise<Remarked | undefined> {
  const attempt = await lockCase(transaction, attemptId);
  if (!attempt?.submittedAt) return undefined;
  const grade = gradeCase(attempt, await answersToMark(transaction, attemptId));
  const isKept = grade.hasPassed !== true && (await passStands(transaction, attempt, keepsPass));
  const after = withPass(grade, isKept);
  await writeMark(transaction, { attempt, grade: after }, context);
  return { attempt, before: attempt.result, after };
}

/** What a person kept stands even where an essay that came late had made the pass unknown for a while. */
async function passStands(
  transaction: Transaction,
  { id, hasPassed }: MarkingCase,
  keepsPass: boolean | undefined,
): Promise<boolean> {
  if (keepsPass !== undefined) return keepsPass && hasPassed === true;
  return (await findStandingPasses(transaction, [id])).has(id);
}

/** Keeps what markers settled for an essay; false when there is no such answer. The attempt is marked again by `remarkAttempt`. */
export async function settleEssay(
  transaction: Transaction,
  essay: { attemptId: string; questionId: string; points: number; comment: string },
): Promise<boolean> {
  const { attemptId, questionId, points, comment } = essay;
  return (await transaction.rows(settle, [attemptId, questionId, points, comment])).length === 1;
}

/** Puts a correction in force: from now on everything of this quiz (or of one exam) is marked by it, what is open today included. */
export async function putCorrection(
  transaction: Transaction,
  entry: {
    id: string;
    lessonId: string;
    examId: string | null;
    correction: QuestionCorrection;
    appliedAt: Date;
  },
): Promise<void> {
  const { id, lessonId, examId, correction: wish, appliedAt } = entry;
  await transaction.rows(correct, [id, lessonId, examId, JSON.stringify(wish), appliedAt]);
}
