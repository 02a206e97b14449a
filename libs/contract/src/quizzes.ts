// Graded quizzes: the rule, attempts with their paper, answers with receipts, results with feedback.
import { z } from 'zod';
import { QuizRule } from './content.js';
import { endpoint } from './endpoint.js';
import { Receipt } from './enrolments.js';
import { limits } from './limits.js';
import { Id, Localized, Time } from './wire.js';

/** A question as a learner sees it on the paper: options already in their order, no key, no feedback. */
export const PaperQuestion = z.object({
  id: Id,
  kind: z.enum(['single', 'multiple', 'true-false']),
  prompt: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  points: z.int(),
});
export type PaperQuestion = z.infer<typeof PaperQuestion>;

export const SavedAnswer = z.object({
  questionId: Id,
  optionIds: z.array(z.string()),
  isFlagged: z.boolean(),
  sequence: z.int(),
  savedAt: Time,
  receipt: Receipt,
});
export type SavedAnswer = z.infer<typeof SavedAnswer>;

export const AttemptSummary = z.object({
  id: Id,
  number: z.int(),
  startedAt: Time,
  submittedAt: Time.nullable(),
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
  rule: QuizRule,
  passCount: z.int(),
  attempts: z.array(AttemptSummary),
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
  courseSlug: z.string(),
  courseTitle: Localized,
  title: Localized,
  questions: z.array(PaperQuestion),
  answers: z.array(SavedAnswer),
  attemptsAllowed: z.int(),
});
export type Attempt = z.infer<typeof Attempt>;

export const QuestionResult = z.object({
  question: PaperQuestion,
  chosen: z.array(z.string()),
  correct: z.array(z.string()),
  isRight: z.boolean(),
  points: z.int(),
  explanation: z.string(),
  review: z.object({ lessonId: Id, title: Localized, minutes: z.int() }).nullable(),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** The mark with what to do next. `parts` sums the questions by module, `reviews` names the lessons with wrong answers, most wrong first. */
export const AttemptResult = AttemptSummary.extend({
  enrolmentId: Id,
  lessonId: Id,
  courseSlug: z.string(),
  courseTitle: Localized,
  title: Localized,
  receipt: Receipt,
  rightCount: z.int(),
  questionCount: z.int(),
  neededCount: z.int(),
  attemptsAllowed: z.int(),
  attemptsLeft: z.int(),
  nextAttemptAt: Time.nullable(),
  parts: z.array(z.object({ title: Localized, right: z.int(), total: z.int() })),
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
    response: Attempt,
    refuses: [
      'enrolment.not-found',
      'lesson.not-found',
      'quiz.locked',
      'quiz.no-attempts-left',
      'quiz.pause',
    ],
  }),
  readAttempt: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId',
    access: 'signed-in',
    summary: 'The own attempt: paper and answers as saved.',
    params: attemptParams,
    response: Attempt,
    refuses: ['attempt.not-found'],
  }),
  saveAnswer: endpoint({
    method: 'PUT',
    path: '/attempts/:attemptId/answers/:questionId',
    access: 'signed-in',
    summary:
      'Saves one answer. The highest `sequence` wins; a lower or equal one changes nothing and answers what is kept.',
    params: z.object({ attemptId: Id, questionId: Id }),
    body: z.strictObject({
      optionIds: z.array(z.string().max(12)).max(limits.optionsPerQuestion),
      isFlagged: z.boolean().default(false),
      /** Grows with every change on the device, for each question; start from the saved one plus 1. */
      sequence: z.int().min(1).max(1_000_000_000),
    }),
    response: SavedAnswer,
    refuses: ['attempt.not-found', 'attempt.closed', 'attempt.question-unknown', 'attempt.option-unknown'],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/submit',
    access: 'signed-in',
    summary: 'Closes and marks the attempt; a second time answers the same result.',
    params: attemptParams,
    response: AttemptResult,
    refuses: ['attempt.not-found'],
  }),
  readResult: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId/result',
    access: 'signed-in',
    summary: 'The result of a submitted attempt with feedback for each question.',
    params: attemptParams,
    response: AttemptResult,
    refuses: ['attempt.not-found', 'attempt.not-submitted'],
  }),
};
