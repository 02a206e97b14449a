// One's own place in an exam: check-in with the sealed paper, and the start with its key.
import { z } from 'zod';
import { AttemptState, DeviceId, PaperQuestion } from './attempts.js';
import { endpoint } from './endpoint.js';
import { ExamStatus } from './exams.js';
import { PlaceRef } from './places.js';
import { ShownRule } from './quiz-rule.js';
import { Id, Localized, text, Time } from './wire.js';

/** AES-256-GCM over the JSON of the paper's questions; the sitting's id is the additional data. Base64. */
export const SealedPaper = z.object({ nonce: z.string(), data: z.string() });
export type SealedPaper = z.infer<typeof SealedPaper>;

/** One's own place in an exam. */
export const Sitting = z.object({
  id: Id,
  enrolmentId: Id,
  exam: z.object({
    id: Id,
    lessonId: Id,
    name: z.string(),
    courseTitle: Localized,
    courseSlug: z.string(),
    quizTitle: Localized,
    checkInOpensAt: Time,
    startsAt: Time,
    closesAt: Time,
    status: ExamStatus,
    minutes: z.int(),
    extraMinutes: z.int(),
    questionCount: z.int(),
    passPercent: z.int(),
    navigation: z.enum(['free', 'one-way']),
    graceMinutes: z.int(),
    /** With it the attempt opens from the sealed paper and its key alone. */
    rule: ShownRule,
  }),
  room: z.object({ name: z.string(), place: PlaceRef.nullable() }).nullable(),
  checkedInAt: Time.nullable(),
  serverTime: Time,
  /** Ask for the key so many milliseconds after the start; it is given back as time. */
  waitMs: z.int(),
  /** Only after check-in. */
  sealedPaper: SealedPaper.nullable(),
  attemptId: Id.nullable(),
  submittedAt: Time.nullable(),
});
export type Sitting = z.infer<typeof Sitting>;

/** The key to the sealed paper and the clock; `questions` only when asked for, by a device that has no sealed paper or cannot open it. */
export const SittingStart = z.object({
  attemptId: Id,
  key: z.string(),
  state: AttemptState,
  questions: z.array(PaperQuestion).nullable(),
});
export type SittingStart = z.infer<typeof SittingStart>;

export const sittings = {
  list: endpoint({
    method: 'GET',
    path: '/sittings',
    access: 'signed-in',
    summary: 'Own exams, those to come and running first. Without sealed papers.',
    response: z.object({ items: z.array(Sitting) }),
  }),
  checkIn: endpoint({
    method: 'POST',
    path: '/check-in',
    access: 'signed-in',
    summary: "Checks in with a room's code and answers the sealed paper. Again: the same.",
    body: z.strictObject({ code: text(12, 4) }),
    response: Sitting,
    refuses: [
      'check-in.code-unknown',
      'check-in.not-open',
      'check-in.not-listed',
      'room.full',
      'room.invigilator-seated',
      'exam.over',
      'request.throttled',
    ],
  }),
  read: endpoint({
    method: 'GET',
    path: '/sittings/:sittingId',
    access: 'signed-in',
    summary: 'The own place in an exam, with the sealed paper after check-in.',
    params: z.object({ sittingId: Id }),
    response: Sitting,
    refuses: ['exam.not-found'],
  }),
  start: endpoint({
    method: 'POST',
    path: '/sittings/:sittingId/start',
    access: 'signed-in',
    summary:
      'From the start on: begins the attempt and answers the key to the sealed paper. Again: the same attempt, the same clock.',
    params: z.object({ sittingId: Id }),
    body: z.strictObject({ device: DeviceId.optional(), needsQuestions: z.boolean().default(false) }),
    response: SittingStart,
    refuses: ['exam.not-found', 'candidate.not-checked-in', 'exam.not-started', 'exam.over', 'quiz.network'],
  }),
};
