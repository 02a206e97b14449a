// More minutes in an exam, for one learner or a whole room: written down for every start to come, and given to what is running now.
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { type AttemptSet, giveTime } from './attempt-times.js';
import { findSeen } from './seen-answers.js';

interface Grant {
  minutes: number;
  reason: string;
  authorId: string;
}

const insert: Statement = {
  name: 'quizzes.grant-minutes',
  text: `INSERT INTO attempt_extension (id, enrolment_id, lesson_id, exam_id, minutes, attempts, reason, author_id, granted_at)
    SELECT uuidv7(), e, $2, $3, $4, 0, $5, $6, $7 FROM unnest($1::uuid[]) AS e`,
};

/**
 * Gives these enrolments more minutes, and answers those that get none: whose deadline has closed the attempt and who may have seen the
 * right answers since. Refuses with `attempt.key-shown` when that is everybody. The caller holds their candidates, so that no start
 * passes by unseen, and makes sure that the same grant comes once.
 */
export async function grantMinutes(
  transaction: Transaction,
  set: AttemptSet,
  { minutes, reason, authorId }: Grant,
): Promise<string[]> {
  const { lessonId, examId, now } = set;
  const seen = (await findSeen(transaction, set)).filter(({ closedBy }) => closedBy === 'deadline');
  const leftOut = new Set(seen.map(({ enrolmentId }) => enrolmentId));
  const enrolmentIds = set.enrolmentIds.filter((id) => !leftOut.has(id));
  if (leftOut.size > 0 && enrolmentIds.length === 0) throw new Problem('attempt.key-shown');
  await transaction.rows(insert, [enrolmentIds, lessonId, examId, minutes, reason, authorId, now]);
  await giveTime(transaction, { ...set, enrolmentIds }, minutes * 60);
  return [...leftOut];
}
