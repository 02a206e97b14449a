// The morning itself, for those who run it: the board of rooms and people, what they may do and why they did it.
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { BoardCandidate, RoomCounts } from './exam-candidates.js';
import { ExamRoom, ExamRow } from './exams.js';
import { limits } from './limits.js';
import { abilities, Id, page, PageQuery, text, Time } from './wire.js';

export const BoardRoom = z.object({ room: ExamRoom, counts: RoomCounts });
export type BoardRoom = z.infer<typeof BoardRoom>;

/** The whole board, or one room of it. `candidates` is filled for one room only. */
export const Board = z.object({
  exam: ExamRow,
  serverTime: Time,
  totals: RoomCounts,
  rooms: z.array(BoardRoom),
  candidates: z.array(BoardCandidate),
  abilities: abilities(
    'pause',
    'credit',
    'restart',
    'extend',
    'note',
    'close',
    'undoCheckIn',
    'checkIn',
    'move',
  ),
});
export type Board = z.infer<typeof Board>;

/** Somebody of the whole exam, with the name of the room in which the seat is. */
export const FoundCandidate = BoardCandidate.extend({ roomName: z.string().nullable() });
export type FoundCandidate = z.infer<typeof FoundCandidate>;

/** A message of the board's event stream, as JSON in `data`: what changed since the one before. */
export const BoardNews = z.object({
  serverTime: Time,
  totals: RoomCounts,
  rooms: z.array(BoardRoom),
  candidates: z.array(BoardCandidate),
});
export type BoardNews = z.infer<typeof BoardNews>;

/** A sign of life of the event stream, as JSON in `data` of an event `alive`: everything told before is of this time still. */
export const BoardSign = z.object({ serverTime: Time });
export type BoardSign = z.infer<typeof BoardSign>;

export const ExamEventKind = z.enum([
  'created',
  'changed',
  'prepared',
  'assigned',
  'moved',
  'checked-in-by-hand',
  'check-in-undone',
  'paused',
  'resumed',
  'credited',
  'extended',
  'restarted',
  'closed',
  'noted',
  'late-answers',
  'answers-seen',
  'released',
  'exported',
]);
export type ExamEventKind = z.infer<typeof ExamEventKind>;

/** One line of the record: who did what to whom, why, and when. Never changed, never deleted. */
export const ExamEvent = z.object({
  id: Id,
  kind: ExamEventKind,
  at: Time,
  /** Null for what the system did by itself. */
  actorName: z.string().nullable(),
  roomName: z.string().nullable(),
  /** The room that somebody left by being moved. */
  fromRoomName: z.string().nullable(),
  candidateName: z.string().nullable(),
  minutes: z.int().nullable(),
  reason: z.string(),
});
export type ExamEvent = z.infer<typeof ExamEvent>;

/** Who acts says why; the words stand in the record. */
const reason = text(limits.reasonLength, 3);
const examParams = z.object({ examId: Id });
const roomParams = z.object({ examId: Id, roomId: Id });
const candidateParams = z.object({ examId: Id, candidateId: Id });
const minutesGiven = z.int().min(1).max(limits.creditMinutes);

