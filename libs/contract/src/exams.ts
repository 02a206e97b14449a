// Exam sessions: one quiz for many people in many rooms at one time. Planning, rooms, candidates, results and their release.
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { BoardCandidate } from './exam-candidates.js';
import { ExamResultRow, ExamResultTotals } from './exam-results.js';
import { limits } from './limits.js';
import { OrganisationRef, PlaceId, PlaceRef } from './places.js';
import { QuizRule } from './quiz-rule.js';
import { abilities, Id, Localized, page, PageQuery, SearchWords, text, Time } from './wire.js';

/** `planned`: can be edited. `ready`: papers are drawn. `check-in`: people may enter. `running`, `over`: by the clock. `released`: results are out. */
export const ExamStatus = z.enum(['planned', 'ready', 'check-in', 'running', 'over', 'released']);
export type ExamStatus = z.infer<typeof ExamStatus>;

/** The rule of an exam: that of its quiz with a time limit, and without locks by lessons. */
export const ExamRule = QuizRule.omit({ opensAt: true, closesAt: true, requiresLessons: true });
export type ExamRule = z.infer<typeof ExamRule>;

export const ExamRow = z.object({
  id: Id,
  name: z.string(),
  courseId: Id,
  courseTitle: Localized,
  lessonId: Id,
  quizTitle: Localized,
  place: PlaceRef,
  organisation: OrganisationRef.nullable(),
  checkInOpensAt: Time,
  startsAt: Time,
  closesAt: Time,
  status: ExamStatus,
  roomCount: z.int(),
  candidateCount: z.int(),
  /** Candidates whose paper is drawn. */
  preparedCount: z.int(),
});
export type ExamRow = z.infer<typeof ExamRow>;

export const ExamRoom = z.object({
  id: Id,
  name: z.string(),
  place: PlaceRef.nullable(),
  invigilator: z.object({ id: Id, fullName: z.string() }).nullable(),
  capacity: z.int(),
  /** Typed or scanned to check in. Only for those who run the exam. */
  code: z.string(),
  assigned: z.int(),
  pausedAt: Time.nullable(),
});
export type ExamRoom = z.infer<typeof ExamRoom>;

export const ExamDetail = ExamRow.extend({
  rule: ExamRule,
  minutes: z.int(),
  questionCount: z.int(),
  release: z.enum(['at-once', 'by-person']),
  releasedAt: Time.nullable(),
  releasedBy: z.string().nullable(),
  /** The start is spread over so many seconds; each candidate gets the wait back. */
  spreadSeconds: z.int(),
  cohorts: z.array(z.object({ id: Id, name: z.string(), members: z.int() })),
  rooms: z.array(ExamRoom),
  /** Candidates without a room. */
  unassigned: z.int(),
  /** Drawing papers goes on in the background; null when nobody asked for it. */
  preparation: z.object({ requestedAt: Time, done: z.int(), total: z.int() }).nullable(),
  abilities: abilities('edit', 'prepare', 'invigilate', 'release', 'export'),
});
export type ExamDetail = z.infer<typeof ExamDetail>;

const examParams = z.object({ examId: Id });
const roomParams = z.object({ examId: Id, roomId: Id });

const roomBody = z.strictObject({
  name: text(limits.roomNameLength),
  placeId: PlaceId.nullable().default(null),
  /** E-mail or phone of the invigilator's account; empty for none. */
  invigilatorLogin: text(limits.emailLength, 0).default(''),
  capacity: z.int().min(1).max(limits.roomCapacity),
});
const examBody = z.strictObject({
  name: text(limits.examNameLength, 2),
  courseId: Id,
  /** The quiz lesson; only a course with a single quiz may leave it out. */
  lessonId: Id.optional(),
  placeId: PlaceId,
  organisationId: Id.nullable().default(null),
  checkInOpensAt: Time,
  startsAt: Time,
  closesAt: Time,
  rule: ExamRule,
  release: z.enum(['at-once', 'by-person']),
  spreadSeconds: z.int().min(0).max(120).default(20),
  cohortIds: z.array(Id).min(1).max(limits.cohortsPerExam),
});

