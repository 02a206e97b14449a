// What a learner may see of an attempt, and since when. It knows rules and times, no marks.
import type { ShownWhen } from './quiz-rule.js';

export interface Shown {
  mark: boolean;
  /** The mark by parts of the course and by competence, and what to review: of few questions each, it tells which are wrong. */
  parts: boolean;
  feedback: boolean;
  key: boolean;
  /** When what is hidden will show; null when never or now. */
  nextAt: Date | null;
}

/**
 * What shows now. Nothing before the release; before the submission only what the rule shows at once. Whatever tells answers waits for
 * the grace, because until then answers are still taken: that of the window, and that of an attempt which its deadline closed. Once an
 * answer came late the mark waits for it too: it would tell with every further one whether that was right. Without a window
 * `after-close` never comes.
 */
export function whatShows(
  rule: { readonly feedback: ShownWhen; readonly key: ShownWhen; readonly graceMinutes: number },
  facts: {
    readonly submittedAt: Date | null;
    readonly closesAt: Date | null;
    readonly now: Date;
    /** True outside an exam. */
    readonly isReleased: boolean;
    /** Until then late answers to this attempt are taken; null when none are. */
    readonly answersUntil?: Date | null;
    /** Since an answer came late the mark is kept back, until then; null when none did. */
    readonly heldUntil?: Date | null;
  },
): Shown {
  const { submittedAt, closesAt, now, isReleased, answersUntil = null, heldUntil = null } = facts;
  const closedAt = closesAt && new Date(closesAt.getTime() + rule.graceMinutes * 60_000);
  /** When a handed-in attempt shows it; null for never. */
  const opensAt = (when: ShownWhen): number | null => {
    if (when === 'never' || (when === 'after-close' && !closedAt)) return null;
    return Math.max(answersUntil?.getTime() ?? 0, when === 'after-close' ? (closedAt?.getTime() ?? 0) : 0);
  };
  const shows = (when: ShownWhen): boolean => {
    if (!isReleased || (submittedAt && heldUntil)) return false;
    if (!submittedAt) return when === 'at-once';
    const at = opensAt(when);
    return at !== null && now.getTime() >= at;
  };
  const hidden = [rule.feedback, rule.key].flatMap((when) => (shows(when) ? [] : (opensAt(when) ?? [])));
  const next = heldUntil ? [heldUntil.getTime()] : hidden;
  const mark = isReleased && submittedAt !== null && heldUntil === null;
  return {
    mark,
    parts: mark && (answersUntil === null || now >= answersUntil),
    feedback: shows(rule.feedback),
    key: shows(rule.key),
    nextAt: isReleased && submittedAt && next.length > 0 ? new Date(Math.min(...next)) : null,
  };
}
