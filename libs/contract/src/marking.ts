// What happens to answers after the submission: essays that wait for a marker, corrections of faulty questions, item statistics.
import { z } from 'zod';
import { LateProof } from './attempts.js';
import { Correction, CorrectionChange, CorrectionPreview, CorrectionWish } from './corrections.js';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { EssayShape } from './questions.js';
import { QuizStatistics } from './quiz-statistics.js';
import { Id, Localized, page, PageQuery, text, Time } from './wire.js';

/** An essay that waits. The writer stays unknown to the marker. */
export const MarkingRow = z.object({
  attemptId: Id,
  questionId: Id,
  courseTitle: Localized,
  quizTitle: Localized,
  examName: z.string().nullable(),
  prompt: z.string(),
  words: z.int(),
  submittedAt: Time,
  marksGiven: z.int(),
  marksNeeded: z.int(),
  /** Two marks lie too far apart: this one decides. */
  isDecider: z.boolean(),
});
export type MarkingRow = z.infer<typeof MarkingRow>;

export const CriterionMark = z.strictObject({
  criterionId: z.string().max(12),
  points: z.int().min(0).max(limits.questionPoints),
});
export type CriterionMark = z.infer<typeof CriterionMark>;

export const EssayMark = z.object({
  markerName: z.string(),
  isOwn: z.boolean(),
  points: z.int(),
  criteria: z.array(CriterionMark),
  comment: z.string(),
  markedAt: Time,
});
export type EssayMark = z.infer<typeof EssayMark>;

export const MarkingTask = MarkingRow.extend({
  text: z.string(),
  points: z.int(),
  essay: EssayShape,
  /** Guidance that the author wrote to the question. */
  explanation: z.string(),
  /** Marks of others only for the decider, own marks always. */
  marks: z.array(EssayMark),
  /** The mark that counts, once it is settled. */
  settled: z.object({ points: z.int(), by: z.enum(['single', 'mean', 'decider']) }).nullable(),
  /** Within the course that was asked for. */
  nextTask: z.object({ attemptId: Id, questionId: Id }).nullable(),
});
export type MarkingTask = z.infer<typeof MarkingTask>;

/** An attempt outside of exams with answers that came after its deadline: given in time by the word of the device, and counted. */
export const LateAttempt = z.object({
  attemptId: Id,
  fullName: z.string(),
  organisationName: z.string(),
  number: z.int(),
  submittedAt: Time,
  lateCount: z.int(),
  /** When the last of them came. */
  lastArrivedAt: Time,
  /** Null for answers of before it was kept. */
  lateProof: LateProof.nullable(),
});
export type LateAttempt = z.infer<typeof LateAttempt>;

const taskParams = z.object({ attemptId: Id, questionId: Id });
const quizParams = z.object({ courseId: Id, lessonId: Id });
const within = { examId: Id.optional() };
/** Essays of one course, or of all own ones. */
const ofCourse = { courseId: Id.optional() };

export const marking = {
  list: endpoint({
    method: 'GET',
    path: '/marking',
    access: 'trainer',
    summary: 'Essays of own courses that wait for a mark of this person, the oldest first.',
    query: z.object({ ...ofCourse, ...PageQuery }),
    response: page(MarkingRow).extend({
      total: z.int(),
      /** All that have essays waiting, whichever course was asked for. */
      courses: z.array(z.object({ courseId: Id, courseTitle: Localized, waiting: z.int() })),
    }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/marking/:attemptId/:questionId',
    access: 'trainer',
    summary: 'One essay with its rubric.',
    params: taskParams,
    query: z.object(ofCourse),
    response: MarkingTask,
    refuses: ['marking.not-found'],
  }),
  mark: endpoint({
    method: 'PUT',
    path: '/marking/:attemptId/:questionId',
    access: 'trainer',
    summary:
      'Gives a mark by every criterion of the rubric. The last mark that is needed settles the question, and the last question the attempt.',
    params: taskParams,
    query: z.object(ofCourse),
    body: z.strictObject({
      criteria: z.array(CriterionMark).min(1).max(limits.rubricCriteria),
      comment: text(limits.incidentLength, 0).default(''),
    }),
    response: MarkingTask,
    refuses: ['marking.not-found', 'marking.done', 'marking.own-mark-exists', 'marking.criterion-unknown'],
  }),
  readStatistics: endpoint({
    method: 'GET',
    path: '/courses/:courseId/quizzes/:lessonId/statistics',
    access: 'trainer',
    summary: 'Item statistics of a quiz, of all attempts or of one exam.',
    params: quizParams,
    query: z.object({ counted: z.enum(['first', 'all']).default('first'), ...within }),
    response: QuizStatistics,
    refuses: ['course.not-found', 'lesson.not-found', 'exam.not-found'],
  }),
  listLate: endpoint({
    method: 'GET',
    path: '/courses/:courseId/quizzes/:lessonId/late-attempts',
    access: 'trainer',
    summary:
      'Attempts at a quiz outside of exams with late answers, the newest first. An exam lists its own.',
    params: quizParams,
    query: z.object({ ...PageQuery }),
    response: page(LateAttempt),
    refuses: ['course.not-found', 'lesson.not-found'],
  }),
  previewCorrection: endpoint({
    method: 'POST',
    path: '/courses/:courseId/quizzes/:lessonId/corrections/preview',
    access: 'trainer',
    summary:
      'Who would change and how, if a faulty question were dropped or another answer accepted. Changes nothing.',
    params: quizParams,
    body: z.strictObject({ wish: CorrectionWish, ...within }),
    response: CorrectionPreview,
    refuses: ['course.not-found', 'lesson.not-found', 'exam.not-found', 'correction.question-unknown'],
  }),
  correct: endpoint({
    method: 'POST',
    path: '/courses/:courseId/quizzes/:lessonId/corrections',
    access: 'trainer',
    summary:
      'Applies exactly what the preview showed; the old results are kept. An issued certificate or a completion is never taken back by it.',
    params: quizParams,
    body: z.strictObject({
      wish: CorrectionWish,
      reason: text(limits.reasonLength, 3),
      fingerprint: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
      ...within,
    }),
    response: Correction,
    refuses: [
      'course.not-found',
      'lesson.not-found',
      'exam.not-found',
      'correction.question-unknown',
      'correction.changed',
    ],
  }),
  listCorrections: endpoint({
    method: 'GET',
    path: '/courses/:courseId/quizzes/:lessonId/corrections',
    access: 'trainer',
    summary: 'Corrections of a quiz, the newest first.',
    params: quizParams,
    response: z.object({ items: z.array(Correction) }),
    refuses: ['course.not-found', 'lesson.not-found'],
  }),
  listChanges: endpoint({
    method: 'GET',
    path: '/corrections/:correctionId/changes',
    access: 'trainer',
    summary: 'Whose result a correction changed, open decisions first.',
    params: z.object({ correctionId: Id }),
    query: z.object({ ...PageQuery }),
    response: page(CorrectionChange),
    refuses: ['correction.not-found'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/corrections/:correctionId/changes/:attemptId/decision',
    access: 'trainer',
    summary:
      'Decides about a pass that a correction would take from somebody who had completed: kept, or withdrawn with a reason. A certificate is revoked by an admin in the register, not here.',
    params: z.object({ correctionId: Id, attemptId: Id }),
    body: z.strictObject({ decision: z.enum(['kept', 'withdrawn']), reason: text(limits.reasonLength, 3) }),
    response: CorrectionChange,
    refuses: ['correction.not-found', 'correction.decided'],
  }),
};
