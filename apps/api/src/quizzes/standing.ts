// How a learner stands to a quiz outside of exams: attempts so far, and what extensions add. Decides nothing.
import { answersUntil, type AttemptWindow, type ClosedBy, type CompleteRule } from '@onetouch/domain';
import type { Runner, Statement } from '../platform/database/database.js';

export interface TriedAttempt {
  id: string;
  number: number;
  startedAt: Date;
  submittedAt: Date | null;
  hasPassed: boolean | null;
}

export interface Extra {
  minutes: number;
  attempts: number;
}

const readAttempts: Statement = {
  name: 'quizzes.attempts-so-far',
  text: `SELECT id, number, started_at AS "startedAt", submitted_at AS "submittedAt", has_passed AS "hasPassed"
    FROM attempt WHERE enrolment_id = $1 AND lesson_id = $2 AND exam_id IS NULL AND voided_at IS NULL ORDER BY number`,
};
const readExtra: Statement = {
  name: 'quizzes.read-extra',
  text: `SELECT coalesce(sum(minutes), 0)::integer AS minutes, coalesce(sum(attempts), 0)::integer AS attempts
    FROM attempt_extension WHERE enrolment_id = $1 AND lesson_id = $2 AND exam_id IS NULL`,
};

// Those that their deadline has closed, and those under way in an exam, which theirs will close.
const readTaking: Statement = {
  name: 'quizzes.attempts-that-take-answers',
  text: `SELECT coalesce(closed_by, 'deadline') AS "closedBy", (rule ->> 'graceMinutes')::integer AS "graceMinutes",
      deadline_at + CASE WHEN paused_at IS NULL THEN interval '0' ELSE interval '1 day' END AS "deadlineAt"
    FROM attempt WHERE enrolment_id = $1 AND lesson_id = $2 AND voided_at IS NULL
      AND (closed_by = 'deadline' OR (submitted_at IS NULL AND exam_id IS NOT NULL))`,
};

interface TakingAttempt {
  closedBy: ClosedBy;
  deadlineAt: Date | null;
  graceMinutes: number;
}

/**
 * Until when some attempt of this learner at the quiz, in an exam or not, takes answers that a key would give away; null when none does.
 * The key of another attempt is the key of this one: its questions come from the same set.
 */
export async function answersTakenUntil(
  runner: Runner,
  enrolmentId: string,
  lessonId: string,
): Promise<Date | null> {
  const taking = await runner.rows<TakingAttempt>(readTaking, [enrolmentId, lessonId]);
  const times = taking.flatMap((attempt) => answersUntil(attempt)?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** Attempts at a quiz by number, without those in exams. */
export function attemptsSoFar(
  runner: Runner,
  enrolmentId: string,
  lessonId: string,
): Promise<TriedAttempt[]> {
  return runner.rows<TriedAttempt>(readAttempts, [enrolmentId, lessonId]);
}

/** What extensions add up to. */
export async function extraOf(runner: Runner, enrolmentId: string, lessonId: string): Promise<Extra> {
  return (await runner.rows<Extra>(readExtra, [enrolmentId, lessonId]))[0] ?? { minutes: 0, attempts: 0 };
}

const dateOf = (time: string | null) => (time === null ? null : new Date(time));

/** The window of a rule with the learner's own extra attempts, as the domain takes it. */
export function windowOf(rule: CompleteRule, extra: Extra, now: Date): AttemptWindow {
  return {
    now,
    opensAt: dateOf(rule.opensAt),
    closesAt: dateOf(rule.closesAt),
    extraAttempts: extra.attempts,
  };
}
