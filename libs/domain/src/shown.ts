// What a learner may see of an attempt, and since when. It knows rules and times, no marks.
import type { ShownWhen } from './quiz-rule.js';

export interface Shown {
  mark: boolean;
  feedback: boolean;
  key: boolean;
  /** When what is hidden will show; null when never or now. */
  nextAt: Date | null;
}

/**
 * What shows now. Nothing before the release; before the submission only what the rule shows at once. `after-close` waits for the
 * grace too, because until then answers are still taken; without a window it never comes.
 */
export function whatShows(
  rule: { readonly feedback: ShownWhen; readonly key: ShownWhen; readonly graceMinutes: number },
  facts: {
    readonly submittedAt: Date | null;
    readonly closesAt: Date | null;
    readonly now: Date;
    /** True outside an exam. */
    readonly isReleased: boolean;
  },
): Shown {
  const { submittedAt, closesAt, now, isReleased } = facts;
  const opensAt = closesAt && new Date(closesAt.getTime() + rule.graceMinutes * 60_000);
  const shows = (when: ShownWhen): boolean => {
    if (!isReleased || when === 'never') return false;
    if (when === 'at-once') return true;
    if (!submittedAt) return false;
    return when === 'after-submit' || (opensAt !== null && now >= opensAt);
  };
  const isWaiting = [rule.feedback, rule.key].some((when) => when === 'after-close' && !shows(when));
  return {
    mark: isReleased && submittedAt !== null,
    feedback: shows(rule.feedback),
    key: shows(rule.key),
    nextAt: isReleased && submittedAt && isWaiting ? opensAt : null,
  };
}
