// The result of an attempt with as much feedback as its rule shows: question by question, by part, and what to read again.
import { z } from 'zod';
import { AttemptHead, PaperQuestion } from './attempts.js';
import { Receipt } from './enrolments.js';
import { Id, Localized, Time } from './wire.js';

/** What an essay earned for one criterion of its rubric. */
export const CriterionResult = z.object({ title: z.string(), points: z.int(), possiblePoints: z.int() });
export type CriterionResult = z.infer<typeof CriterionResult>;

/** `correct`, `isRight`, `points` and `explanation` are null where the rule does not show them (yet). */
export const QuestionResult = z.object({
  question: PaperQuestion,
  chosen: z.array(z.string()),
  text: z.string(),
  correct: z.array(z.string()).nullable(),
  isRight: z.boolean().nullable(),
  points: z.int().nullable(),
  explanation: z.string().nullable(),
  /** Taken out of the marking, or marked by a wider key, after the fact. */
  correction: z.enum(['dropped', 'accepted']).nullable(),
  /** What a marker wrote to an essay. */
  comment: z.string().nullable(),
  /** Of an essay, as its markers agreed: what `points` is made of. Empty wherever `points` is null, and for any other question. */
  criteria: z.array(CriterionResult),
  review: z.object({ lessonId: Id, title: Localized, minutes: z.int() }).nullable(),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** Right and all questions of a part, with their points. */
export const PartResult = z.object({
  title: Localized,
  right: z.int(),
  total: z.int(),
  points: z.int(),
  possiblePoints: z.int(),
});
export type PartResult = z.infer<typeof PartResult>;

/** The mark with what to do next. `parts` sums the questions by module, `competences` by competence, `reviews` names the lessons with wrong answers, most wrong first. */
export const AttemptResult = AttemptHead.extend({
  receipt: Receipt,
  /** `marking`: essays wait for a person. `held`: the person responsible has not released it. `late`: an answer came after the time, and until `shows.nextAt` more may. Then every figure of the mark is null or empty. */
  status: z.enum(['marked', 'marking', 'held', 'late']),
  shows: z.object({
    feedback: z.boolean(),
    key: z.boolean(),
    /** When what is hidden will show; null when never or now. */ nextAt: Time.nullable(),
  }),
  rightCount: z.int().nullable(),
  questionCount: z.int(),
  neededCount: z.int(),
  /** Of the rule: with partial credit, or where wrong choices cost some, right answers do not tell how many points there are. */
  hasPartialCredit: z.boolean(),
  wrongPercent: z.int(),
  lateCount: z.int(),
  attemptsAllowed: z.int(),
  attemptsLeft: z.int(),
  nextAttemptAt: Time.nullable(),
  parts: z.array(PartResult),
  competences: z.array(PartResult),
  reviews: z.array(
    z.object({ lessonId: Id, number: z.int(), title: Localized, minutes: z.int(), wrong: z.int() }),
  ),
  questions: z.array(QuestionResult),
  courseCompletedAt: Time.nullable(),
  /** Of the course, once it was claimed. */
  certificateId: Id.nullable(),
});
export type AttemptResult = z.infer<typeof AttemptResult>;
