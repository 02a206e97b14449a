// Members of a cohort in pages: filters, three orders in both directions, keyset by sort value and person.
import type { cohorts, CohortMember, InputOf, MemberStatus } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Statement } from '../platform/database/database.js';
import {
  CursorText,
  CursorTime,
  cursorTimeOf,
  decodeCursor,
  encodeCursor,
  pageOf,
} from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import { lastActivityOf, memberTables, percentOf, statusOf } from './member-facts.js';

export type MemberFilters = InputOf<typeof cohorts.exportMembers>['query'];
type Sort = MemberFilters['sort'];
type Order = MemberFilters['order'];

export interface MemberRow {
  personId: string;
  fullName: string;
  placeId: string | null;
  placeName: string | null;
  provinceName: string | null;
  organisationName: string;
  isDemonstration: boolean;
  status: MemberStatus;
  stepsDone: number;
  stepsTotal: number;
  percent: number;
  lastActivityAt: Date | null;
  completedAt: Date | null;
  certificateNumber: string | null;
  sortValue: string | number;
}

interface SortKey {
  key: string;
  type: string;
  /** The key as it stands in a cursor. */
  value: string;
  cursor: z.ZodType<[string | number, string]>;
  /** A further table that the key comes from. */
  from?: string;
}

// Worked out once for each member; OFFSET 0 keeps the planner from repeating it wherever the key stands.
const lastActivityTable = `CROSS JOIN LATERAL (SELECT coalesce(${lastActivityOf}, 'epoch'::timestamptz) AS at OFFSET 0) activity`;
// A name that is longer is put by its first sixty letters and then by id, so that a cursor stays short enough to send.
const nameKey = 'left(p.sort_key, 60)';
const sortKeys: Record<Sort, SortKey> = {
  name: { key: nameKey, type: 'text', value: nameKey, cursor: z.tuple([CursorText, z.uuid()]) },
  progress: {
    key: percentOf,
    type: 'integer',
    value: percentOf,
    cursor: z.tuple([z.int().min(0).max(100), z.uuid()]),
  },
  'last-activity': {
    key: 'activity.at',
    type: 'timestamptz',
    value: cursorTimeOf('activity.at'),
    cursor: z.tuple([CursorTime, z.uuid()]),
    from: lastActivityTable,
  },
};

const columns = `p.id AS "personId", p.full_name AS "fullName", pl.id AS "placeId", pl.full_name AS "placeName",
  province.full_name AS "provinceName", p.organisation_name AS "organisationName", p.is_demonstration AS "isDemonstration",
  ${statusOf} AS status,
  coalesce(e.steps_done, 0) AS "stepsDone", coalesce(e.steps_total, 0) AS "stepsTotal", ${percentOf} AS percent,
  ${lastActivityOf} AS "lastActivityAt", e.completed_at AS "completedAt",
  CASE WHEN e.completed_at IS NULL THEN NULL ELSE c.number END AS "certificateNumber"`;
const isWanted = `m.cohort_id = $1 AND m.removed_at IS NULL
  AND ($2::text IS NULL OR p.search_key LIKE $2)
  AND ($3::text IS NULL OR ${statusOf} = $3)
  AND ($4::text IS NULL OR pl.path <@ (SELECT wanted.path FROM place wanted WHERE wanted.id = $4))
  AND ($5::text IS NULL OR p.organisation_name = $5)`;

function pageStatement(sort: Sort, order: Order): Statement {
  const { key, type, value, from = '' } = sortKeys[sort];
  return {
    name: `cohorts.members-${sort}-${order}`,
    text: `SELECT ${columns}, ${value} AS "sortValue" FROM ${memberTables}
        LEFT JOIN place province ON province.id = pl.province_id ${from}
      WHERE ${isWanted} AND ($7::uuid IS NULL OR (${key}, p.id) ${order === 'asc' ? '>' : '<'} ($6::${type}, $7))
      ORDER BY ${key} ${order}, p.id ${order} LIMIT $8`,
  };
}

const pageStatements = new Map(
  (['name', 'progress', 'last-activity'] as const).flatMap((sort) =>
    (['asc', 'desc'] as const).map((order) => [`${sort} ${order}`, pageStatement(sort, order)] as const),
  ),
);
const count = {
  name: 'cohorts.count-members',
  text: `SELECT count(*)::integer AS total FROM ${memberTables} WHERE ${isWanted}`,
};

function filterValues(cohortId: string, filters: MemberFilters): unknown[] {
  // An empty organisation is a wish too: those without one.
  return [
    cohortId,
    searchPattern(filters.q),
    filters.status ?? null,
    filters.placeId ?? null,
    filters.organisationName ?? null,
  ];
}

/** A member in the contract's shape. */
export function toMember(row: MemberRow): CohortMember {
  return {
    personId: row.personId,
    fullName: row.fullName,
    place: row.placeId === null ? null : { id: row.placeId, fullName: row.placeName ?? '' },
    organisationName: row.organisationName,
    isDemonstration: row.isDemonstration,
    status: row.status,
    steps: { done: row.stepsDone, total: row.stepsTotal },
    percent: row.percent,
    lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    certificateNumber: row.certificateNumber,
  };
}

@Injectable()
export class MembersQueries {
  constructor(private readonly database: Database) {}

  /** One page of the members that the filters leave. */
  async page(
    cohortId: string,
    filters: MemberFilters,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ rows: MemberRow[]; next: string | null }> {
    const statement =
      pageStatements.get(`${filters.sort} ${filters.order}`) ?? pageStatement(filters.sort, filters.order);
    const after = decodeCursor(cursor, sortKeys[filters.sort].cursor);
    const values = [...filterValues(cohortId, filters), after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await this.database.rows<MemberRow>(statement, values);
    return pageOf(rows, limit, (row) => encodeCursor([row.sortValue, row.personId]));
  }

  /** How many members the filters leave. */
  async count(cohortId: string, filters: MemberFilters): Promise<number> {
    const row = await this.database.row<{ total: number }>(count, filterValues(cohortId, filters));
    return row?.total ?? 0;
  }
}
