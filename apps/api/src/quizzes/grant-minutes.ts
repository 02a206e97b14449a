// More minutes in an exam, for one learner or a whole room: written down for every start to come, and given to what is running now.
import type { Statement, Transaction } from '../platform/database/database.js';
import { type AttemptSet, giveTime, type MovedAttempt } from './attempt-times.js';

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
 * Gives these enrolments more minutes; answers the attempts whose clocks moved. The caller holds their candidates, so that no start
 * passes by unseen, and makes sure that the same grant comes once.
 */
export async function grantMinutes(
  transaction: Transaction,
  set: AttemptSet,
  { minutes, reason, authorId }: Grant,
): Promise<MovedAttempt[]> {
  const { enrolmentIds, lessonId, examId, now } = set;
  await transaction.rows(insert, [enrolmentIds, lessonId, examId, minutes, reason, authorId, now]);
  return giveTime(transaction, set, minutes * 60);
}
