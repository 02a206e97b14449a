// Reads of places and organisations, in contract shape. Names are found without accents and sorted in Vietnamese order.
import type { InputOf, Organisation, Place, ScopeChoice } from '@onetouch/contract';
import { places } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { accentedPatterns } from '../platform/database/accented-patterns.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/search-pattern.js';
import type { Scope } from '../platform/http/scope.js';
import {
  type OrganisationRow,
  type PlaceRow,
  placeColumns,
  placeJoins,
  toOrganisation,
  toPlace,
} from './place-row.js';
import { foldPlaceName } from './place-words.js';

type PlaceSearch = InputOf<typeof places.search>['query'];
type OrganisationSearch = InputOf<typeof places.searchOrganisations>['query'];

/** Path of the unit that a search is confined to; of an ended one its successor's, which holds its communes today. */
const underPath = (parameter: string) =>
  `(SELECT coalesce(s.path, u.path) FROM place u LEFT JOIN place s ON s.id = u.successor_id WHERE u.id = ${parameter})`;

const readPlace = {
  name: 'places.read',
  text: `SELECT ${placeColumns} FROM place p ${placeJoins} WHERE p.id = $1`,
};

const listProvinces = {
  name: 'places.provinces',
  text: `SELECT ${placeColumns} FROM place p ${placeJoins} WHERE p.level = 'province' AND p.id LIKE $1
    ORDER BY p.name COLLATE "vi-x-icu", p.id`,
};

/**
 * The country is found only when asked for by level. An ended province with the name of its successor is left out: the name of today leads there already. Key and words are
 * compared with a bar before each spelling, so that '|ha' finds what begins with it.
 */
const searchPlaces = {
  name: 'places.search',
  text: `
    SELECT ${placeColumns} FROM place p ${placeJoins}
    WHERE p.search_key LIKE '%' || $1 || '%' AND (p.level <> 'country' OR $3 = 'country')
      AND (p.valid_to IS NULL OR ($1 <> '' AND su.name <> p.name))
      AND ($3::text IS NULL OR p.level = $3)
      AND ($4::text IS NULL OR (p.path <@ ${underPath('$4')} AND p.path <> ${underPath('$4')}))
    ORDER BY
      CASE WHEN '|' || p.search_key || '|' LIKE '%|' || $1 || '|%' THEN 0 WHEN '|' || p.search_key LIKE '%|' || $1 || '%' THEN 1 ELSE 2 END,
      lower(p.full_name COLLATE "vi-x-icu") LIKE ANY($2) DESC,
      p.level DESC, p.name COLLATE "vi-x-icu", pr.name COLLATE "vi-x-icu", p.id
    LIMIT $5`,
};

/** For 'hợp thành lào cai': each word stands in the name of the commune or of its province. */
const searchCommunesByWords = {
  name: 'places.search-words',
  text: `
    SELECT ${placeColumns} FROM place p ${placeJoins}
    WHERE p.level = 'commune' AND p.search_key || '|' || pr.search_key LIKE ALL($1)
      AND ($2::text IS NULL OR p.path <@ ${underPath('$2')})
    ORDER BY p.name COLLATE "vi-x-icu", pr.name COLLATE "vi-x-icu", p.id
    LIMIT $3`,
};

/** Sorted by accents found, then name; the cursor names the last row, because names do not fit into it. */
const searchOrganisations = {
  name: 'places.search-organisations',
  text: `
    SELECT o.id, o.name, o.kind, o.place_id AS "placeId", p.full_name AS "placeName", r.rank
    FROM organisation o
    JOIN place p ON p.id = o.place_id
    CROSS JOIN LATERAL (SELECT CASE WHEN lower(o.name COLLATE "vi-x-icu") LIKE ANY($2) THEN 0 ELSE 1 END AS rank) r
    WHERE o.search_key LIKE '%' || $1 || '%' AND o.valid_to IS NULL
      AND ($3::text IS NULL OR p.path <@ ${underPath('$3')})
      AND ($4::uuid IS NULL OR (r.rank, o.name COLLATE "vi-x-icu", o.id) > ($5::int, (SELECT l.name FROM organisation l WHERE l.id = $4), $4))
    ORDER BY r.rank, o.name COLLATE "vi-x-icu", o.id
    LIMIT $6`,
};

const namesOfScope = {
  name: 'places.names-of-scope',
  text: `
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'fullName', p.full_name) ORDER BY p.level <> 'country', p.name COLLATE "vi-x-icu", p.id), '[]')
        FROM place p WHERE p.path = ANY($1::ltree[]) AND p.valid_to IS NULL) AS places,
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "vi-x-icu", o.id), '[]')
        FROM organisation o WHERE o.id = ANY($2::uuid[]) AND o.valid_to IS NULL) AS organisations`,
};

const OrganisationCursor = z.tuple([z.int().min(0).max(1), z.uuid()]);

const anywhere = (words: string[]) => words.map((word) => `%${escapeLike(word)}%`);

@Injectable()
export class PlacesQueries {
  constructor(private readonly database: Database) {}

  /** One unit with its path, or undefined. */
  read(placeId: string): Promise<PlaceRow | undefined> {
    return this.database.row<PlaceRow>(readPlace, [placeId]);
  }

  /** All provinces of one list in Vietnamese order. */
  async provinces(list: '34' | '63'): Promise<Place[]> {
    return (await this.database.rows<PlaceRow>(listProvinces, [`p${list}-%`])).map(toPlace);
  }

  /** Units by any part of a name, best first; without words all units of today. */
  async search(query: PlaceSearch): Promise<Place[]> {
    const words = foldPlaceName(query.q ?? '');
    if (query.q !== undefined && words === '') return [];
    const accented = accentedPatterns(query.q);
    const values = [escapeLike(words), accented, query.level ?? null, query.under ?? null, query.limit];
    const rows = await this.database.rows<PlaceRow>(searchPlaces, values);
    if (rows.length > 0 || !words.includes(' ')) return rows.map(toPlace);
    return (await this.searchByWords(words, query)).map(toPlace);
  }

  /** A page of organisations of today by any part of the name. */
  async searchOrganisations(
    query: OrganisationSearch,
  ): Promise<{ items: Organisation[]; next: string | null }> {
    const cursor = decodeCursor(query.cursor, OrganisationCursor);
    const accented = accentedPatterns(query.q);
    const values = [
      escapeLike(foldVietnamese(query.q ?? '')),
      accented,
      query.under ?? null,
      cursor?.[1] ?? null,
      cursor?.[0] ?? null,
    ];
    const found = await this.database.rows<OrganisationRow & { rank: number }>(searchOrganisations, [
      ...values,
      query.limit + 1,
    ]);
    const page = pageOf(found, query.limit, (row) => encodeCursor([row.rank, row.id]));
    return { items: page.rows.map(toOrganisation), next: page.next };
  }

  /** The names of what a scope reaches by itself, without what lies below; ended units are left out. */
  async choicesOf({ paths, organisationIds }: Scope): Promise<ScopeChoice> {
    const row = await this.database.row<ScopeChoice & object>(namesOfScope, [paths, organisationIds]);
    return row ?? { places: [], organisations: [] };
  }

  private async searchByWords(words: string, query: PlaceSearch): Promise<PlaceRow[]> {
    if (query.level !== undefined && query.level !== 'commune') return [];
    return this.database.rows<PlaceRow>(searchCommunesByWords, [
      anywhere(words.split(' ')),
      query.under ?? null,
      query.limit,
    ]);
  }
}
