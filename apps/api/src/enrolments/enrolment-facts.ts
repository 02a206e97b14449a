// Small readings of an enrolment's facts that several answers need. Pure; knows no rule.
import type { AttemptFact as DatedAttempt } from '@onetouch/domain';
import type { AttemptFact, EnrolmentFacts } from './enrolments.queries.js';

type Facts = Pick<EnrolmentFacts, 'lessons' | 'attempts'>;
export type SubmittedAttempt = AttemptFact & { submittedAt: string; points: number };

function isSubmitted(attempt: AttemptFact): attempt is SubmittedAttempt {
  return attempt.submittedAt !== null && attempt.points !== null;
}

/** When each content lesson was done. */
export function doneLessons(facts: Pick<Facts, 'lessons'>): Map<string, Date> {
  return new Map(
    facts.lessons.flatMap(({ lessonId, doneAt }) => (doneAt ? [[lessonId, new Date(doneAt)] as const] : [])),
  );
}

/** The first passed attempt at each quiz: the one that met the criterion. */
export function passingAttempts(attempts: readonly AttemptFact[]): Map<string, SubmittedAttempt> {
  const passed = new Map<string, SubmittedAttempt>();
  for (const attempt of attempts.filter(isSubmitted)) {
    const earlier = passed.get(attempt.lessonId);
    if (attempt.hasPassed && (!earlier || attempt.number < earlier.number))
      passed.set(attempt.lessonId, attempt);
  }
  return passed;
}

/** When each quiz was passed for the first time. */
export function passedQuizzes(facts: Pick<Facts, 'attempts'>): Map<string, Date> {
  return new Map(
    [...passingAttempts(facts.attempts)].map(([lessonId, attempt]) => [
      lessonId,
      new Date(attempt.submittedAt),
    ]),
  );
}

/** The attempt with the most points, the earlier one among equals. */
export function bestAttempt(attempts: readonly AttemptFact[]): SubmittedAttempt | null {
  return (
    attempts
      .filter(isSubmitted)
      .sort((one, other) => other.points - one.points || one.number - other.number)[0] ?? null
  );
}

/** Attempts as the domain's rules take them: with dates instead of text. */
export function datedAttempts(
  attempts: readonly Pick<AttemptFact, 'startedAt' | 'submittedAt' | 'hasPassed'>[],
): DatedAttempt[] {
  return attempts.map(({ startedAt, submittedAt, hasPassed }) => ({
    startedAt: new Date(startedAt),
    submittedAt: submittedAt ? new Date(submittedAt) : null,
    hasPassed,
  }));
}

/** Every time at which something happened to an attempt. */
export function attemptTimes(facts: Pick<Facts, 'attempts'>): string[] {
  return facts.attempts.flatMap((attempt) => [
    attempt.startedAt,
    ...(attempt.submittedAt ? [attempt.submittedAt] : []),
  ]);
}

/** The latest of ISO times, or null. */
export function latest(times: readonly string[]): Date | null {
  return times.length === 0 ? null : new Date(Math.max(...times.map((time) => new Date(time).getTime())));
}
