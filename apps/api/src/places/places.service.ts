// Use cases around places and organisations, and what other rooms ask about them. Knows no people.
import { type InputOf, type Organisation, type Place, places, type ScopeChoice } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import type { Scope } from '../platform/http/scope.js';
import { Problem } from '../platform/http/problem.js';
import { oneLine } from '../platform/one-line.js';
import { type OrganisationRow, type PlaceRow, toOrganisation, toPlace } from './place-row.js';
import { coordinatesPlace } from './places.policy.js';
import { PlacesQueries } from './places.queries.js';

type NewOrganisation = InputOf<typeof places.createOrganisation>['body'];

const lockName = {
  name: 'places.lock-organisation-name',
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
};

/** Inserts, or answers the one that is there with that name in that place. */
const insertOrganisation = {
  name: 'places.insert-organisation',
  text: `
    WITH known AS (
      SELECT id, name, kind FROM organisation WHERE place_id = $3 AND search_key = $2 AND name = $1 AND kind = $4 AND valid_to IS NULL
      ORDER BY id LIMIT 1
    ), added AS (
      INSERT INTO organisation (name, search_key, place_id, kind) SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM known)
      RETURNING id, name, kind
    )
    SELECT f.id, f.name, f.kind, p.id AS "placeId", p.full_name AS "placeName"
    FROM (SELECT * FROM known UNION ALL SELECT * FROM added) f JOIN place p ON p.id = $3`,
};

const findOrganisation = {
  name: 'places.find-organisation',
  text: `
    SELECT o.id, o.name, o.kind, p.id AS "placeId", p.full_name AS "placeName", p.path::text AS path
    FROM organisation o JOIN place p ON p.id = o.place_id WHERE o.id = $1 AND o.valid_to IS NULL`,
};

@Injectable()
export class PlacesService {
  constructor(
    private readonly database: Database,
    private readonly queries: PlacesQueries,
  ) {}

  /** One unit; refuses with `place.not-found`. */
  async read(placeId: string): Promise<Place> {
    return toPlace(await this.find(placeId));
  }

  /** One unit with its path for decisions; refuses with `place.not-found`. */
  async find(placeId: string): Promise<PlaceRow> {
    const row = await this.queries.read(placeId);
    if (!row) throw new Problem('place.not-found');
    return row;
  }

  /** One unit of today with its path; refuses with `place.not-found` and `place.not-current`. */
  async findCurrent(placeId: string): Promise<PlaceRow> {
    const row = await this.find(placeId);
    if (row.validTo !== null) throw new Problem('place.not-current');
    return row;
  }

  /** One organisation of today with the path of its place; refuses with `organisation.not-found`. */
  async findOrganisation(organisationId: string): Promise<OrganisationRow & { path: string }> {
    const row = await this.database.row<OrganisationRow & { path: string }>(findOrganisation, [
      organisationId,
    ]);
    if (!row) throw new Problem('organisation.not-found');
    return row;
  }

  /** What a scope lets choose from, by name: its own places and organisations, as far as they are of today. */
  choicesOf(scope: Scope): Promise<ScopeChoice> {
    return this.queries.choicesOf(scope);
  }

  /** Adds an organisation to a place that the actor coordinates; pressed twice it is one. */
  async createOrganisation(body: NewOrganisation, actor: Actor): Promise<Organisation> {
    const place = await this.findCurrent(body.placeId);
    if (!coordinatesPlace(actor, place.path)) throw new Problem('access.denied');

    const name = oneLine(body.name);
    const [row] = await this.database.transaction(async (transaction) => {
      await transaction.rows(lockName, [`${body.placeId} ${name}`]);
      const values = [name, foldVietnamese(name), body.placeId, body.kind];
      return transaction.rows<OrganisationRow>(insertOrganisation, values);
    });
    if (!row) throw new Error('an organisation was neither found nor inserted');
    return toOrganisation(row);
  }
}
