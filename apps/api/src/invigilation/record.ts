// The record of an exam: notes that people add to it, and its pages. Lines are read here and never changed.
import { type ExamEvent, type ExamEventKind, Id, type InputOf, type invigilation } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { findCandidate } from '../exams/candidate-state.js';
import { findExam, type VisibleExam } from '../exams/exam-facts.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { refuseForeignCandidate, refuseForeignRoom, visibleRooms } from './access.js';
import { recordOnce } from './record-once.js';

type In<K extends keyof typeof invigilation> = InputOf<(typeof invigilation)[K]>;

interface EventRow {
  id: string;
  kind: ExamEventKind;
  at: Date;
  actorName: string | null;
  roomName: string | null;
  fromRoomName: string | null;
  candidateName: string | null;
  minutes: number | null;
  reason: string;
  cursorTime: string;
}

const columns = `v.id, v.kind, v.at, actor.full_name AS "actorName", r.name AS "roomName", f.name AS "fromRoomName",
  p.full_name AS "candidateName", v.minutes,
  v.reason, ${cursorTimeOf('v.at')} AS "cursorTime"`;
const tables = `exam_event v LEFT JOIN person actor ON actor.id = v.actor_id LEFT JOIN exam_room r ON r.id = v.room_id
  LEFT JOIN exam_room f ON f.id = v.from_room_id
  LEFT JOIN exam_candidate c ON c.id = v.candidate_id LEFT JOIN person p ON p.id = c.person_id`;
const findPage: Statement = {
  name: 'invigilation.list-events',
  text: `SELECT ${columns} FROM ${tables} WHERE v.exam_id = $1 AND ($2::uuid[] IS NULL OR v.room_id = ANY($2) OR v.from_room_id = ANY($2))
      AND ($3::timestamptz IS NULL OR (v.at, v.id) < ($3, $4::uuid))
    ORDER BY v.at DESC, v.id DESC LIMIT $5`,
};
const findOne: Statement = {
  name: 'invigilation.find-event',
  text: `SELECT ${columns} FROM ${tables} WHERE v.id = $1`,
};

const EventCursor = z.tuple([CursorTime, Id]);

function present({ cursorTime: _order, at, ...row }: EventRow): ExamEvent {
  return { ...row, at: at.toISOString() };
}

@Injectable()
export class ExamRecord {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Lines, the newest first: of the rooms that the actor sees, or of one of them. */
  async list(
    { params, query }: In<'listEvents'>,
    actor: Actor,
  ): Promise<{ items: ExamEvent[]; next: string | null }> {
    const visible = await findExam(this.database, params.examId, actor);
    if (query.roomId !== undefined) await refuseForeignRoom(this.database, visible, query.roomId);
    const roomIds = query.roomId === undefined ? visibleRooms(visible.access) : [query.roomId];
    const [time, id] = decodeCursor(query.cursor, EventCursor) ?? [null, null];
    const values = [visible.exam.id, roomIds, time, id, query.limit + 1];
    const found = await this.database.rows<EventRow>(findPage, values);
    const { rows, next } = pageOf(found, query.limit, (row) => encodeCursor([row.cursorTime, row.id]));
    return { items: rows.map(present), next };
  }

  /** Writes down what happened; the same id once more answers what stands there. */
  async note({ params, body }: In<'note'>, actor: Actor): Promise<ExamEvent> {
    const visible = await findExam(this.database, params.examId, actor);
    if (body.roomId !== null) await refuseForeignRoom(this.database, visible, body.roomId);
    const row = await this.database.transaction(async (transaction) => {
      const { id, candidateId, text } = body;
      const roomId = await this.roomOf(transaction, visible, body);
      const line = { id, examId: visible.exam.id, roomId, candidateId, actorId: actor.personId };
      await recordOnce(transaction, { ...line, kind: 'noted', reason: text, at: this.clock.now() });
      return (await transaction.rows<EventRow>(findOne, [id]))[0];
    });
    if (!row) throw new Error(`a note was written and is not there`);
    return present(row);
  }

  /** Where it happened: in the room that is named, else where the person sits, else in the only room of an invigilator. */
  private async roomOf(
    transaction: Transaction,
    { exam, access }: VisibleExam,
    { roomId, candidateId }: { roomId: string | null; candidateId: string | null },
  ): Promise<string | null> {
    if (candidateId !== null) {
      const candidate = await findCandidate(transaction, exam.id, candidateId);
      refuseForeignCandidate(access, candidate);
      return roomId ?? candidate.roomId;
    }
    if (roomId !== null || access.runs) return roomId;
    const [own, ...others] = access.roomIds;
    if (own === undefined || others.length > 0) throw new Problem('room.not-found');
    return own;
  }
}
