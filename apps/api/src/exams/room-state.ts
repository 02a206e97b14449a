// What can happen to a whole room: everybody in it is held, and its clocks stand still or run. Runs in the caller's transaction, which
// records it. The room is locked before its candidates, always. Knows no attempt.
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';

export interface HeldRoom {
  pausedAt: Date | null;
  /** Of everybody who is assigned to it. */
  enrolmentIds: string[];
}

// A start holds a share lock on the room: it has begun before, or begins after, what is done here.
const lockRoom: Statement = {
  name: 'exams.hold-room',
  text: 'SELECT paused_at AS "pausedAt" FROM exam_room WHERE exam_id = $1 AND id = $2 FOR NO KEY UPDATE',
};
const lockCandidates: Statement = {
  name: 'exams.hold-candidates-of-room',
  text: `SELECT enrolment_id AS "enrolmentId" FROM exam_candidate WHERE exam_id = $1 AND room_id = $2
    ORDER BY id FOR NO KEY UPDATE`,
};
const putPaused: Statement = {
  name: 'exams.put-room-paused',
  text: 'UPDATE exam_room SET paused_at = $2 WHERE id = $1',
};

/** Locks a room with everybody in it until the end of the transaction; refuses with `room.not-found`. */
export async function holdRoom(transaction: Transaction, examId: string, roomId: string): Promise<HeldRoom> {
  const [room] = await transaction.rows<{ pausedAt: Date | null }>(lockRoom, [examId, roomId]);
  if (!room) throw new Problem('room.not-found');
  const people = await transaction.rows<{ enrolmentId: string }>(lockCandidates, [examId, roomId]);
  return { pausedAt: room.pausedAt, enrolmentIds: people.map((person) => person.enrolmentId) };
}

/** Stops the clocks of a room that is held, or lets them run again with null. The clocks of attempts are moved by the caller. */
export async function putRoomPaused(
  transaction: Transaction,
  roomId: string,
  pausedAt: Date | null,
): Promise<void> {
  await transaction.rows(putPaused, [roomId, pausedAt]);
}
