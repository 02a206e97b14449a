// Graded quizzes: the rule with the own attempts, and what can be done with an attempt from its start to its result.
import { z } from 'zod';
import { AttemptResult } from './attempt-results.js';
import { AnswerReceipt, Attempt, AttemptState, AttemptSummary, DeviceId, Submitted } from './attempts.js';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { ShownRule } from './quiz-rule.js';
import { Id, Localized, text, Time } from './wire.js';

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
