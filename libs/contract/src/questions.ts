// Questions with their keys and rubrics, graded ones and quick checks. Knows no quiz that asks them.
import { z } from 'zod';
import { limits } from './limits.js';
import { Id, text } from './wire.js';

const OptionId = z.string().regex(/^[a-z0-9]{1,12}$/);
/** One thing that an essay is marked by; the points of a rubric add up to the points of its question. */
export const RubricCriterion = z.strictObject({
  id: OptionId,
  title: text(limits.titleLength),
  description: text(limits.promptLength, 0),
  /** In thousandths of a point. */
  points: z.int().min(1).max(limits.questionPoints),
});
export type RubricCriterion = z.infer<typeof RubricCriterion>;
export const EssayShape = z.strictObject({
  maxWords: z.int().min(20).max(limits.essayWords),
  rubric: z.array(RubricCriterion).min(1).max(limits.rubricCriteria),
});
export type EssayShape = z.infer<typeof EssayShape>;
const questionShape = {
  kind: z.enum(['single', 'multiple', 'true-false']),
  prompt: text(limits.promptLength),
  options: z
    .array(z.strictObject({ id: OptionId, text: text(limits.optionTextLength) }))
    .min(2)
    .max(limits.optionsPerQuestion),
  correct: z.array(OptionId).min(1).max(limits.optionsPerQuestion),
  explanation: text(limits.explanationLength),
};
type QuestionShape = { kind: string; options: { id: string }[]; correct: string[] };
/** A key that the options can meet: distinct options, the key among them, exactly one for single and true/false. */
function hasSoundKey(question: QuestionShape) {
  const ids = new Set(question.options.map((option) => option.id));
  const key = new Set(question.correct);
  if (ids.size !== question.options.length || key.size !== question.correct.length) return false;
  if (question.correct.some((id) => !ids.has(id))) return false;
  if (question.kind === 'true-false' && ids.size !== 2) return false;
  return question.kind === 'multiple' || key.size === 1;
}
const soundKey = {
  error:
    'the key must name existing options: one for single choice and true/false, at least one for multiple',
};

export const Difficulty = z.enum(['easy', 'medium', 'hard']);
export type Difficulty = z.infer<typeof Difficulty>;
/** A label that draws and results go by: a category, a tag, a competence. */
export const Label = text(limits.labelLength);

/** An essay has no options and no key, but a rubric whose points add up; any other question has a sound key and no rubric. */
function isSoundQuestion(question: QuestionShape & { points: number; essay?: EssayShape | undefined }) {
  if (question.kind !== 'essay')
    return question.essay === undefined && question.options.length >= 2 && hasSoundKey(question);
  const criteria = question.essay?.rubric ?? [];
  const isPlain = question.options.length === 0 && question.correct.length === 0;
  const sum = criteria.reduce((points, criterion) => points + criterion.points, 0);
  return isPlain && sum === question.points && new Set(criteria.map(({ id }) => id)).size === criteria.length;
}

/**
 * A graded question: `review` is the lesson to read again after a wrong answer, `points` count thousandths of a point. Category,
 * tags, difficulty and competence are what a draw chooses by and a result is told by.
 */
export const Question = z
  .strictObject({
    id: Id,
    kind: z.enum(['single', 'multiple', 'true-false', 'essay']),
    prompt: questionShape.prompt,
    options: z
      .array(z.strictObject({ id: OptionId, text: text(limits.optionTextLength) }))
      .max(limits.optionsPerQuestion),
    correct: z.array(OptionId).max(limits.optionsPerQuestion),
    explanation: questionShape.explanation,
    points: z.int().min(1).max(limits.questionPoints),
    review: Id,
    category: Label.optional(),
    tags: z.array(Label).max(limits.tagsPerQuestion).optional(),
    difficulty: Difficulty.optional(),
    competence: Label.optional(),
    essay: EssayShape.optional(),
  })
  .refine(isSoundQuestion, {
    error:
      'the key must name existing options: one for single choice and true/false, at least one for multiple; an essay has a rubric instead, with the points of the question',
  });
export type Question = z.infer<typeof Question>;
/** An ungraded quick check: answered at once in the browser, so it carries its own key. */
export const CheckQuestion = z.strictObject(questionShape).refine(hasSoundKey, soundKey);
export type CheckQuestion = z.infer<typeof CheckQuestion>;
