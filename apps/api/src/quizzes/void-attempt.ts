// Takes an attempt out of the count because another one stands in its place. It is kept with everything in it.
import type { Statement, Transaction } from '../platform/database/database.js';

const put: Statement = {
  name: 'quizzes.void-attempt',
  text: `UPDATE attempt SET voided_at = $4 WHERE enrolment_id = $1 AND exam_id = $2 AND number < $3 AND voided_at IS NULL RETURNING id`,
};

/** Voids what one learner has at an exam below this number, open or handed in; answers the ids. A completion stays where it is. */
export async function voidAttempts(
  transaction: Transaction,
  {
    enrolmentId,
    examId,
    belowNumber,
    now,
  }: { enrolmentId: string; examId: string; belowNumber: number; now: Date },
): Promise<string[]> {
  const rows = await transaction.rows<{ id: string }>(put, [enrolmentId, examId, belowNumber, now]);
  return rows.map((row) => row.id);
}
