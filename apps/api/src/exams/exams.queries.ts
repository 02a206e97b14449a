// Reads of exams: the list of a scope, and the parts of one. The list and the single read share one where-clause.
import type { ExamDetail } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Statement } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import type { Actor } from '../platform/http/actor.js';
import { examColumns, type ExamFacts, examTables, isRun } from './exam-facts.js';
import { runnerScope } from './exams.policy.js';

export interface RoomRow {
  id: string;
  examId: string;
  name: string;
  placeId: string | null;
  placeName: string | null;
  invigilatorId: string | null;
  invigilatorName: string | null;
  capacity: number;
  code: string;
  assigned: number;
  pausedAt: Date | null;
}

const findPage: Statement = {
  name: 'exams.list',
  text: `SELECT ${examColumns}, ${cursorTimeOf('x.starts_at')} AS "sortTime" FROM ${examTables}
    WHERE ${isRun} AND ($3::text IS NULL OR x.search_key LIKE $3)
      AND ($4::timestamptz IS NULL OR (x.starts_at, x.id) < ($4, $5::uuid))
    ORDER BY x.starts_at DESC, x.id DESC LIMIT $6`,
};
const roomColumns = `r.id, r.exam_id AS "examId", r.name, r.place_id AS "placeId", pl.full_name AS "placeName",
  r.invigilator_id AS "invigilatorId", i.full_name AS "invigilatorName", r.capacity, r.code, r.paused_at AS "pausedAt",
  (SELECT count(*)::integer FROM exam_candidate c WHERE c.room_id = r.id) AS assigned`;
const findRooms: Statement = {
  name: 'exams.rooms',
  text: `SELECT ${roomColumns} FROM exam_room r LEFT JOIN place pl ON pl.id = r.place_id LEFT JOIN person i ON i.id = r.invigilator_id
    WHERE r.exam_id = ANY($1::uuid[]) ORDER BY r.name COLLATE "vi-x-icu", r.id`,
};
const findCohorts: Statement = {
  name: 'exams.cohorts',
  text: `SELECT h.id, h.name, (SELECT count(*)::integer FROM cohort_member m WHERE m.cohort_id = h.id AND m.removed_at IS NULL) AS members
    FROM exam_cohort k JOIN cohort h ON h.id = k.cohort_id WHERE k.exam_id = $1 ORDER BY h.name COLLATE "vi-x-icu", h.id`,
};
const countUnassigned: Statement = {
  name: 'exams.unassigned',
  text: 'SELECT count(*)::integer AS count FROM exam_candidate WHERE exam_id = $1 AND room_id IS NULL',
};

const Cursor = z.tuple([CursorTime, z.uuid()]);

interface ListWish {
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class ExamsQueries {
  constructor(private readonly database: Database) {}

  /** Exams of the actor's scope by folded name, the latest start first. */
  async list(actor: Actor, wish: ListWish): Promise<{ rows: ExamFacts[]; next: string | null }> {
    const { paths, organisationIds } = runnerScope(actor);
    const after = decodeCursor(wish.cursor, Cursor);
    const rows = await this.database.rows<ExamFacts & { sortTime: string }>(findPage, [
      paths,
      organisationIds,
      searchPattern(wish.q),
      after?.[0] ?? null,
      after?.[1] ?? null,
      wish.limit + 1,
    ]);
    return pageOf(rows, wish.limit, (row) => encodeCursor([row.sortTime, row.id]));
  }

  /** The rooms of these exams by name, with how many are assigned to each. */
  rooms(examIds: readonly string[]): Promise<RoomRow[]> {
    return this.database.rows<RoomRow>(findRooms, [examIds]);
  }

  /** The cohorts that sit it, with their members of today. */
  cohorts(examId: string): Promise<ExamDetail['cohorts']> {
    return this.database.rows<ExamDetail['cohorts'][number]>(findCohorts, [examId]);
  }

  /** Candidates without a room. */
  async unassigned(examId: string): Promise<number> {
    return (await this.database.row<{ count: number }>(countUnassigned, [examId]))?.count ?? 0;
  }
}
