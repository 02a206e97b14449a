// What can happen to one candidate: check-in, its undoing, another room, a restart. Each runs in the caller's transaction, which
// records it. Rooms are locked before candidates, always, so that no two acts wait for each other. Knows no attempt but that it is there.
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { lockRoom, seatsTaken } from './room-state.js';
import type { SealedPaperRow } from './seal-paper.js';

export interface CandidateState {
  id: string;
  examId: string;
  personId: string;
  enrolmentId: string;
  roomId: string | null;
  paperId: string | null;
  attemptNumber: number;
  checkedInAt: Date | null;
}

const columns = `id, exam_id AS "examId", person_id AS "personId", enrolment_id AS "enrolmentId", room_id AS "roomId",
  paper_id AS "paperId", attempt_number AS "attemptNumber", checked_in_at AS "checkedInAt"`;
const find: Statement = {
  name: 'exams.find-candidate-state',
  text: `SELECT ${columns} FROM exam_candidate WHERE exam_id = $1 AND id = $2`,
};
// A start holds the same lock: it and an undoing, or more time given, never pass each other unseen. Lines of the record that name the
// person do not wait for it: whoever writes one holds the attempt, which whoever holds this wants next.
const lock: Statement = {
  name: 'exams.lock-candidate',
  text: `SELECT ${columns} FROM exam_candidate WHERE exam_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};
// With the room locked: who watches it stays the same meanwhile.
const findOwnRoom: Statement = {
  name: 'exams.find-own-room',
  text: `SELECT 1 FROM exam_candidate c JOIN exam_room r ON r.invigilator_id = c.person_id WHERE c.id = $1 AND r.id = $2`,
};
const putCheckIn: Statement = {
  name: 'exams.check-in',
  text: `UPDATE exam_candidate SET checked_in_at = $2, checked_in_by = $3, room_id = coalesce(room_id, $4)
    WHERE id = $1 AND checked_in_at IS NULL RETURNING id`,
};
const takeCheckIn: Statement = {
  name: 'exams.undo-check-in',
  text: 'UPDATE exam_candidate SET checked_in_at = NULL, checked_in_by = NULL WHERE id = $1',
};
const findStarted: Statement = {
  name: 'exams.find-started',
  text: 'SELECT 1 FROM attempt WHERE enrolment_id = $1 AND exam_id IS NOT DISTINCT FROM $2 AND number = $3 AND voided_at IS NULL',
};
const putRoom: Statement = {
  name: 'exams.move-candidate',
  text: 'UPDATE exam_candidate SET room_id = $2 WHERE id = $1 AND room_id IS DISTINCT FROM $2 RETURNING old.room_id AS "fromRoomId"',
};
const putRestart: Statement = {
  name: 'exams.restart-candidate',
  text: `UPDATE exam_candidate SET attempt_number = attempt_number + 1, paper_id = $2, key = $3, sealed = $4, nonce = $5,
      needed_points = $6, possible_points = $7
    WHERE id = $1 AND checked_in_at IS NOT NULL RETURNING attempt_number AS "attemptNumber"`,
};

/** One candidate of an exam as it stands, not locked; refuses with `candidate.not-found`. */
export async function findCandidate(
  transaction: Transaction,
  examId: string,
  candidateId: string,
): Promise<CandidateState> {
  const [candidate] = await transaction.rows<CandidateState>(find, [examId, candidateId]);
  if (!candidate) throw new Problem('candidate.not-found');
  return candidate;
}

/** The same, locked until the end of the transaction. Nobody else waits for it. */
export async function lockCandidate(
  transaction: Transaction,
  examId: string,
  candidateId: string,
): Promise<CandidateState> {
  const [candidate] = await transaction.rows<CandidateState>(lock, [examId, candidateId]);
  if (!candidate) throw new Problem('candidate.not-found');
  return candidate;
}

/** What a seat is decided by. */
type Seated = Pick<CandidateState, 'id' | 'examId' | 'roomId'>;

/**
 * Makes sure that a room has a seat for one more, who does not watch it; refuses with `room.not-found`, `room.invigilator-seated` or
 * `room.full`. Others who want a seat there wait.
 */
async function holdSeat(transaction: Transaction, candidate: Seated, roomId: string): Promise<void> {
  const { capacity } = await lockRoom(transaction, candidate.examId, roomId);
  const own = await transaction.rows(findOwnRoom, [candidate.id, roomId]);
  if (own.length > 0) throw new Problem('room.invigilator-seated');
  if ((await seatsTaken(transaction, roomId, candidate.id)) >= capacity) throw new Problem('room.full');
}

interface CheckIn {
  /** The room whose code was used: who has no room yet takes a seat there. Null leaves it as it is. */
  roomId: string | null;
  /** The invigilator who does it by hand; null for a check-in by code. */
  by: string | null;
  now: Date;
}

/** Checks a person in; false when that has been done before. Refuses as `holdSeat` does. */
export async function checkIn(
  transaction: Transaction,
  candidate: Seated,
  { roomId, by, now }: CheckIn,
): Promise<boolean> {
  if (candidate.roomId === null && roomId !== null) await holdSeat(transaction, candidate, roomId);
  return (await transaction.rows(putCheckIn, [candidate.id, now, by, roomId])).length === 1;
}

/** Takes a check-in back; false when there is none. Refuses with `exam.started` once the person has begun. */
export async function undoCheckIn(transaction: Transaction, candidate: CandidateState): Promise<boolean> {
  const { examId, id } = candidate;
  const locked = await lockCandidate(transaction, examId, id);
  if (locked.checkedInAt === null) return false;
  const values = [locked.enrolmentId, examId, locked.attemptNumber];
  const started = await transaction.rows(findStarted, values);
  if (started.length > 0) throw new Problem('exam.started');
  await transaction.rows(takeCheckIn, [id]);
  return true;
}

/** Gives a candidate another room, or none, and answers the one that was left; undefined when it is the same. Refuses as `holdSeat` does. */
export async function moveCandidate(
  transaction: Transaction,
  candidate: Seated,
  roomId: string | null,
): Promise<{ fromRoomId: string | null } | undefined> {
  if (roomId !== null) await holdSeat(transaction, candidate, roomId);
  return (await transaction.rows<{ fromRoomId: string | null }>(putRoom, [candidate.id, roomId]))[0];
}

/**
 * The next attempt of a candidate, with a new paper that `ExamPapers` has drawn and kept. Answers its number; refuses with
 * `candidate.not-checked-in`. The attempt before it is voided by the caller, first.
 */
export async function restartCandidate(
  transaction: Transaction,
  candidate: CandidateState,
  paper: SealedPaperRow,
): Promise<number> {
  const values = [
    candidate.id,
    paper.paperId,
    paper.key,
    paper.sealed,
    paper.nonce,
    paper.neededPoints,
    paper.possiblePoints,
  ];
  const [next] = await transaction.rows<{ attemptNumber: number }>(putRestart, values);
  if (!next) throw new Problem('candidate.not-checked-in');
  return next.attemptNumber;
}
