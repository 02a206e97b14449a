// What can happen to a whole room: everybody in it is held, and its clocks stand still or run. Runs in the caller's transaction, which
// records it. The room is locked before its candidates, always. Knows no attempt.
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';

export interface HeldRoom {
  pausedAt: Date | null;
  /** Of everybody who is assigned to it. */
  enrolmentIds: string[];
  /** The same people by enrolment. */
  candidateIds: ReadonlyMap<string, string>;
  personIds: readonly string[];
}

// A start holds a share lock on the room: it has begun before, or begins after, what is done here.
const lock: Statement = {
  name: 'exams.lock-room',
  text: 'SELECT capacity, paused_at AS "pausedAt" FROM exam_room WHERE exam_id = $1 AND id = $2 FOR NO KEY UPDATE',
};
const countSeats: Statement = {
  name: 'exams.count-seats',
  text: 'SELECT count(*)::integer AS taken FROM exam_candidate WHERE room_id = $1 AND id IS DISTINCT FROM $2',
};
const lockCandidates: Statement = {
  name: 'exams.hold-candidates-of-room',
  text: `SELECT id, enrolment_id AS "enrolmentId", person_id AS "personId" FROM exam_candidate WHERE exam_id = $1 AND room_id = $2
    ORDER BY id FOR NO KEY UPDATE`,
};
const putPaused: Statement = {
  name: 'exams.put-room-paused',
  text: 'UPDATE exam_room SET paused_at = $2 WHERE id = $1',
};

/** Locks a room until the end of the transaction: others who want a seat there, or change it, wait. Refuses with `room.not-found`. */
export async function lockRoom(
  transaction: Transaction,
  examId: string,
  roomId: string,
): Promise<{ capacity: number; pausedAt: Date | null }> {
  const [room] = await transaction.rows<{ capacity: number; pausedAt: Date | null }>(lock, [examId, roomId]);
  if (!room) throw new Problem('room.not-found');
  return room;
}

/** How many sit in a room that is locked, but for this person. A look of its own, so that it sees who took a seat before the lock was free. */
export async function seatsTaken(
  transaction: Transaction,
  roomId: string,
  exceptId: string | null = null,
): Promise<number> {
  const [seats] = await transaction.rows<{ taken: number }>(countSeats, [roomId, exceptId]);
  return seats?.taken ?? 0;
}

/** Locks a room with everybody in it until the end of the transaction; refuses with `room.not-found`. */
export async function holdRoom(transaction: Transaction, examId: string, roomId: string): Promise<HeldRoom> {
  const room = await lockRoom(transaction, examId, roomId);
  const people = await transaction.rows<{ id: string; enrolmentId: string; personId: string }>(
    lockCandidates,
    [examId, roomId],
  );
  const candidateIds = new Map(people.map(({ id, enrolmentId }) => [enrolmentId, id]));
  const personIds = people.map(({ personId }) => personId);
  return { pausedAt: room.pausedAt, enrolmentIds: [...candidateIds.keys()], candidateIds, personIds };
}

/** Stops the clocks of a room that is held, or lets them run again with null. The clocks of attempts are moved by the caller. */
export async function putRoomPaused(
  transaction: Transaction,
  roomId: string,
  pausedAt: Date | null,
): Promise<void> {
  await transaction.rows(putPaused, [roomId, pausedAt]);
}
