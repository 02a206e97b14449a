// How a quiz draws, marks and lets try again, who may start it, and what of that a learner sees. Knows no question itself.
import { z } from 'zod';
import { limits } from './limits.js';
import { Difficulty, Label } from './questions.js';
import { Id, text, Time } from './wire.js';

/** What a draw chooses from: questions that have this category, all these tags and this difficulty. */
export const QuestionFilter = z.strictObject({
  category: Label.optional(),
  tags: z.array(Label).max(limits.tagsPerQuestion).optional(),
  difficulty: Difficulty.optional(),
});
export type QuestionFilter = z.infer<typeof QuestionFilter>;

/** A fixed list, draws, or both. `points` in thousandths replaces the points of the questions it stands for. */
export const PaperPlan = z.strictObject({
  fixed: z
    .array(z.strictObject({ questionId: Id, points: z.int().min(1).max(limits.questionPoints).optional() }))
    .max(limits.questionsPerQuiz),
  draws: z
    .array(
      z.strictObject({
        count: z.int().min(1).max(limits.questionsPerQuiz),
        from: QuestionFilter,
        points: z.int().min(1).max(limits.questionPoints).optional(),
      }),
    )
    .max(limits.drawsPerPaper),
  /** Fixed questions keep their order in front; otherwise all are shuffled together. */
  keepsOrder: z.boolean(),
});
export type PaperPlan = z.infer<typeof PaperPlan>;

/** When something about an attempt is shown: question by question at once, after the submission, after the window has closed, or never. */
export const ShownWhen = z.enum(['at-once', 'after-submit', 'after-close', 'never']);
export type ShownWhen = z.infer<typeof ShownWhen>;

/** An address or a network in CIDR notation, IPv4 or IPv6. */
export const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Who may start: kept beside the rule and never sent to a learner. */
export const QuizGate = z.strictObject({
  accessCode: text(limits.accessCodeLength).optional(),
  networks: z.array(Network).max(limits.networksPerQuiz).optional(),
});
export type QuizGate = z.infer<typeof QuizGate>;

/**
 * How a quiz draws, marks and lets try again. Shares in whole percent, times in minutes. Everything optional has a default in
 * the domain's `completeRule`, so that an older rule says the same as it always did.
 */
export const QuizRule = z.strictObject({
  draw: z.int().min(1).max(limits.questionsPerQuiz),
  passPercent: z.int().min(1).max(100),
  attemptsAllowed: z.int().min(1).max(limits.attemptsAllowed),
  pauseMinutes: z
    .int()
    .min(0)
    .max(30 * 24 * 60),
  /** The quiz opens when every content lesson of the course is done. */
  requiresLessons: z.boolean(),
  /** Absent: one draw of `draw` questions from the whole set. With a plan `draw` is its number of questions. */
  paper: PaperPlan.optional(),
  /** Absent or null: no limit. */
  timeLimitMinutes: z.int().min(1).max(limits.timeLimitMinutes).nullable().optional(),
  opensAt: Time.nullable().optional(),
  /** No start after it, and no attempt runs past it. */
  closesAt: Time.nullable().optional(),
  counts: z.enum(['best', 'last', 'first']).optional(),
  /** Multiple choice: points for the share of right options chosen less the share of wrong ones. */
  hasPartialCredit: z.boolean().optional(),
  /** Taken off for a wrong choice, in percent of the points of the question; no answer costs nothing. */
  wrongPercent: z.int().min(0).max(100).optional(),
  navigation: z.enum(['free', 'one-way']).optional(),
  questionsPerPage: z.int().min(1).max(50).optional(),
  feedback: ShownWhen.optional(),
  key: ShownWhen.optional(),
  /** How long after the deadline answers that were given in time are still taken. */
  graceMinutes: z.int().min(0).max(limits.graceMinutes).optional(),
  /** How many people mark each essay by themselves. */
  markers: z.int().min(1).max(2).optional(),
  /** Two marks of an essay further apart than this share of its points need a third person. */
  markGapPercent: z.int().min(0).max(100).optional(),
});
export type QuizRule = z.infer<typeof QuizRule>;

/** The rule as a learner sees it: without the plan that names questions. */
export const ShownRule = z.object(QuizRule.shape).omit({ paper: true });
export type ShownRule = z.infer<typeof ShownRule>;
