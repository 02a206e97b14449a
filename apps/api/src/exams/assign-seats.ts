// Seats for every candidate without a room, all or none. Rooms stay locked meanwhile, so that nobody takes a seat twice.
import { assignSeats, type SeatRoom, type SeatSeeker } from '@onetouch/domain';
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';

const lockRooms: Statement = {
  name: 'exams.lock-rooms',
  text: 'SELECT id FROM exam_room WHERE exam_id = $1 ORDER BY id FOR NO KEY UPDATE',
};
const readRooms: Statement = {
  name: 'exams.seat-rooms',
  text: `SELECT r.id, r.place_id AS "placeId", r.capacity,
      (SELECT count(*)::integer FROM exam_candidate c WHERE c.room_id = r.id) AS assigned
    FROM exam_room r WHERE r.exam_id = $1 ORDER BY r.id`,
};
// Many write their organisation by hand: the name then keeps colleagues together.
const readSeekers: Statement = {
  name: 'exams.seat-seekers',
  text: `SELECT c.id, p.place_id AS "placeId", coalesce(p.organisation_id::text, nullif(lower(p.organisation_name), '')) AS "organisationId",
      ARRAY(SELECT r.id::text FROM exam_room r WHERE r.exam_id = c.exam_id AND r.invigilator_id = c.person_id) AS "barredRoomIds"
    FROM exam_candidate c JOIN person p ON p.id = c.person_id WHERE c.exam_id = $1 AND c.room_id IS NULL ORDER BY c.id`,
};
const put: Statement = {
  name: 'exams.assign-seats',
  text: `UPDATE exam_candidate c SET room_id = s.room_id FROM unnest($1::uuid[], $2::uuid[]) AS s(id, room_id)
    WHERE c.id = s.id AND c.room_id IS NULL RETURNING c.id`,
};

/** Seats everybody who has none and answers how many; refuses with `exam.seats-missing` when the rooms are too small together. */
export async function seatCandidates(transaction: Transaction, examId: string): Promise<number> {
  await transaction.rows(lockRooms, [examId]);
  const rooms = await transaction.rows<SeatRoom & Record<string, unknown>>(readRooms, [examId]);
  const seekers = await transaction.rows<SeatSeeker & Record<string, unknown>>(readSeekers, [examId]);
  const { seats, unseated } = assignSeats(seekers, rooms);
  if (unseated.length > 0) throw new Problem('exam.seats-missing');
  return (await transaction.rows(put, [[...seats.keys()], [...seats.values()]])).length;
}
