// Attempts with their paper and clock, and answers with receipts.
// Points are whole thousandths of a point everywhere; times are the server's.
import { z } from 'zod';
import { Receipt } from './enrolments.js';
import { ShownRule } from './quiz-rule.js';
import { Id, Localized, Time } from './wire.js';

/** A question as a learner sees it on the paper: options already in their order, no key, no feedback. */
export const PaperQuestion = z.object({
  id: Id,
  kind: z.enum(['single', 'multiple', 'true-false', 'essay']),
  prompt: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  points: z.int(),
  /** Of an essay; null for any other kind. */
  maxWords: z.int().nullable(),
});
export type PaperQuestion = z.infer<typeof PaperQuestion>;

/** A browser's own random name, so that two devices on one attempt can be told apart. It says nothing about the device. */
export const DeviceId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
export type DeviceId = z.infer<typeof DeviceId>;

export const ClosedBy = z.enum(['learner', 'deadline', 'invigilator']);
export type ClosedBy = z.infer<typeof ClosedBy>;

/** What there is to judge late answers by: the device's word for when they were given, and the server's for when it heard of the device. */
export const LateProof = z.object({
  answeredFrom: Time,
  answeredUntil: Time,
  /** The last sign of life before the silence that they came out of, and the first one after it; null without a silence. */
  heardBeforeAt: Time.nullable(),
  heardAgainAt: Time.nullable(),
  /** Whether all of them were given while nothing was heard. */
  wasSilent: z.boolean(),
  devices: z.int(),
});
export type LateProof = z.infer<typeof LateProof>;

/** What the page counts against. It moves its own clock by `serverTime`, never the other way round. */
export const AttemptState = z.object({
  serverTime: Time,
  startedAt: Time,
  /** Null without a time limit or window. Moved by extensions, credits and pauses. */
  deadlineAt: Time.nullable(),
  /** The clock stands still since then. */
  pausedAt: Time.nullable(),
  submittedAt: Time.nullable(),
  closedBy: ClosedBy.nullable(),
  /** Another attempt stands in its place since then: nothing more is taken, and it counts no more. */
  voidedAt: Time.nullable(),
  /** The device that goes on with it; another one is told so. */
  device: DeviceId.nullable(),
});
export type AttemptState = z.infer<typeof AttemptState>;

export const SavedAnswer = z.object({
  questionId: Id,
  optionIds: z.array(z.string()),
  /** Of an essay; empty otherwise. */
  text: z.string(),
  isFlagged: z.boolean(),
  /** It can no longer be changed. */
  isFinal: z.boolean(),
  sequence: z.int(),
  savedAt: Time,
  /** It came after the deadline, within the grace. */
  isLate: z.boolean(),
  receipt: Receipt,
});
export type SavedAnswer = z.infer<typeof SavedAnswer>;

/** Shown with a final answer where the rule gives feedback at once. Nulls are what the rule keeps back. */
export const AnswerFeedback = z.object({
  isRight: z.boolean(),
  points: z.int(),
  correct: z.array(z.string()).nullable(),
  explanation: z.string(),
});
export type AnswerFeedback = z.infer<typeof AnswerFeedback>;

export const AnswerReceipt = SavedAnswer.extend({
  state: AttemptState,
  feedback: AnswerFeedback.nullable(),
});
export type AnswerReceipt = z.infer<typeof AnswerReceipt>;

/** `points` and `hasPassed` are null until everything is marked and, in an exam, released. */
export const AttemptSummary = z.object({
  id: Id,
  number: z.int(),
  startedAt: Time,
  submittedAt: Time.nullable(),
  closedBy: ClosedBy.nullable(),
  points: z.int().nullable(),
  neededPoints: z.int(),
  possiblePoints: z.int(),
  hasPassed: z.boolean().nullable(),
});
export type AttemptSummary = z.infer<typeof AttemptSummary>;

/** What the pages of an attempt have in common: the line about it, and the quiz that it is of. */
export const AttemptHead = AttemptSummary.extend({
  enrolmentId: Id,
  lessonId: Id,
  examId: Id.nullable(),
  /** As people know it who sit it; null outside an exam. */
  examName: z.string().nullable(),
  courseSlug: z.string(),
  courseTitle: Localized,
  title: Localized,
});

export const Attempt = AttemptHead.extend({
  rule: ShownRule,
  questions: z.array(PaperQuestion),
  answers: z.array(SavedAnswer),
  attemptsAllowed: z.int(),
  state: AttemptState,
});
export type Attempt = z.infer<typeof Attempt>;

/** Handed in and marked as far as a machine can; the result is read by itself. */
export const Submitted = z.object({
  attemptId: Id,
  state: AttemptState,
  receipt: Receipt,
  answeredCount: z.int(),
  questionCount: z.int(),
});
export type Submitted = z.infer<typeof Submitted>;
