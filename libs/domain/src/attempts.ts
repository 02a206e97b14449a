// How often and when a quiz may be tried, and which attempt counts. It knows no marks beyond those it compares, and no clock but the `now` it is given.

export interface AttemptRule {
  readonly attemptsAllowed: number;
  /** Between the submission of one attempt and the start of the next. */
  readonly pauseMinutes: number;
}

/** An attempt that counts: one that was voided is not handed over. */
export interface AttemptFact {
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly hasPassed: boolean | null;
}

/** What surrounds the attempts: the time, the window of the quiz, and what extensions add. */
export interface AttemptWindow {
  readonly now: Date;
  readonly opensAt: Date | null;
  /** No start from then on. */
  readonly closesAt: Date | null;
  readonly extraAttempts: number;
}

export type StartVerdict =
  | { can: true }
  | { can: false; because: 'locked' | 'no-attempts-left' | 'over'; at?: undefined }
  | { can: false; because: 'pause' | 'not-open'; at: Date };

/** How many attempts remain. One that was started counts as used, submitted or not. */
export function attemptsLeft(
  rule: AttemptRule,
  attempts: readonly AttemptFact[],
  extraAttempts: number = 0,
): number {
  return Math.max(0, rule.attemptsAllowed + extraAttempts - attempts.length);
}

function pauseEnd(rule: AttemptRule, attempts: readonly AttemptFact[]): number {
  const submissions = attempts.flatMap((attempt) =>
    attempt.submittedAt ? [attempt.submittedAt.getTime()] : [],
  );
  return submissions.length === 0 ? -Infinity : Math.max(...submissions) + rule.pauseMinutes * 60_000;
}

/**
 * Whether a new attempt may start now, and if not, the reason that a person can act on first: a window that is over, where
 * nothing can be done, then the lessons in `lockedBy`, then attempts, then the times to wait for, the later one. An attempt that is
 * still open is continued, not asked about here.
 */
export function canStartAttempt(
  facts: AttemptWindow & {
    readonly rule: AttemptRule;
    readonly attempts: readonly AttemptFact[];
    readonly lockedBy: readonly string[];
  },
): StartVerdict {
  const { rule, attempts, now, opensAt, closesAt } = facts;
  const isClosedAt = (time: number) => closesAt !== null && time >= closesAt.getTime();
  if (isClosedAt(now.getTime())) return { can: false, because: 'over' };
  if (facts.lockedBy.length > 0) return { can: false, because: 'locked' };
  if (attemptsLeft(rule, attempts, facts.extraAttempts) === 0)
    return { can: false, because: 'no-attempts-left' };
  const [pauseEndsAt, windowOpensAt] = [pauseEnd(rule, attempts), opensAt?.getTime() ?? -Infinity];
  const at = Math.max(pauseEndsAt, windowOpensAt);
  if (at <= now.getTime()) return { can: true };
  // A pause that outlasts the window ends in no attempt: to name its end would be a promise that is not kept.
  if (isClosedAt(at)) return { can: false, because: 'over' };
  return { can: false, because: windowOpensAt >= pauseEndsAt ? 'not-open' : 'pause', at: new Date(at) };
}

/**
 * When the next attempt may start: the end of the pause after the last submission, passed or not, or the opening of the window; null
 * when it may start at once or never. A pass does not end the attempts. A bare date stands for a quiz without a window.
 */
export function nextAttemptAt(
  rule: AttemptRule,
  attempts: readonly AttemptFact[],
  when: Date | AttemptWindow,
): Date | null {
  const window = when instanceof Date ? { now: when, opensAt: null, closesAt: null, extraAttempts: 0 } : when;
  const verdict = canStartAttempt({ ...window, rule, attempts, lockedBy: [] });
  return verdict.can ? null : (verdict.at ?? null);
}

export interface MarkedAttempt {
  readonly number: number;
  /** Null until everything is marked. */
  readonly points: number | null;
  readonly possiblePoints: number | null;
}

/** Attempts without a mark do not count yet; of equal marks the earlier one counts. */
function isBetter(one: MarkedAttempt, other: MarkedAttempt): boolean {
  // Cross-multiplied, because papers may differ in what is possible and shares would not be integers.
  const [mine, theirs] = [
    (one.points ?? 0) * (other.possiblePoints ?? 0),
    (other.points ?? 0) * (one.possiblePoints ?? 0),
  ];
  return mine === theirs ? one.number < other.number : mine > theirs;
}

/** The attempt that counts by the rule among those with a mark, in whatever order they come; null when none has one. */
export function countingAttempt<T extends MarkedAttempt>(
  rule: { readonly counts: 'best' | 'last' | 'first' },
  attempts: readonly T[],
): T | null {
  const marked = attempts.filter((attempt) => attempt.points !== null);
  const isBefore = {
    best: isBetter,
    last: (one: T, other: T) => one.number > other.number,
    first: (one: T, other: T) => one.number < other.number,
  }[rule.counts];
  return marked.reduce<T | null>(
    (chosen, attempt) => (!chosen || isBefore(attempt, chosen) ? attempt : chosen),
    null,
  );
}
