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

/** What one marker gave for one criterion of the rubric, in whole thousandths. */
export interface CriterionPoints {
  readonly criterionId: string;
  readonly points: number;
}

const sumOf = (criteria: readonly CriterionPoints[]) => criteria.reduce((sum, { points }) => sum + points, 0);

/** The means of two marks by criterion; of the halves as many count in full, from the first on, as make up the mean of the whole. */
function meanOf(
  one: readonly CriterionPoints[],
  other: readonly CriterionPoints[],
  whole: number,
): CriterionPoints[] {
  const points = new Map(other.map((criterion) => [criterion.criterionId, criterion.points]));
  const doubled = one.map((own) => own.points + (points.get(own.criterionId) ?? 0));
  let left = whole - doubled.reduce((sum, both) => sum + Math.floor(both / 2), 0);
  return one.map(({ criterionId }, place) => {
    const both = doubled[place] ?? 0;
    const isRaised = both % 2 === 1 && left > 0;
    if (isRaised) left -= 1;
    return { criterionId, points: Math.floor(both / 2) + (isRaised ? 1 : 0) };
  });
}

/** The mark that counts by criterion, of the same marks: its parts sum to the settled points. Empty while another mark is needed. */
export function settledCriteria(
  rule: MarkingRule & { readonly possiblePoints: number },
  marks: readonly (readonly CriterionPoints[])[],
): readonly CriterionPoints[] {
  const settled = settledEssay(rule, marks.map(sumOf));
  const [first = [], second = [], third = []] = marks;
  if (settled?.by === 'mean') return meanOf(first, second, settled.points);
  if (settled?.by === 'decider') return third;
  return settled ? first : [];
}
