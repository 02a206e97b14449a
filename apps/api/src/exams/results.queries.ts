// Results of an exam in pages by name, with filters, and the totals of all of it. For those who run it: held marks show here.
import type {
  ClosedBy,
  exams,
  ExamResultRow,
  ExamResultTotals,
  InputOf,
  LateProof,
} from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { placeRef } from '../places/place-row.js';
import { Database, type Statement } from '../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import { lateProofOf, presentLateProof } from '../quizzes/late-proof.js';
import { currentAttempt, extraMinutes } from './board-candidates.js';
import { nameKey, NameCursor } from './list-candidates.js';

export type ResultWish = InputOf<typeof exams.listResults>['query'];

export interface ResultRow {
  candidateId: string;
  personId: string;
  attemptId: string | null;
  fullName: string;
  organisationName: string;
  placeId: string | null;
  placeName: string | null;
  provinceName: string | null;
  roomName: string | null;
  isDemonstration: boolean;
  status: ExamResultRow['status'];
  points: number | null;
  possiblePoints: number | null;
  submittedAt: Date | null;
  closedBy: ClosedBy | null;
  lateCount: number;
  lateProof: LateProof | null;
  extraMinutes: number;
  sortValue: string;
}

const statusOf = `CASE WHEN a.id IS NULL THEN 'absent' WHEN a.submitted_at IS NULL THEN 'working' WHEN a.marked_at IS NULL THEN 'marking'
  WHEN a.has_passed THEN 'passed' ELSE 'failed' END`;
const columns = `c.id AS "candidateId", c.person_id AS "personId", a.id AS "attemptId", p.full_name AS "fullName",
  p.organisation_name AS "organisationName", pl.id AS "placeId", pl.full_name AS "placeName", province.full_name AS "provinceName",
  r.name AS "roomName", p.is_demonstration AS "isDemonstration", ${statusOf} AS status, a.points, a.possible_points AS "possiblePoints",
  a.submitted_at AS "submittedAt", a.closed_by AS "closedBy", coalesce(a.late_count, 0) AS "lateCount",
  CASE WHEN a.late_count > 0 THEN ${lateProofOf('a')} END AS "lateProof",
  ${extraMinutes} AS "extraMinutes", ${nameKey} AS "sortValue"`;
const tables = `exam_candidate c
  JOIN exam x ON x.id = c.exam_id
  JOIN person p ON p.id = c.person_id
  LEFT JOIN place pl ON pl.id = p.place_id
  LEFT JOIN place province ON province.id = pl.province_id
  LEFT JOIN exam_room r ON r.id = c.room_id
  ${currentAttempt}`;
const isWanted = `c.exam_id = $1 AND ($2::text IS NULL OR p.search_key LIKE $2) AND ($3::uuid IS NULL OR c.room_id = $3)
  AND ($4::text IS NULL OR ${statusOf} = $4) AND (NOT $5::boolean OR a.late_count > 0)`;
const findPage: Statement = {
  name: 'exams.list-results',
  text: `SELECT ${columns} FROM ${tables} WHERE ${isWanted} AND ($7::uuid IS NULL OR (${nameKey}, c.id) > ($6, $7))
    ORDER BY ${nameKey}, c.id LIMIT $8`,
};
const count: Statement = {
  name: 'exams.count-results',
  text: `SELECT count(*)::integer AS total FROM ${tables} WHERE ${isWanted}`,
};
const sum: Statement = {
  name: 'exams.result-totals',
  text: `SELECT count(*)::integer AS candidates, count(a.submitted_at)::integer AS submitted,
      (count(*) FILTER (WHERE ${statusOf} = 'passed'))::integer AS passed, (count(*) FILTER (WHERE ${statusOf} = 'failed'))::integer AS failed,
      (count(*) FILTER (WHERE ${statusOf} = 'marking'))::integer AS marking, (count(*) FILTER (WHERE a.id IS NULL))::integer AS absent,
      (count(*) FILTER (WHERE a.late_count > 0))::integer AS late
    FROM exam_candidate c JOIN exam x ON x.id = c.exam_id ${currentAttempt} WHERE c.exam_id = $1`,
};

const nobody: ExamResultTotals = {
  candidates: 0,
  submitted: 0,
  passed: 0,
  failed: 0,
  marking: 0,
  absent: 0,
  late: 0,
};

/** A result in the contract's shape. */
export function presentResultRow(row: ResultRow): ExamResultRow {
  const {
    placeId,
    placeName,
    provinceName: _province,
    sortValue: _sort,
    submittedAt,
    lateProof,
    ...rest
  } = row;
  const proof = { lateProof: presentLateProof(lateProof) };
  return {
    ...{ ...rest, ...proof, place: placeRef(placeId, placeName) },
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

function filtersOf(examId: string, { q, roomId, status, late }: Partial<ResultWish>): unknown[] {
  return [examId, searchPattern(q), roomId ?? null, status ?? null, late === 'true'];
}

@Injectable()
export class ResultsQueries {
  constructor(private readonly database: Database) {}

  /** One page of the results that the filters leave. */
  async page(
    examId: string,
    { cursor, limit, ...filters }: Partial<ResultWish> & { limit: number },
  ): Promise<{ rows: ResultRow[]; next: string | null }> {
    const after = decodeCursor(cursor, NameCursor);
    const values = [...filtersOf(examId, filters), after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await this.database.rows<ResultRow>(findPage, values);
    return pageOf(rows, limit, (row) => encodeCursor([row.sortValue, row.candidateId]));
  }

  /** How many results the filters leave. */
  async count(examId: string, filters: Partial<ResultWish>): Promise<number> {
    return (await this.database.row<{ total: number }>(count, filtersOf(examId, filters)))?.total ?? 0;
  }

  /** How the whole exam stands, whatever the filters. */
  async totals(examId: string): Promise<ExamResultTotals> {
    return (await this.database.row<ExamResultTotals>(sum, [examId])) ?? nobody;
  }
}
