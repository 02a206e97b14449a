// What a trainer should make of the figures of a question: one judgement and the signs behind it. It computes no figure.

export type ItemJudgement = 'good' | 'too-easy' | 'too-hard' | 'review' | 'too-few';
export type ItemWarning =
  | 'negative-discrimination'
  | 'weak-discrimination'
  | 'distractor-beats-key'
  | 'option-never-chosen'
  | 'below-guessing'
  | 'negative-covariance'
  | 'many-unanswered'
  | 'uneven-weight';

/** Where a figure begins to say something. The texts and the documentation name the same numbers. */
export const itemThresholds = {
  enoughAttempts: 30,
  hardBelow: 0.3,
  easyAbove: 0.8,
  discriminatesFrom: 0.2,
  manyUnansweredAbove: 0.1,
  /** Effective weight against intended weight, either way. */
  unevenWeightBeyond: 2,
} as const;

export interface JudgedOption {
  isKey: boolean;
  count: number;
  topShare: number | null;
}

export interface JudgedItem {
  kind: 'single' | 'multiple' | 'true-false' | 'essay';
  attempts: number;
  facilityIndex: number | null;
  randomGuessScore: number | null;
  intendedWeight: number | null;
  effectiveWeight: number | null;
  discriminationIndex: number | null;
  hasNegativeCovariance: boolean;
  options: readonly JudgedOption[];
  unanswered: number;
}

/**
 * Whether the best third chose a wrong option more often than the right one. Right options of a single choice are one answer
 * together; of multiple choice each must hold by itself, so the least chosen one is compared.
 */
function distractorBeatsKey(item: JudgedItem): boolean {
  const shares = (isKey: boolean) =>
    item.options.filter((option) => option.isKey === isKey).map((option) => option.topShare ?? 0);
  const keys = shares(true);
  if (keys.length === 0) return false;
  const key = item.kind === 'multiple' ? Math.min(...keys) : keys.reduce((sum, share) => sum + share, 0);
  return shares(false).some((share) => share > key);
}

function isUneven({ intendedWeight, effectiveWeight }: JudgedItem): boolean {
  if (intendedWeight === null || effectiveWeight === null) return false;
  const { unevenWeightBeyond } = itemThresholds;
  return (
    effectiveWeight > intendedWeight * unevenWeightBeyond ||
    effectiveWeight * unevenWeightBeyond < intendedWeight
  );
}

/**
 * The warning signs of a question. With too few attempts they would be chance, so only the one is given that explains a
 * blank: an effective weight that is not defined.
 */
export function itemWarnings(item: JudgedItem): ItemWarning[] {
  const { discriminationIndex: discrimination, facilityIndex: facility, randomGuessScore: guess } = item;
  const isEnough = item.attempts >= itemThresholds.enoughAttempts;
  const signs: readonly (readonly [ItemWarning, boolean])[] = [
    ['negative-discrimination', discrimination !== null && discrimination < 0],
    [
      'weak-discrimination',
      discrimination !== null && discrimination >= 0 && discrimination < itemThresholds.discriminatesFrom,
    ],
    ['distractor-beats-key', distractorBeatsKey(item)],
    ['option-never-chosen', item.options.some((option) => !option.isKey && option.count === 0)],
    ['below-guessing', facility !== null && guess !== null && facility < guess],
    ['negative-covariance', item.hasNegativeCovariance],
    ['many-unanswered', item.unanswered > item.attempts * itemThresholds.manyUnansweredAbove],
    ['uneven-weight', isUneven(item)],
  ];
  return signs
    .filter(([warning, isSeen]) => isSeen && (isEnough || warning === 'negative-covariance'))
    .map(([warning]) => warning);
}

/**
 * The judgement in one word; the first that holds. A discrimination that is not defined (a quiz of one question) speaks
 * neither for nor against a question.
 */
export function judgeItem(item: JudgedItem): ItemJudgement {
  const { attempts, facilityIndex: facility, discriminationIndex: discrimination } = item;
  if (attempts < itemThresholds.enoughAttempts || facility === null) return 'too-few';
  if ((discrimination ?? 0) < 0 || distractorBeatsKey(item)) return 'review';
  if (facility > itemThresholds.easyAbove) return 'too-easy';
  if (facility < itemThresholds.hardBelow) return 'too-hard';
  return (discrimination ?? 1) < itemThresholds.discriminatesFrom ? 'review' : 'good';
}
