// The record of an exam: appended in the transaction of the act itself, so that nothing happens without its line. Decides nothing.
import type { ExamEventKind } from '@onetouch/contract';
import { randomUUID } from 'node:crypto';
import type { Statement, Transaction } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';

// What the line names was removed between the look and the line.
constraintMeans('exam_event_room_id_fkey', 'room.not-found');
constraintMeans('exam_event_candidate_id_fkey', 'candidate.not-found');

export interface EventToRecord {
  /** The client's own, where the same act must count once. */
  id?: string;
  examId: string;
  kind: ExamEventKind;
  roomId?: string | null;
  /** The room that somebody left. */
  fromRoomId?: string | null;
  candidateId?: string | null;
  /** Null for what the system does by itself. */
  actorId: string | null;
  minutes?: number | null;
  reason?: string;
  at: Date;
}

const insert: Statement = {
  name: 'exams.record-events',
  text: `INSERT INTO exam_event (id, exam_id, room_id, candidate_id, kind, actor_id, minutes, reason, at, from_room_id)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::integer[], $8::text[], $9::timestamptz[],
      $10::uuid[])
    ON CONFLICT (id) DO NOTHING RETURNING id`,
};

/** Appends lines in one statement and answers the ids of those that are new; a known id is left as it stands. */
export async function recordEvents(
  transaction: Transaction,
  events: readonly EventToRecord[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = await transaction.rows<{ id: string }>(insert, [
    events.map((event) => event.id ?? randomUUID()),
    events.map((event) => event.examId),
    events.map((event) => event.roomId ?? null),
    events.map((event) => event.candidateId ?? null),
    events.map((event) => event.kind),
    events.map((event) => event.actorId),
    events.map((event) => event.minutes ?? null),
    events.map((event) => event.reason ?? ''),
    events.map((event) => event.at),
    events.map((event) => event.fromRoomId ?? null),
  ]);
  return new Set(rows.map((row) => row.id));
}

/** Appends one line; false when its id is there already, and then the act has been done before. */
export async function recordEvent(transaction: Transaction, event: EventToRecord): Promise<boolean> {
  return (await recordEvents(transaction, [event])).size === 1;
}
