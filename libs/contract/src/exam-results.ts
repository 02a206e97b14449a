// What came out of an exam, candidate by candidate and in all.
import { z } from 'zod';
import { PlaceRef } from './places.js';
import { ClosedBy, LateProof } from './attempts.js';
import { Id, Time } from './wire.js';

/** One candidate's result, for those who run the exam. */
export const ExamResultRow = z.object({
  candidateId: Id,
  personId: Id,
  attemptId: Id.nullable(),
  fullName: z.string(),
  organisationName: z.string(),
  place: PlaceRef.nullable(),
  roomName: z.string().nullable(),
  isDemonstration: z.boolean(),
  status: z.enum(['absent', 'working', 'marking', 'passed', 'failed']),
  points: z.int().nullable(),
  possiblePoints: z.int().nullable(),
  submittedAt: Time.nullable(),
  closedBy: ClosedBy.nullable(),
  lateCount: z.int(),
  /** Null where no answer came late. */
  lateProof: LateProof.nullable(),
  extraMinutes: z.int(),
});
export type ExamResultRow = z.infer<typeof ExamResultRow>;

export const ExamResultTotals = z.object({
  candidates: z.int(),
  submitted: z.int(),
  passed: z.int(),
  failed: z.int(),
  marking: z.int(),
  absent: z.int(),
  late: z.int(),
});
export type ExamResultTotals = z.infer<typeof ExamResultTotals>;
