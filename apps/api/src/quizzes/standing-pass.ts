// A pass that stands whatever the mark says: one that a person has kept or has yet to decide about, and one that was reached before more
// time opened the attempt again. Works out no mark.
import type { Grade } from '@onetouch/domain';
import type { Runner, Statement, Transaction } from '../platform/database/database.js';

/** SQL: whether the pass of this attempt stands by a decision, or until there is one. For the table or alias that is named. */
export function standsByDecision(attempt: string): string {
  return `EXISTS (SELECT 1 FROM correction_change h WHERE h.attempt_id = ${attempt}.id AND h.decision IN ('open', 'kept'))`;
}

const find: Statement = {
  name: 'quizzes.find-standing-passes',
  text: `SELECT a.id FROM attempt a WHERE a.id = ANY($1::uuid[]) AND (a.pass_stands OR ${standsByDecision('a')})`,
};
const drop: Statement = {
  name: 'quizzes.drop-standing-pass',
  text: 'UPDATE attempt SET pass_stands = false WHERE id = $1 AND pass_stands',
};

/** Those of these attempts whose pass stands. */
export async function findStandingPasses(
  runner: Runner,
  attemptIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await runner.rows<{ id: string }>(find, [attemptIds]);
  return new Set(rows.map(({ id }) => id));
}

/** From now on the mark decides: a person has withdrawn the pass. The attempt may be open. */
export async function dropStandingPass(transaction: Transaction, attemptId: string): Promise<void> {
  await transaction.rows(drop, [attemptId]);
}

/** The grade with the pass that stands, or as it is. */
export function withPass(grade: Grade, stands: boolean): Grade {
  return stands ? { ...grade, hasPassed: true } : grade;
}
