// What may be put right about a faulty question, and what holds for it when several corrections add up. It gives no marks.

/** `drop`: the question counts for nobody. `accept`: these options count as right too. */
export type QuestionCorrection =
  | { readonly questionId: string; readonly action: 'drop' }
  | { readonly questionId: string; readonly action: 'accept'; readonly optionIds: readonly string[] };

/** A question as the marking sees it after its corrections. */
export interface CorrectedKey {
  /** A dropped question counts for nobody, whatever else was accepted for it. */
  isDropped: boolean;
  /** Every set of options that is fully right when exactly it is chosen; the first is the key of the paper. */
  keys: string[][];
}

function acceptedKeys(
  question: { readonly kind?: string | undefined; readonly correct: readonly string[] },
  optionIds: readonly string[],
): string[][] {
  // With one answer to choose, every accepted option is right by itself; of several, the set is right as a whole.
  return question.kind === 'multiple' ? [[...new Set(optionIds)]] : optionIds.map((id) => [id]);
}

/**
 * What counts for one question of a paper after all corrections of its quiz, in any order: a drop outweighs every acceptance,
 * and acceptances add up. Corrections of other questions are ignored, and so are options that the question does not have.
 */
export function correctedKey(
  question: {
    readonly id: string;
    readonly kind?: string | undefined;
    readonly correct: readonly string[];
    readonly options: readonly { readonly id: string }[];
  },
  corrections: readonly QuestionCorrection[],
): CorrectedKey {
  const own = corrections.filter((correction) => correction.questionId === question.id);
  const known = new Set(question.options.map((option) => option.id));
  const accepted = own.flatMap((correction) => {
    if (correction.action === 'drop') return [];
    // A set that names an unknown option can be chosen by nobody; without it, it would be another set.
    return acceptedKeys(question, correction.optionIds).filter(
      (key) => key.length > 0 && key.every((id) => known.has(id)),
    );
  });
  return {
    isDropped: own.some((correction) => correction.action === 'drop'),
    keys: [[...question.correct], ...accepted],
  };
}
