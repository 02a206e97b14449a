// Candidates of an exam as a board shows them, and how many stand where.
import { z } from 'zod';
import { ClosedBy } from './attempts.js';
import { Id, Time } from './wire.js';

/** How many candidates stand where; each counts once, at the furthest it got. */
export const RoomCounts = z.object({
  candidates: z.int(),
  checkedIn: z.int(),
  working: z.int(),
  offline: z.int(),
  submitted: z.int(),
  absent: z.int(),
});
export type RoomCounts = z.infer<typeof RoomCounts>;

export const CandidateStatus = z.enum(['absent', 'checked-in', 'working', 'offline', 'paused', 'submitted']);
export type CandidateStatus = z.infer<typeof CandidateStatus>;

/** One line of the board. */
export const BoardCandidate = z.object({
  id: Id,
  roomId: Id.nullable(),
  fullName: z.string(),
  organisationName: z.string(),
  isDemonstration: z.boolean(),
  status: CandidateStatus,
  checkedInAt: Time.nullable(),
  startedAt: Time.nullable(),
  deadlineAt: Time.nullable(),
  /** The last answer that the server keeps. */
  lastSavedAt: Time.nullable(),
  /** The last sign of life of any kind. */
  lastSeenAt: Time.nullable(),
  answered: z.int(),
  questionCount: z.int(),
  /** Answers that wait on the device, as it said last. */
  waiting: z.int(),
  submittedAt: Time.nullable(),
  closedBy: ClosedBy.nullable(),
  lateCount: z.int(),
  extraMinutes: z.int(),
  attemptNumber: z.int(),
});
export type BoardCandidate = z.infer<typeof BoardCandidate>;
