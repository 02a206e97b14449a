// Graded quizzes: the rule, attempts with their paper and clock, answers with receipts, results with feedback.
// Points are whole thousandths of a point everywhere; times are the server's.
import { z } from 'zod';
import { ShownRule } from './content.js';
import { endpoint } from './endpoint.js';
import { Receipt } from './enrolments.js';
import { limits } from './limits.js';
import { Id, Localized, text, Time } from './wire.js';

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

export const Quiz = z.object({
  enrolmentId: Id,
  lessonId: Id,
  courseSlug: z.string(),
  courseTitle: Localized,
  title: Localized,
  minutes: z.int(),
  rule: ShownRule,
  needsAccessCode: z.boolean(),
  /** With the person's own extensions. */
  timeLimitMinutes: z.int().nullable(),
  attemptsAllowed: z.int(),
  passCount: z.int(),
  attempts: z.array(AttemptSummary),
  /** The attempt that counts by the rule, among those with a mark. */
  countingAttemptId: Id.nullable(),
  attemptsLeft: z.int(),
  /** Not before this time; null when one can start now or none is left. */
  nextAttemptAt: Time.nullable(),
  openAttemptId: Id.nullable(),
  /** Content lessons to finish first; empty when open. */
  lockedBy: z.array(z.object({ lessonId: Id, title: Localized })),
  hasPassed: z.boolean(),
});
export type Quiz = z.infer<typeof Quiz>;

export const Attempt = AttemptSummary.extend({
  enrolmentId: Id,
  lessonId: Id,
  examId: Id.nullable(),
  courseSlug: z.string(),
  courseTitle: Localized,
  title: Localized,
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
export const AttemptResult = AttemptSummary.extend({
  enrolmentId: Id,
  lessonId: Id,
  examId: Id.nullable(),
  courseSlug: z.string(),
  courseTitle: Localized,
  title: Localized,
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
});
export type AttemptResult = z.infer<typeof AttemptResult>;

const quizParams = z.object({ enrolmentId: Id, lessonId: Id });
const attemptParams = z.object({ attemptId: Id });

export const quizzes = {
  read: endpoint({
    method: 'GET',
    path: '/enrolments/:enrolmentId/quizzes/:lessonId',
    access: 'signed-in',
    summary: 'The rule of a quiz, own attempts, and when and how often it can be tried again.',
    params: quizParams,
    response: Quiz,
    refuses: ['enrolment.not-found', 'lesson.not-found'],
  }),
  start: endpoint({
    method: 'POST',
    path: '/enrolments/:enrolmentId/quizzes/:lessonId/attempts',
    access: 'signed-in',
    summary: 'Starts an attempt with a paper of its own; an open one is answered again.',
    params: quizParams,
    body: z.strictObject({
      accessCode: text(limits.accessCodeLength).optional(),
      device: DeviceId.optional(),
    }),
    response: Attempt,
    refuses: [
      'enrolment.not-found',
      'lesson.not-found',
      'quiz.locked',
      'quiz.no-attempts-left',
      'quiz.pause',
      'quiz.not-open',
      'quiz.over',
      'quiz.access-code',
      'quiz.network',
      'quiz.too-few-questions',
    ],
  }),
  readAttempt: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId',
    access: 'signed-in',
    summary: 'The own attempt: paper, clock and answers as saved.',
    params: attemptParams,
    response: Attempt,
    refuses: ['attempt.not-found'],
  }),
  saveAnswer: endpoint({
    method: 'PUT',
    path: '/attempts/:attemptId/answers/:questionId',
    access: 'signed-in',
    summary:
      'Saves one answer. The highest `sequence` wins; a lower or equal one changes nothing and answers what is kept. After the deadline, within the grace, an answer that was given in time is still taken and marked as late.',
    params: z.object({ attemptId: Id, questionId: Id }),
    body: z.strictObject({
      optionIds: z.array(z.string().max(12)).max(limits.optionsPerQuestion),
      text: text(limits.essayLength, 0).default(''),
      isFlagged: z.boolean().default(false),
      /** Makes the answer final: feedback at once, or the way back is closed. */
      isFinal: z.boolean().default(false),
      /** Grows with every change on the device, for each question; start from the saved one plus 1. */
      sequence: z.int().min(1).max(1_000_000_000),
      /** When it was given, as server time by the offset that the device measured. Judges only answers that come after the deadline. */
      answeredAt: Time.optional(),
      device: DeviceId.optional(),
    }),
    response: AnswerReceipt,
    refuses: [
      'attempt.not-found',
      'attempt.closed',
      'attempt.too-late',
      'attempt.time-invalid',
      'attempt.answer-final',
      'attempt.question-unknown',
      'attempt.option-unknown',
      'attempt.text-unexpected',
    ],
  }),
  beat: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/beat',
    access: 'signed-in',
    summary:
      'A sign of life every half minute: tells how many answers wait on the device, and answers the clock. With `takesOver` this device goes on with the attempt.',
    params: attemptParams,
    body: z.strictObject({
      device: DeviceId,
      waiting: z.int().min(0).max(limits.questionsPerQuiz),
      takesOver: z.boolean().default(false),
    }),
    response: AttemptState,
    refuses: ['attempt.not-found'],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/submit',
    access: 'signed-in',
    summary: 'Closes and marks the attempt; a second time answers the same receipt.',
    params: attemptParams,
    response: Submitted,
    refuses: ['attempt.not-found', 'attempt.closed'],
  }),
  readResult: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId/result',
    access: 'signed-in',
    summary: 'The result of a submitted attempt, with as much feedback as its rule shows now.',
    params: attemptParams,
    response: AttemptResult,
    refuses: ['attempt.not-found', 'attempt.not-submitted'],
  }),
};
