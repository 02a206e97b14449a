// Reads of people, in contract shape: oneself in full, others masked and only within the own scope.
import {
  accounts,
  type InputOf,
  type Me,
  type PersonRow,
  type PlaceRef,
  type ResponseOf,
} from '@onetouch/contract';
import { maskEmail, maskPhone, parseLogin } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { placeRef } from '../places/place-row.js';
import { PlacesService } from '../places/places.service.js';
import { accentedPatterns } from '../platform/database/accented-patterns.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import type { Actor } from '../platform/http/actor.js';
import { abilitiesOf, grantableRoles, grantingScope, peopleScope } from './accounts.policy.js';
import { activeGrantsOf, type GrantRow, toGrant } from './grant-rows.js';

/** A person as staff reads it, before masking. */
export interface StaffPersonRow {
  id: string;
  fullName: string;
  email: string | null;
  phone: string | null;
  audience: Me['audience'];
  organisationName: string;
  isDemonstration: boolean;
  placeId: string | null;
  placeName: string | null;
  grants: GrantRow[];
}

interface MeRow extends StaffPersonRow {
  locale: Me['locale'];
  provinceId: string | null;
  provinceName: string | null;
  organisationId: string | null;
  chosenOrganisationName: string | null;
}

/** Columns of `StaffPersonRow`, where `p` is the person and `pl` the place of the person. */
export const personColumns = `p.id, p.full_name AS "fullName", p.email, p.phone, p.audience, p.organisation_name AS "organisationName",
  p.is_demonstration AS "isDemonstration", pl.id AS "placeId", pl.full_name AS "placeName", ${activeGrantsOf('p.id')} AS grants`;

/** The first two labels of a path name its province; 'vn' alone names none. */
const readMe = {
  name: 'accounts.read-me',
  text: `
    SELECT ${personColumns}, p.locale, pr.id AS "provinceId", pr.full_name AS "provinceName",
      o.id AS "organisationId", o.name AS "chosenOrganisationName"
    FROM person p
    LEFT JOIN place pl ON pl.id = p.place_id
    LEFT JOIN place pr ON pr.path = subpath(pl.path, 0, 2) AND pr.level = 'province'
    LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE p.id = $1`,
};

/**
 * Who lives in a place of the scope (without a place: in the country), or belongs to an organisation of it. Exact accents first,
 * then by the last word of the name; the cursor names the last row, because names do not fit into it.
 */
const searchPeople = {
  name: 'accounts.search-people',
  text: `
    SELECT ${personColumns}, r.rank
    FROM person p
    LEFT JOIN place pl ON pl.id = p.place_id
    CROSS JOIN LATERAL (SELECT CASE WHEN lower(p.full_name COLLATE "vi-x-icu") LIKE ANY($4) THEN 0 ELSE 1 END AS rank) r
    WHERE (coalesce(pl.path, 'vn') <@ ANY($1::ltree[]) OR p.organisation_id = ANY($2::uuid[]))
      AND ($3::text IS NULL OR p.search_key LIKE $3 OR p.email = $5 OR p.phone = $5)
      AND ($6::text IS NULL OR pl.path <@ (SELECT path FROM place WHERE id = $6))
      AND ($7::text IS NULL OR EXISTS (SELECT FROM role_grant h WHERE h.person_id = p.id AND h.role = $7 AND h.revoked_at IS NULL))
      AND ($8::uuid IS NULL OR (r.rank, p.sort_key, p.id) > ($9::int, (SELECT l.sort_key FROM person l WHERE l.id = $8), $8))
    ORDER BY r.rank, p.sort_key, p.id
    LIMIT $10`,
};

/** Whether a person is in somebody's scope; the same where-clause as the list. */
const isVisible = {
  name: 'accounts.is-visible',
  text: `
    SELECT p.id FROM person p LEFT JOIN place pl ON pl.id = p.place_id
    WHERE p.id = $3 AND (coalesce(pl.path, 'vn') <@ ANY($1::ltree[]) OR p.organisation_id = ANY($2::uuid[]))`,
};

const PersonCursor = z.tuple([z.int().min(0).max(1), z.uuid()]);

/** A person as staff sees it: phone and e-mail masked. */
export function toPersonRow(row: StaffPersonRow): PersonRow {
  return {
    id: row.id,
    fullName: row.fullName,
    loginMasked: row.email !== null ? maskEmail(row.email) : maskPhone(row.phone ?? ''),
    audience: row.audience,
    place: placeRef(row.placeId, row.placeName),
    organisationName: row.organisationName,
    isDemonstration: row.isDemonstration,
    grants: row.grants.map(toGrant),
  };
}

function toMe(row: MeRow): Me {
  const { organisationId, chosenOrganisationName } = row;
  return {
    id: row.id,
    fullName: row.fullName,
    email: row.email,
    phone: row.phone,
    audience: row.audience,
    place: placeRef(row.placeId, row.placeName),
    province: placeRef(row.provinceId, row.provinceName),
    organisation:
      organisationId !== null && chosenOrganisationName !== null
        ? { id: organisationId, name: chosenOrganisationName }
        : null,
    organisationName: row.organisationName,
    locale: row.locale,
    isDemonstration: row.isDemonstration,
    grants: row.grants.map(toGrant),
    abilities: abilitiesOf(row.grants.map((grant) => grant.role)),
  };
}

@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly places: PlacesService,
  ) {}

  /** The person as the page needs it, or null when the account is gone. */
  async me(personId: string): Promise<Me | null> {
    const row = await this.database.row<MeRow>(readMe, [personId]);
    return row ? toMe(row) : null;
  }

  /** A page of the people in the actor's scope, and what the actor may grant to them. */
  async search(
    query: InputOf<typeof accounts.searchPeople>['query'],
    actor: Actor,
  ): Promise<ResponseOf<typeof accounts.searchPeople>> {
    const cursor = decodeCursor(query.cursor, PersonCursor);
    const scope = peopleScope(actor);
    const login = parseLogin(query.q ?? '')?.value ?? null;
    const words = [searchPattern(query.q), accentedPatterns(query.q), login];
    const filters = [query.placeId ?? null, query.role ?? null];
    const behind = [cursor?.[1] ?? null, cursor?.[0] ?? null];
    const values = [scope.paths, scope.organisationIds, ...words, ...filters, ...behind, query.limit + 1];
    const rows = await this.database.rows<StaffPersonRow & { rank: number }>(searchPeople, values);
    const page = pageOf(rows, query.limit, (row) => encodeCursor([row.rank, row.id]));
    const grantable = { roles: grantableRoles(actor), places: await this.placesToGrant(actor) };
    return { items: page.rows.map(toPersonRow), next: page.next, grantable };
  }

  private async placesToGrant(actor: Actor): Promise<PlaceRef[]> {
    const scope = grantingScope(actor);
    return scope.paths.length === 0 ? [] : (await this.places.choicesOf(scope)).places;
  }

  /** Whether the actor may know that this person exists. */
  async isVisibleTo(actor: Actor, personId: string): Promise<boolean> {
    const scope = peopleScope(actor);
    return (await this.database.row(isVisible, [scope.paths, scope.organisationIds, personId])) !== undefined;
  }
}
