// Moves the clocks of many attempts of an exam, or of one learner's quiz, in one statement each: pause, resume, more time. Runs in the
// caller's transaction, which records who did it and why. Attempts are locked in the order of their ids, so no two acts block each other.
import type { Statement, Transaction } from '../platform/database/database.js';
import { standsByDecision } from './standing-pass.js';

/** Attempts at one exam, or with `examId` null at one quiz outside of exams, of these enrolments. */
export interface AttemptSet {
  lessonId: string;
  examId: string | null;
  enrolmentIds: readonly string[];
  now: Date;
}

export interface MovedAttempt {
  id: string;
  enrolmentId: string;
  /** The deadline had closed it, and now it is open again. */
  isReopened: boolean;
}

// What a locked row says here is what it says after the wait for its lock.
const chosen = (
  more = '',
) => `SELECT a.id${more} FROM attempt a WHERE a.lesson_id = $1 AND a.exam_id IS NOT DISTINCT FROM $2 AND a.enrolment_id = ANY($3::uuid[])
  AND a.voided_at IS NULL`;
const pause: Statement = {
  name: 'quizzes.pause-attempts',
  text: `WITH chosen AS (${chosen()} AND a.submitted_at IS NULL AND a.paused_at IS NULL ORDER BY a.id FOR NO KEY UPDATE)
    UPDATE attempt SET paused_at = $4 FROM chosen WHERE attempt.id = chosen.id
    RETURNING attempt.id, attempt.enrolment_id AS "enrolmentId", false AS "isReopened"`,
};
// Whole seconds, rounded up, as the domain's pausedSeconds has it.
const resume: Statement = {
  name: 'quizzes.resume-attempts',
  text: `WITH chosen AS (${chosen()} AND a.submitted_at IS NULL AND a.paused_at IS NOT NULL ORDER BY a.id FOR NO KEY UPDATE)
    UPDATE attempt SET paused_at = NULL,
      deadline_at = deadline_at + greatest(0, ceil(extract(epoch FROM $4::timestamptz - paused_at))) * interval '1 second'
    FROM chosen WHERE attempt.id = chosen.id
    RETURNING attempt.id, attempt.enrolment_id AS "enrolmentId", false AS "isReopened"`,
};
// Not one that is kept back, by a person or for the late answers that may still change it.
const passCounts =
  '(a.has_passed IS TRUE AND NOT a.is_held AND (a.held_until IS NULL OR a.held_until <= $4))';
// Open again is only what the deadline closed, and only while the new deadline is ahead. Only the newest
// attempt: one that came after it stands in its place. A pass that counts already is not taken away by answers of the time that was given.
const give: Statement = {
  name: 'quizzes.give-time',
  text: `WITH judged AS (${chosen(`, a.submitted_at IS NOT NULL AND a.deadline_at + $5::integer * interval '1 second' > $4 AS reopens`)}
        AND (a.submitted_at IS NULL OR a.closed_by = 'deadline') AND a.deadline_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM attempt n WHERE n.enrolment_id = a.enrolment_id AND n.lesson_id = a.lesson_id
          AND n.exam_id IS NOT DISTINCT FROM a.exam_id AND n.number > a.number)
      ORDER BY a.id FOR NO KEY UPDATE OF a
    )
    UPDATE attempt a SET deadline_at = a.deadline_at + $5::integer * interval '1 second', extra_seconds = a.extra_seconds + $5::integer,
      pass_stands = a.pass_stands OR (judged.reopens AND (${passCounts} OR ${standsByDecision('a')})),
      submitted_at = CASE WHEN NOT judged.reopens THEN a.submitted_at END,
      closed_by = CASE WHEN NOT judged.reopens THEN a.closed_by END,
      points = CASE WHEN NOT judged.reopens THEN a.points END,
      has_passed = CASE WHEN NOT judged.reopens THEN a.has_passed END,
      result = CASE WHEN NOT judged.reopens THEN a.result END,
      marked_at = CASE WHEN NOT judged.reopens THEN a.marked_at END,
      held_until = CASE WHEN NOT judged.reopens THEN a.held_until + $5::integer * interval '1 second' END
    FROM judged WHERE a.id = judged.id RETURNING a.id, a.enrolment_id AS "enrolmentId", judged.reopens AS "isReopened"`,
};

const valuesOf = ({ lessonId, examId, enrolmentIds, now }: AttemptSet) => [
  lessonId,
  examId,
  enrolmentIds,
  now,
];

/** Stops the clocks of the open attempts that run. Answers are still taken. */
export function pauseAttempts(transaction: Transaction, set: AttemptSet): Promise<MovedAttempt[]> {
  return transaction.rows<MovedAttempt>(pause, valuesOf(set));
}

/** Lets the clocks run again; the deadline moves by the length of the pause. */
export function resumeAttempts(transaction: Transaction, set: AttemptSet): Promise<MovedAttempt[]> {
  return transaction.rows<MovedAttempt>(resume, valuesOf(set));
}

/** Gives open attempts more seconds; one that the deadline closed gets them too, and is open again while its new deadline is ahead. */
export function giveTime(
  transaction: Transaction,
  set: AttemptSet,
  seconds: number,
): Promise<MovedAttempt[]> {
  return transaction.rows<MovedAttempt>(give, [...valuesOf(set), seconds]);
}
