// What the marks of an essay come to: one marker, or two who must be near each other, or a third who decides. It knows no person.

/** How many mark an essay, and how far two marks may lie apart, in percent of the points of the question. */
export interface MarkingRule {
  readonly markers: number;
  readonly markGapPercent: number;
}

export interface SettledEssay {
  /** Whole thousandths. */
  points: number;
  by: 'single' | 'mean' | 'decider';
}

/** Whether two marks lie further apart than the rule bears. */
function isTooFar(one: number, other: number, limit: number): boolean {
  return Math.abs(one - other) * 100 > limit;
}

/**
 * The mark that counts, of marks in the order in which they were given; null while another one is needed. Two near each other count
 * as their mean, half a thousandth for the learner; after two that lie too far apart the third decides alone.
 */
export function settledEssay(
  rule: MarkingRule & { readonly possiblePoints: number },
  marks: readonly number[],
): SettledEssay | null {
  const [first, second, third] = marks;
  if (first === undefined) return null;
  if (rule.markers < 2) return { points: first, by: 'single' };
  if (second === undefined) return null;
  if (!isTooFar(first, second, rule.markGapPercent * rule.possiblePoints))
    return { points: Math.ceil((first + second) / 2), by: 'mean' };
  return third === undefined ? null : { points: third, by: 'decider' };
}

/** How many marks an essay needs in all, as far as the marks so far tell. */
export function marksNeeded(
  rule: MarkingRule & { readonly possiblePoints: number },
  marks: readonly number[],
): number {
  if (rule.markers < 2) return 1;
  const settled = settledEssay(rule, marks.slice(0, 2));
  return marks.length >= 2 && settled === null ? 3 : 2;
}
