// Questions as authors write them: options with `correct: true`, one claim that is true or not, or an essay with its rubric.
import type { CheckQuestion, Question } from '@onetouch/contract';
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

/** An essay: in place of options what it is marked by, in points; a category of its own keeps it out of draws that name others. */
export const writtenEssay = {
  prompt: z.string(),
  category: z.string(),
  maxWords: z.number(),
  rubric: z.array(z.strictObject({ title: z.string(), description: z.string(), points: z.number() })),
  explanation: z.string(),
};
type WrittenEssay = z.infer<z.ZodObject<typeof writtenEssay>>;
type EssayQuestion = Pick<
  Question,
  'kind' | 'prompt' | 'options' | 'correct' | 'explanation' | 'points' | 'category' | 'essay'
>;

/** The essay as a question that counts the points of its rubric, in thousandths. */
export function essayOf({ rubric, maxWords, ...written }: WrittenEssay, id: string): EssayQuestion {
  const criteria = rubric.map(({ title, description, points }, position) => ({
    id: stableOptionId(id, position, title),
    ...{ title, description, points: points * 1_000 },
  }));
  return {
    ...written,
    ...{ kind: 'essay', options: [], correct: [] },
    points: criteria.reduce((sum, { points }) => sum + points, 0),
    essay: { maxWords, rubric: criteria },
  };
}
