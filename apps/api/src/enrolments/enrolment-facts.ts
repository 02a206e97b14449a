// Small readings of an enrolment's facts that several answers need. Pure; knows no rule.
import { type AttemptFact as DatedAttempt, countingAttempt } from '@onetouch/domain';
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

/** Whether a mark may decide about the quiz by its rule: any, only the first, or only the last one. One in an exam stands by itself. */
function mayCount(attempt: SubmittedAttempt, marked: readonly SubmittedAttempt[]): boolean {
  if (attempt.examId !== null || attempt.counts === 'best') return true;
  if (attempt.counts === 'first') return attempt.number === 1;
  const isLater = (other: SubmittedAttempt) =>
    other.examId === null && other.lessonId === attempt.lessonId && other.number > attempt.number;
  return !marked.some(isLater);
}

/** The passed attempt at each quiz that came first: the one that met the criterion. */
export function passingAttempts(attempts: readonly AttemptFact[]): Map<string, SubmittedAttempt> {
  const passed = new Map<string, SubmittedAttempt>();
  const marked = attempts.filter(isSubmitted);
  for (const attempt of marked.filter((one) => one.hasPassed && mayCount(one, marked))) {
    const earlier = passed.get(attempt.lessonId);
    if (!earlier || new Date(attempt.submittedAt) < new Date(earlier.submittedAt))
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

/** The attempt that stands for a quiz: one that passed by an exam, else the one that counts by the rule; null without a mark. */
export function standingAttempt(
  rule: { readonly counts: 'best' | 'last' | 'first' },
  attempts: readonly AttemptFact[],
): SubmittedAttempt | null {
  const marked = attempts.filter(isSubmitted);
  const own = countingAttempt(
    rule,
    marked.filter((attempt) => attempt.examId === null),
  );
  const inExams = countingAttempt(
    { counts: 'best' },
    marked.filter((attempt) => attempt.examId !== null),
  );
  if (!own || !inExams) return own ?? inExams;
  return own.hasPassed === true || inExams.hasPassed !== true ? own : inExams;
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
