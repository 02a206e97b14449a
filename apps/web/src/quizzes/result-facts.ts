// How a result is told: in questions where every question counts the same, else in points. Pure.
import type { AttemptResult } from '@onetouch/contract';

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
  | 'questionCount'
  | 'points'
  | 'neededPoints'
  | 'possiblePoints'
  | 'hasPassed'
>;

/** The measure of a result. */
export function tell(result: Facts): Told {
  const weights = new Set(result.questions.map(({ question }) => question.points));
  const points = result.points ?? 0;
  const told =
    weights.size <= 1
      ? {
          unit: 'count' as const,
          value: result.rightCount,
          needed: result.neededCount,
          total: result.questionCount,
        }
      : { unit: 'points' as const, value: points, needed: result.neededPoints, total: result.possiblePoints };
  return { ...told, short: result.hasPassed ? 0 : Math.max(1, told.needed - told.value) };
}

/** Whether a part is as good as the whole has to be. */
export function isSolid(
  part: { right: number; total: number },
  { neededPoints, possiblePoints }: Pick<AttemptResult, 'neededPoints' | 'possiblePoints'>,
): boolean {
  return part.right * possiblePoints >= neededPoints * part.total;
}