export const invigilation = {
  listRooms: endpoint({
    method: 'GET',
    path: '/exams/invigilated',
    access: 'signed-in',
    summary: 'Rooms that this person invigilates, from yesterday on, the next start first.',
    response: z.object({ items: z.array(z.object({ exam: ExamRow, room: ExamRoom })) }),
  }),
  readBoard: endpoint({
    method: 'GET',
    path: '/exams/:examId/board',
    access: 'signed-in',
    summary: 'The board of the rooms that this person runs; with `roomId` the people of that room too.',
    params: examParams,
    query: z.object({ roomId: Id.optional() }),
    response: Board,
    refuses: ['exam.not-found', 'room.not-found'],
  }),
  followBoard: endpoint({
    method: 'GET',
    path: '/exams/:examId/board/stream',
    access: 'signed-in',
    summary:
      'The board as server-sent events: each `data` is a `BoardNews` of what changed, and with the event `alive`, every few seconds while nothing does, a `BoardSign`. With `roomId` the people of that room too.',
    params: examParams,
    query: z.object({ roomId: Id.optional() }),
    file: 'text/event-stream',
    refuses: ['exam.not-found', 'room.not-found', 'request.throttled'],
  }),
  findCandidates: endpoint({
    method: 'GET',
    path: '/exams/:examId/board/candidates',
    access: 'signed-in',
    summary:
      'Candidates of the whole exam by name, or by the whole e-mail or phone, at most 20: for who stands at the door of another room. For those who run the exam and for invigilators of it.',
    params: examParams,
    query: z.object({ q: text(limits.searchLength, 2) }),
    response: z.object({ items: z.array(FoundCandidate) }),
    refuses: ['exam.not-found'],
  }),
  pauseRoom: endpoint({
    method: 'POST',
    path: '/exams/:examId/rooms/:roomId/pause',
    access: 'signed-in',
    summary: 'Stops the clocks of a room, with a reason. Answers are still taken.',
    params: roomParams,
    body: z.strictObject({ reason }),
    response: Board,
    refuses: ['exam.not-found', 'room.not-found', 'candidate.self', 'exam.not-started', 'exam.over'],
  }),
  resumeRoom: endpoint({
    method: 'POST',
    path: '/exams/:examId/rooms/:roomId/resume',
    access: 'signed-in',
    summary: 'Lets the clocks of a room run again; the time of the pause is given back.',
    params: roomParams,
    body: z.strictObject({ reason: text(limits.reasonLength, 0).default('') }),
    response: Board,
    refuses: ['exam.not-found', 'room.not-found', 'candidate.self'],
  }),
  creditRoom: endpoint({
    method: 'POST',
    path: '/exams/:examId/rooms/:roomId/credit',
    access: 'signed-in',
    summary:
      'Gives everybody in a room more minutes, with a reason; an attempt that the deadline closed meanwhile is open again. The same `id` with the same content counts once.',
    params: roomParams,
    body: z.strictObject({ id: Id, minutes: minutesGiven, reason }),
    response: Board,
    refuses: [
      'exam.not-found',
      'room.not-found',
      'candidate.self',
      'exam.not-started',
      'exam.released',
      'attempt.key-shown',
      'request.id-taken',
    ],
  }),
  extendCandidate: endpoint({
    method: 'POST',
    path: '/exams/:examId/candidates/:candidateId/extension',
    access: 'signed-in',
    summary:
      'Gives one person more minutes, before or during the exam, with a reason. The same `id` with the same content counts once.',
    params: candidateParams,
    body: z.strictObject({ id: Id, minutes: minutesGiven, reason }),
    response: BoardCandidate,
    refuses: [
      'exam.not-found',
      'candidate.not-found',
      'candidate.self',
      'exam.released',
      'attempt.key-shown',
      'request.id-taken',
    ],
  }),
  restartCandidate: endpoint({
    method: 'POST',
    path: '/exams/:examId/candidates/:candidateId/restart',
    access: 'signed-in',
    summary:
      'Gives one person a new attempt with a new paper and the whole time, with a reason. The old attempt is kept and counts no more. The same `id` with the same content counts once.',
    params: candidateParams,
    body: z.strictObject({ id: Id, reason }),
    response: BoardCandidate,
    refuses: [
      'exam.not-found',
      'candidate.not-found',
      'candidate.self',
      'candidate.not-checked-in',
      'exam.over',
      'exam.released',
      'request.id-taken',
    ],
  }),
  closeCandidate: endpoint({
    method: 'POST',
    path: '/exams/:examId/candidates/:candidateId/close',
    access: 'signed-in',
    summary: 'Hands in for one person what is saved, with a reason.',
    params: candidateParams,
    body: z.strictObject({ reason }),
    response: BoardCandidate,
    refuses: ['exam.not-found', 'candidate.not-found', 'candidate.self', 'exam.not-started'],
  }),
  checkInCandidate: endpoint({
    method: 'POST',
    path: '/exams/:examId/candidates/:candidateId/check-in',
    access: 'signed-in',
    summary: 'The invigilator checks a person in by hand, for somebody whose device cannot read the code.',
    params: candidateParams,
    body: z.strictObject({ reason: text(limits.reasonLength, 0).default('') }),
    response: BoardCandidate,
    refuses: ['exam.not-found', 'candidate.not-found', 'candidate.self', 'check-in.not-open', 'exam.over'],
  }),
  undoCheckIn: endpoint({
    method: 'POST',
    path: '/exams/:examId/candidates/:candidateId/undo-check-in',
    access: 'signed-in',
    summary: 'Takes back a check-in that was a mistake, before the person has started.',
    params: candidateParams,
    body: z.strictObject({ reason }),
    response: BoardCandidate,
    refuses: ['exam.not-found', 'candidate.not-found', 'candidate.self', 'exam.started'],
  }),
  moveCandidate: endpoint({
    method: 'PUT',
    path: '/exams/:examId/candidates/:candidateId/room',
    access: 'signed-in',
    summary:
      'Gives a candidate another room, or none. For those who run the exam, and with a reason for the invigilator of the new room. Nobody moves oneself.',
    params: candidateParams,
    body: z.strictObject({ roomId: Id.nullable(), reason: text(limits.reasonLength, 0).default('') }),
    response: BoardCandidate,
    refuses: [
      'exam.not-found',
      'candidate.not-found',
      'candidate.self',
      'room.not-found',
      'room.full',
      'room.invigilator-seated',
      'exam.over',
    ],
  }),
  note: endpoint({
    method: 'POST',
    path: '/exams/:examId/notes',
    access: 'signed-in',
    summary:
      'Writes down what happened in a room or to a person. The same `id` with the same content counts once.',
    params: examParams,
    body: z.strictObject({
      id: Id,
      roomId: Id.nullable().default(null),
      candidateId: Id.nullable().default(null),
      text: text(limits.incidentLength, 3),
    }),
    response: ExamEvent,
    refuses: ['exam.not-found', 'room.not-found', 'candidate.not-found', 'request.id-taken'],
  }),
  listEvents: endpoint({
    method: 'GET',
    path: '/exams/:examId/events',
    access: 'signed-in',
    summary: 'The record of an exam, the newest first; an invigilator reads the own rooms.',
    params: examParams,
    query: z.object({ roomId: Id.optional(), ...PageQuery }),
    response: page(ExamEvent),
    refuses: ['exam.not-found', 'room.not-found'],
  }),
};
