// The rooms of an exam: many at once, each with a code of its own; changed or removed one by one until the exam is over.
import { limits, type exams, type InputOf } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { recordEvent } from './exam-events.js';
import type { ExamFacts } from './exam-facts.js';
import { newRoomCode } from './room-code.js';
import { holdRoom, lockRoom, seatsTaken } from './room-state.js';

type RoomBody = InputOf<typeof exams.addRooms>['body']['rooms'][number];
type RoomChange = InputOf<typeof exams.updateRoom>['body'];

constraintMeans('exam_room_place_id_fkey', 'place.not-found');

const findInvigilators: Statement = {
  name: 'exams.find-invigilators',
  text: 'SELECT id, email, phone FROM person WHERE email = ANY($1::text[]) OR phone = ANY($1::text[])',
};
const findPlaces: Statement = {
  name: 'exams.find-places',
  text: 'SELECT count(*)::integer AS count FROM place WHERE id = ANY($1::text[])',
};
const countRooms: Statement = {
  name: 'exams.count-rooms',
  text: 'SELECT count(*)::integer AS count FROM exam_room WHERE exam_id = $1',
};
// A code that is taken leaves its row out; it comes again with another one.
const insert: Statement = {
  name: 'exams.add-rooms',
  text: `INSERT INTO exam_room (exam_id, name, place_id, invigilator_id, capacity, code)
    SELECT $1, name, place_id, invigilator_id, capacity, code
    FROM unnest($2::text[], $3::text[], $4::uuid[], $5::integer[], $6::text[]) AS r(name, place_id, invigilator_id, capacity, code)
    ON CONFLICT (code) DO NOTHING RETURNING code`,
};
const findSeated: Statement = {
  name: 'exams.find-seated-person',
  text: 'SELECT 1 FROM exam_candidate WHERE room_id = $1 AND person_id = $2',
};
const update: Statement = {
  name: 'exams.update-room',
  text: `UPDATE exam_room SET name = $3, place_id = $4, invigilator_id = CASE WHEN $8::boolean THEN invigilator_id ELSE $5 END,
      capacity = $6, code = coalesce($7, code)
    WHERE exam_id = $1 AND id = $2 RETURNING id`,
};
const remove: Statement = {
  name: 'exams.remove-room',
  text: 'DELETE FROM exam_room WHERE exam_id = $1 AND id = $2',
};
const countCheckedIn: Statement = {
  name: 'exams.count-checked-in',
  text: 'SELECT 1 FROM exam_candidate WHERE room_id = $1 AND checked_in_at IS NOT NULL LIMIT 1',
};

interface KnownRoom extends Omit<RoomBody, 'invigilatorLogin'> {
  invigilatorId: string | null;
}

/** Every line that names nobody at once: a list of rooms is mended in one go. */
function refuseAt(indexes: readonly number[]): Problem {
  const issues = indexes.map((index) => ({
    path: `body.rooms.${index}.invigilatorLogin`,
    message: 'is no account',
  }));
  return new Problem('room.person-unknown', { issues });
}