export const exams = {
  list: endpoint({
    method: 'GET',
    path: '/exams',
    access: 'coordinator',
    summary: 'Exams of the own place or organisation and below, the latest start first.',
    query: z.object({ q: SearchWords.optional(), ...PageQuery }),
    response: page(ExamRow),
  }),
  create: endpoint({
    method: 'POST',
    path: '/exams',
    access: 'coordinator',
    summary: 'Plans an exam in the own scope. Members of its cohorts become candidates.',
    body: examBody,
    response: ExamDetail,
    refuses: [
      'course.not-found',
      'course.not-published',
      'lesson.not-found',
      'place.not-found',
      'organisation.not-found',
      'cohort.not-found',
      'exam.window-invalid',
      'exam.scope-invalid',
      'quiz.too-few-questions',
    ],
  }),
  read: endpoint({
    method: 'GET',
    path: '/exams/:examId',
    access: 'coordinator',
    summary: 'An exam with its rule and rooms.',
    params: examParams,
    response: ExamDetail,
    refuses: ['exam.not-found'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/exams/:examId',
    access: 'coordinator',
    summary:
      'Changes name, times, rule, cohorts and release until check-in opens. A new rule discards drawn papers; new members of the cohorts become candidates.',
    params: examParams,
    body: examBody.omit({ courseId: true, lessonId: true, placeId: true, organisationId: true }),
    response: ExamDetail,
    refuses: [
      'exam.not-found',
      'exam.started',
      'cohort.not-found',
      'exam.window-invalid',
      'quiz.too-few-questions',
    ],
  }),
  addRooms: endpoint({
    method: 'POST',
    path: '/exams/:examId/rooms',
    access: 'coordinator',
    summary: 'Adds rooms, each with a check-in code of its own.',
    params: examParams,
    body: z.strictObject({ rooms: z.array(roomBody).min(1).max(limits.roomsPerExam) }),
    response: ExamDetail,
    refuses: ['exam.not-found', 'exam.over', 'place.not-found', 'room.person-unknown'],
  }),
  updateRoom: endpoint({
    method: 'PUT',
    path: '/exams/:examId/rooms/:roomId',
    access: 'coordinator',
    summary:
      'Changes a room; `newCode` replaces its check-in code. Without `invigilatorLogin` its invigilator stays, an empty one is none.',
    params: roomParams,
    body: roomBody.extend({
      invigilatorLogin: text(limits.emailLength, 0).optional(),
      newCode: z.boolean().default(false),
    }),
    response: ExamDetail,
    refuses: [
      'exam.not-found',
      'room.not-found',
      'exam.over',
      'place.not-found',
      'room.person-unknown',
      'room.invigilator-seated',
      'room.full',
    ],
  }),
  removeRoom: endpoint({
    method: 'DELETE',
    path: '/exams/:examId/rooms/:roomId',
    access: 'coordinator',
    summary: 'Removes a room in which nobody has checked in; its candidates stand without a room.',
    params: roomParams,
    response: ExamDetail,
    refuses: ['exam.not-found', 'room.not-found', 'room.not-empty'],
  }),
  assign: endpoint({
    method: 'POST',
    path: '/exams/:examId/assign',
    access: 'coordinator',
    summary:
      'Gives every candidate without a room a seat: rooms of the own commune first, colleagues of one organisation together. Those who have a room keep it.',
    params: examParams,
    response: ExamDetail,
    refuses: ['exam.not-found', 'exam.over', 'exam.seats-missing'],
  }),
  prepare: endpoint({
    method: 'POST',
    path: '/exams/:examId/prepare',
    access: 'coordinator',
    summary:
      'Asks for the papers to be drawn ahead, in the background; asking again goes on where it stopped.',
    params: examParams,
    response: ExamDetail,
    refuses: ['exam.not-found', 'exam.over', 'exam.no-candidates', 'quiz.too-few-questions'],
  }),
  listCandidates: endpoint({
    method: 'GET',
    path: '/exams/:examId/candidates',
    access: 'coordinator',
    summary: 'Candidates by name, with filters; `total` counts what the filters leave.',
    params: examParams,
    query: z.object({
      q: SearchWords.optional(),
      roomId: z.union([Id, z.literal('none')]).optional(),
      ...PageQuery,
    }),
    response: page(BoardCandidate).extend({ total: z.int() }),
    refuses: ['exam.not-found'],
  }),
  listResults: endpoint({
    method: 'GET',
    path: '/exams/:examId/results',
    access: 'coordinator',
    summary: 'Results by name with filters, and the totals of the exam.',
    params: examParams,
    query: z.object({
      q: SearchWords.optional(),
      roomId: Id.optional(),
      status: ExamResultRow.shape.status.optional(),
      late: z.enum(['true']).optional(),
      ...PageQuery,
    }),
    response: page(ExamResultRow).extend({ total: z.int(), totals: ExamResultTotals }),
    refuses: ['exam.not-found'],
  }),
  exportResults: endpoint({
    method: 'GET',
    path: '/exams/:examId/results.csv',
    access: 'coordinator',
    summary: 'Results as CSV that opens right in Excel.',
    params: examParams,
    file: 'text/csv',
    refuses: ['exam.not-found'],
  }),
  release: endpoint({
    method: 'POST',
    path: '/exams/:examId/release',
    access: 'coordinator',
    summary:
      'Shows every candidate the own result. Refused while attempts are open, somebody who has checked in may still begin, or essays are unmarked.',
    params: examParams,
    response: ExamDetail,
    refuses: ['exam.not-found', 'candidate.not-finished', 'exam.not-started'],
  }),
};
