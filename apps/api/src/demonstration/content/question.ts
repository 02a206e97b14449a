// Questions as authors write them: options with `correct: true`, or one claim that is true or not.
import type { CheckQuestion } from '@onetouch/contract';
import { z } from 'zod';
import { ContentError, type Place } from './content-error.js';
import { stableOptionId } from './stable-ids.js';

export const writtenQuestion = {
  kind: z.enum(['single', 'multiple', 'true-false']),
  prompt: z.string(),
  options: z.array(z.strictObject({ text: z.coerce.string(), correct: z.boolean().optional() })).optional(),
  /** Only for true-false, instead of options. */
  correct: z.boolean().optional(),
  explanation: z.string(),
};
export type WrittenQuestion = z.infer<z.ZodObject<typeof writtenQuestion>>;

function optionsOf({ kind, options, correct }: WrittenQuestion, place: Place) {
  if (kind !== 'true-false') {
    if (!options || correct !== undefined)
      throw new ContentError(place, 'needs options, the right ones marked `correct: true`');
    return options;
  }
  if (options || correct === undefined)
    throw new ContentError(place, 'a true-false question has `correct: true` or `false` and no options');
  return [
    { text: 'Đúng', correct },
    { text: 'Sai', correct: !correct },
  ];
}

/** The question with its key; ids of options come from `id`, so that they stay the same and say nothing. */
export function questionOf(written: WrittenQuestion, id: string, place: Place): CheckQuestion {
  const options = optionsOf(written, place).map(({ text, correct }, position) => ({
    id: stableOptionId(id, position, text),
    text,
    isRight: correct === true,
  }));
  return {
    kind: written.kind,
    prompt: written.prompt,
    options: options.map(({ id: optionId, text }) => ({ id: optionId, text })),
    correct: options.filter((option) => option.isRight).map((option) => option.id),
    explanation: written.explanation,
  };
}