@Injectable()
export class ExamRooms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds rooms, all or none. */
  async add(exam: ExamFacts, rooms: readonly RoomBody[], actor: Actor): Promise<void> {
    this.refuseOver(exam);
    const known = await this.resolve(rooms);
    await this.database.transaction(async (transaction) => {
      await this.refuseTooMany(transaction, exam.id, known.length);
      await this.insert(transaction, exam.id, known);
      await this.record(transaction, exam, { actor, reason: `+${known.length}` });
    });
  }

  /** Changes one room; fewer seats than are assigned are refused, and an invigilator who has one of them. */
  async change(exam: ExamFacts, roomId: string, body: RoomChange & { actor: Actor }): Promise<void> {
    this.refuseOver(exam);
    const [room] = await this.resolve([{ ...body, invigilatorLogin: body.invigilatorLogin ?? '' }]);
    if (!room) throw new Problem('room.not-found');
    await this.database.transaction(async (transaction) => {
      await lockRoom(transaction, exam.id, roomId);
      if ((await seatsTaken(transaction, roomId)) > room.capacity) throw new Problem('room.full');
      const seated = await transaction.rows(findSeated, [roomId, room.invigilatorId]);
      if (seated.length > 0) throw new Problem('room.invigilator-seated');
      const code = body.newCode ? newRoomCode() : null;
      const { name, placeId, invigilatorId, capacity } = room;
      const keepsInvigilator = body.invigilatorLogin === undefined;
      const values = [name, placeId, invigilatorId, capacity, code, keepsInvigilator];
      await transaction.rows(update, [exam.id, roomId, ...values]);
      await this.record(transaction, exam, { actor: body.actor, roomId, reason: name });
    });
  }

  /** Removes a room in which nobody has checked in. */
  async remove(exam: ExamFacts, roomId: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      // Whoever takes a seat holds the room's lock, and whoever comes to an own one is held; the second look sees who came meanwhile.
      await holdRoom(transaction, exam.id, roomId);
      const inside = await transaction.rows(countCheckedIn, [roomId]);
      if (inside.length > 0) throw new Problem('room.not-empty');
      await transaction.rows(remove, [exam.id, roomId]);
      await this.record(transaction, exam, { actor, reason: '-1' });
    });
  }

  private refuseOver(exam: ExamFacts): void {
    if (this.clock.now() >= exam.closesAt) throw new Problem('exam.over');
  }

  private record(
    transaction: Transaction,
    exam: ExamFacts,
    { actor, roomId, reason }: { actor: Actor; roomId?: string; reason: string },
  ): Promise<boolean> {
    const at = this.clock.now();
    const line = { examId: exam.id, kind: 'changed' as const, actorId: actor.personId, reason, at };
    return recordEvent(transaction, { ...line, roomId: roomId ?? null });
  }

  private async refuseTooMany(transaction: Transaction, examId: string, more: number): Promise<void> {
    const [rooms] = await transaction.rows<{ count: number }>(countRooms, [examId]);
    if ((rooms?.count ?? 0) + more > limits.roomsPerExam)
      throw new Problem('request.invalid', {
        issues: [{ path: 'body.rooms', message: `an exam has at most ${limits.roomsPerExam} rooms` }],
      });
  }

  /** The rooms with their invigilators by account; one look-up for all of them. */
  private async resolve(rooms: readonly RoomBody[]): Promise<KnownRoom[]> {
    await this.refuseUnknownPlaces(rooms);
    const logins = rooms.map((room) => parseLogin(room.invigilatorLogin)?.value ?? null);
    const wanted = [...new Set(logins.filter((login) => login !== null))];
    const people = await this.database.rows<{ id: string; email: string | null; phone: string | null }>(
      findInvigilators,
      [wanted],
    );
    const byLogin = new Map(
      people.flatMap(({ id, email, phone }) => [[email, id] as const, [phone, id] as const]),
    );
    const idOf = (index: number) => byLogin.get(logins[index] ?? null) ?? null;
    const isUnknown = ({ invigilatorLogin }: RoomBody, index: number) =>
      invigilatorLogin !== '' && (logins[index] === null || idOf(index) === null);
    const unknown = rooms.flatMap((room, index) => (isUnknown(room, index) ? [index] : []));
    if (unknown.length > 0) throw refuseAt(unknown);
    return rooms.map(({ invigilatorLogin, ...room }, index) => ({
      ...room,
      invigilatorId: invigilatorLogin === '' ? null : idOf(index),
    }));
  }

  private async refuseUnknownPlaces(rooms: readonly RoomBody[]): Promise<void> {
    const ids = [...new Set(rooms.flatMap((room) => room.placeId ?? []))];
    if (ids.length === 0) return;
    const found = await this.database.row<{ count: number }>(findPlaces, [ids]);
    if (found?.count !== ids.length) throw new Problem('place.not-found');
  }

  /** A chosen code is one of a thousand million, so a second round is rare and a fifth does not happen. */
  private async insert(transaction: Transaction, examId: string, rooms: readonly KnownRoom[]): Promise<void> {
    let left = rooms.map((room) => ({ ...room, code: newRoomCode() }));
    for (let round = 0; left.length > 0 && round < 5; round += 1) {
      const added = await transaction.rows<{ code: string }>(insert, [
        examId,
        left.map((room) => room.name),
        left.map((room) => room.placeId),
        left.map((room) => room.invigilatorId),
        left.map((room) => room.capacity),
        left.map((room) => room.code),
      ]);
      const taken = new Set(added.map((row) => row.code));
      left = left.filter((room) => !taken.has(room.code)).map((room) => ({ ...room, code: newRoomCode() }));
    }
    if (left.length > 0) throw new Error('no free codes for rooms');
  }
}
