// How a result is told: in questions where every question counts the same, else in points. Pure.
import type { AttemptResult, PartResult } from '@onetouch/contract';
import { formatPoints } from '../platform/format-points.js';

export interface Told {
  /** `count`: a question each, so questions are what is missing; `points` otherwise. */
  unit: 'count' | 'points';
  value: number;
  needed: number;
  total: number;
  /** How many short of passing; 0 when passed. */
  short: number;
}

type Facts = Pick<
  AttemptResult,
  | 'questions'
  | 'rightCount'
  | 'neededCount'
  | 'hasPartialCredit'
  | 'wrongPercent'
  | 'questionCount'
  | 'points'
  | 'neededPoints'
  | 'possiblePoints'
  | 'hasPassed'
>;

/** Whether points can come in parts of a question, or go: then one more right answer is not one more share of the points. */
function hasShares({ questions, hasPartialCredit, wrongPercent }: Facts): boolean {
  const inParts = hasPartialCredit ? ['essay', 'multiple'] : ['essay'];
  return wrongPercent > 0 || questions.some(({ question }) => inParts.includes(question.kind));
}

/** Every question counts the same and is right or wrong, nothing in between and nothing taken off: then questions say it all. */
function isCounted(facts: Facts): boolean {
  const { questions, rightCount, points } = facts;
  const weights = new Set(questions.map(({ question }) => question.points));
  if (rightCount === null || weights.size > 1 || hasShares(facts)) return false;
  if (questions.some(({ correction }) => correction === 'dropped')) return false;
  const [weight] = weights;
  return weight === undefined || points === rightCount * weight;
}

/** The measure of a result that has a mark. */
export function tell(result: Facts): Told {
  const points = result.points ?? 0;
  const told = isCounted(result)
    ? {
        unit: 'count' as const,
        value: result.rightCount ?? 0,
        needed: result.neededCount,
        total: result.questionCount,
      }
    : { unit: 'points' as const, value: points, needed: result.neededPoints, total: result.possiblePoints };
  return { ...told, short: result.hasPassed ? 0 : Math.max(1, told.needed - told.value) };
}

/** A measure in words' numbers: whole questions, or points with at most two decimals. */
export function measured({ unit }: Told, value: number): string {
  return unit === 'count' ? String(value) : formatPoints(value);
}

/** Whether a part is as good as the whole has to be. */
export function isSolid(
  part: PartResult,
  { neededPoints, possiblePoints }: Pick<AttemptResult, 'neededPoints' | 'possiblePoints'>,
): boolean {
  return part.points * possiblePoints >= neededPoints * part.possiblePoints;
}
