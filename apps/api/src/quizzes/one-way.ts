// The way back in a test that goes one way: a question is closed as soon as one on a later page has been answered. Goes by the time at
// which answers were given, because those of a device without a network arrive in any order.
import { clockToleranceSeconds } from '@onetouch/domain';
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import type { KnownAttempt } from './known-attempts.js';

const readFirst: Statement = {
  name: 'quizzes.first-behind',
  text: `SELECT min(least(answered_at, saved_at)) AS at FROM attempt_answer WHERE attempt_id = $1 AND question_id = ANY($2::uuid[])`,
};

type Pages = Pick<KnownAttempt, 'questionIds' | 'questionsPerPage'>;

/** The questions on the pages after that of this one, as the screen has them. */
export function questionsBehind({ questionIds, questionsPerPage }: Pages, questionId: string): string[] {
  const page = Math.floor(questionIds.indexOf(questionId) / questionsPerPage);
  return questionIds.slice((page + 1) * questionsPerPage);
}

/** When an answer was given as far as it is believed: never after it came. */
export function givenAt(answeredAt: Date | null, now: Date): Date {
  return answeredAt && answeredAt < now ? answeredAt : now;
}

/** Refuses with `attempt.answer-final` what was given after something on a later page. The attempt is locked. */
export async function refuseWayBack(
  transaction: Transaction,
  attempt: Pages,
  answer: { attemptId: string; questionId: string; givenAt: Date },
): Promise<void> {
  const behind = questionsBehind(attempt, answer.questionId);
  if (behind.length === 0) return;
  const [first] = await transaction.rows<{ at: Date | null }>(readFirst, [answer.attemptId, behind]);
  // A device measures its clock anew now and then, and an honest answer must not fall between two measurements.
  const closedAt = first?.at && first.at.getTime() + clockToleranceSeconds * 1_000;
  if (closedAt && answer.givenAt.getTime() > closedAt) throw new Problem('attempt.answer-final');
}
