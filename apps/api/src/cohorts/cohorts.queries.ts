// Reads of cohorts. The list and the single read share one where-clause: what an actor's scope covers.
import type { CohortRow, Funnel, Localized } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import type { Actor } from '../platform/http/actor.js';
import { coordinatorScope } from './cohorts.policy.js';

export interface CohortFacts {
  id: string;
  name: string;
  courseId: string;
  courseSlug: string;
  /** What is published today: members are enrolled in it. */
  versionId: string;
  courseTitle: Localized;
  placeId: string;
  placeName: string;
  organisationId: string | null;
  organisationName: string | null;
  opensAt: Date;
  closesAt: Date;
}

const columns = `h.id, h.name, h.course_id AS "courseId", co.slug AS "courseSlug", v.id AS "versionId", v.document->'title' AS "courseTitle",
  h.place_id AS "placeId", place.full_name AS "placeName", h.organisation_id AS "organisationId",
  o.name AS "organisationName", h.opens_at AS "opensAt", h.closes_at AS "closesAt"`;
const tables = `cohort h
  JOIN place ON place.id = h.place_id
  JOIN course co ON co.id = h.course_id
  JOIN course_version v ON v.id = co.published_version_id
  LEFT JOIN organisation o ON o.id = h.organisation_id`;
const isVisible = '(place.path <@ $1::ltree[] OR h.organisation_id = ANY($2::uuid[]))';

const findOne = {
  name: 'cohorts.find',
  text: `SELECT ${columns} FROM ${tables} WHERE ${isVisible} AND h.id = $3`,
};
const findPage = {
  name: 'cohorts.list',
  text: `SELECT ${columns}, ${cursorTimeOf('h.closes_at')} AS "sortTime" FROM ${tables}
    WHERE ${isVisible} AND ($3::text IS NULL OR h.search_key LIKE $3)
      AND ($4::timestamptz IS NULL OR (h.closes_at, h.id) < ($4, $5::uuid))
    ORDER BY h.closes_at DESC, h.id DESC LIMIT $6`,
};

const Cursor = z.tuple([CursorTime, z.uuid()]);

interface ListWish {
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A cohort and its figures in the contract's shape. */
export function toCohortRow(facts: CohortFacts, funnel: Funnel): CohortRow {
  const { organisationId, organisationName } = facts;
  return {
    id: facts.id,
    name: facts.name,
    courseId: facts.courseId,
    courseSlug: facts.courseSlug,
    courseTitle: facts.courseTitle,
    place: { id: facts.placeId, fullName: facts.placeName },
    organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
    opensAt: facts.opensAt.toISOString(),
    closesAt: facts.closesAt.toISOString(),
    funnel,
  };
}

@Injectable()
export class CohortsQueries {
  constructor(private readonly database: Database) {}

  /** One cohort if the actor's scope covers it; any other does not exist for the actor. */
  find(cohortId: string, actor: Actor): Promise<CohortFacts | undefined> {
    const { paths, organisationIds } = coordinatorScope(actor);
    return this.database.row<CohortFacts>(findOne, [paths, organisationIds, cohortId]);
  }

  /** Cohorts of the actor's scope by folded name, the one that closes last first. */
  async list(actor: Actor, wish: ListWish): Promise<{ rows: CohortFacts[]; next: string | null }> {
    const { paths, organisationIds } = coordinatorScope(actor);
    const after = decodeCursor(wish.cursor, Cursor);
    const rows = await this.database.rows<CohortFacts & { sortTime: string }>(findPage, [
      paths,
      organisationIds,
      searchPattern(wish.q),
      after?.[0] ?? null,
      after?.[1] ?? null,
      wish.limit + 1,
    ]);
    return pageOf(rows, wish.limit, (row) => encodeCursor([row.sortTime, row.id]));
  }
}
