// How a quiz and its questions do, in figures.
import { z } from 'zod';
import { Difficulty } from './questions.js';
import { abilities, Id, Localized, Time } from './wire.js';

/** Shares are 0 to 1, points thousandths; null where the figure is not defined (nobody answered, all the same mark). Definitions: docs/item-statistics.md. */
export const ItemStatistics = z.object({
  questionId: Id,
  prompt: z.string(),
  kind: z.enum(['single', 'multiple', 'true-false', 'essay']),
  category: z.string().nullable(),
  difficulty: Difficulty.nullable(),
  attempts: z.int(),
  facilityIndex: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  randomGuessScore: z.number().nullable(),
  intendedWeight: z.number().nullable(),
  effectiveWeight: z.number().nullable(),
  discriminationIndex: z.number().nullable(),
  discriminativeEfficiency: z.number().nullable(),
  options: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      isKey: z.boolean(),
      count: z.int(),
      share: z.number(),
      /** Share among the best and the weakest third by the rest of the quiz. */
      topShare: z.number().nullable(),
      bottomShare: z.number().nullable(),
    }),
  ),
  unanswered: z.int(),
  judgement: z.enum(['good', 'too-easy', 'too-hard', 'review', 'too-few']),
  warnings: z.array(
    z.enum([
      'negative-discrimination',
      'weak-discrimination',
      'distractor-beats-key',
      'option-never-chosen',
      'below-guessing',
      'negative-covariance',
      'many-unanswered',
      'uneven-weight',
    ]),
  ),
});
export type ItemStatistics = z.infer<typeof ItemStatistics>;

export const QuizStatistics = z.object({
  courseId: Id,
  lessonId: Id,
  courseTitle: Localized,
  quizTitle: Localized,
  examName: z.string().nullable(),
  evaluatedAt: Time,
  /** Which attempts are counted: the first of each person, or all. */
  counted: z.enum(['first', 'all']),
  attempts: z.int(),
  /** In percent of the possible points. */
  mean: z.number().nullable(),
  median: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  skewness: z.number().nullable(),
  kurtosis: z.number().nullable(),
  /** Cronbach's alpha, in percent. */
  internalConsistency: z.number().nullable(),
  errorRatio: z.number().nullable(),
  standardError: z.number().nullable(),
  passedShare: z.number().nullable(),
  /** Attempts by tenth of the possible points, lowest first. */
  histogram: z.array(z.int()),
  items: z.array(ItemStatistics),
  abilities: abilities('correct'),
});
export type QuizStatistics = z.infer<typeof QuizStatistics>;
