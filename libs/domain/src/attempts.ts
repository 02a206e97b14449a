// How often and when a quiz may be tried. It knows no marks beyond 'passed', and no clock but the `now` it is given.

export interface AttemptRule {
  readonly attemptsAllowed: number;
  /** Between the submission of one attempt and the start of the next. */
  readonly pauseMinutes: number;
}

export interface AttemptFact {
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly hasPassed: boolean | null;
}

export type StartVerdict =
  | { can: true }
  | { can: false; because: 'locked' | 'no-attempts-left'; at?: undefined }
  | { can: false; because: 'pause'; at: Date };

/** How many attempts remain. One that was started counts as used, submitted or not. */
export function attemptsLeft(rule: AttemptRule, attempts: readonly AttemptFact[]): number {
  return Math.max(0, rule.attemptsAllowed - attempts.length);
}

/**
 * The end of the pause after the last submission, passed or not; null when the next attempt may start at `now` or none is left.
 * A pass does not end the attempts: the best one counts, so trying again can only help.
 */
export function nextAttemptAt(rule: AttemptRule, attempts: readonly AttemptFact[], now: Date): Date | null {
  if (attemptsLeft(rule, attempts) === 0) return null;
  const submissions = attempts.flatMap((attempt) =>
    attempt.submittedAt ? [attempt.submittedAt.getTime()] : [],
  );
  if (submissions.length === 0) return null;
  const end = Math.max(...submissions) + rule.pauseMinutes * 60_000;
  return end > now.getTime() ? new Date(end) : null;
}

/**
 * Whether a new attempt may start now, and if not, the reason that a person can act on first: finish the lessons in
 * `lockedBy`, then attempts, then the pause with its end. An attempt that is still open is continued, not asked about here.
 */
export function canStartAttempt(facts: {
  readonly rule: AttemptRule;
  readonly attempts: readonly AttemptFact[];
  readonly lockedBy: readonly string[];
  readonly now: Date;
}): StartVerdict {
  if (facts.lockedBy.length > 0) return { can: false, because: 'locked' };
  if (attemptsLeft(facts.rule, facts.attempts) === 0) return { can: false, because: 'no-attempts-left' };
  const at = nextAttemptAt(facts.rule, facts.attempts, facts.now);
  return at ? { can: false, because: 'pause', at } : { can: true };
}
