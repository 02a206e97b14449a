// Roles within scopes: granted and revoked by admins of a place at or above the scope. History stays.
import { accounts, type Grant, type InputOf } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { administersPlace } from '../places/places.policy.js';
import { PlacesService } from '../places/places.service.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { fitsOrganisation } from './accounts.policy.js';
import { type GrantRow, grantColumns, grantJoins, toGrant } from './grant-rows.js';
import { PeopleQueries } from './people.queries.js';
import { SessionStore } from './session-store.js';

type NewGrant = InputOf<typeof accounts.grantRole>['body'];

constraintMeans('role_grant_active_key', 'grant.exists');
constraintMeans('role_grant_person_id_fkey', 'person.not-found');

const insertGrant = {
  name: 'accounts.insert-grant',
  text: `
    WITH g AS (
      INSERT INTO role_grant (person_id, role, place_id, organisation_id, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING *
    ) SELECT ${grantColumns} FROM g ${grantJoins}`,
};

const findGrant = {
  name: 'accounts.find-grant',
  text: `
    SELECT g.role, g.place_id AS "placeId", pl.path::text AS path
    FROM role_grant g LEFT JOIN organisation o ON o.id = g.organisation_id JOIN place pl ON pl.id = coalesce(g.place_id, o.place_id)
    WHERE g.id = $1 AND g.revoked_at IS NULL`,
};

/**
 * Demonstration accounts do not count: their password is known to everybody, and they are removed one day. The order is the same
 * for all, so two revocations wait for each other here and do not deadlock.
 */
const lockCountryAdmins = {
  name: 'accounts.lock-country-admins',
  text: `
    SELECT g.id FROM role_grant g JOIN person p ON p.id = g.person_id
    WHERE g.role = 'admin' AND g.place_id = 'vn' AND g.revoked_at IS NULL AND NOT p.is_demonstration
    ORDER BY g.id FOR UPDATE OF g`,
};

const revokeGrant = {
  name: 'accounts.revoke-grant',
  text: 'UPDATE role_grant SET revoked_by = $2, revoked_at = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING person_id AS "personId"',
};

@Injectable()
export class GrantsService {
  constructor(
    private readonly database: Database,
    private readonly places: PlacesService,
    private readonly people: PeopleQueries,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Grants a role; the same one twice is `grant.exists`. */
  async grant(body: NewGrant, actor: Actor): Promise<Grant> {
    if (!(await this.people.isVisibleTo(actor, body.personId))) throw new Problem('person.not-found');
    const scope = await this.scopeOf(body);
    if (!administersPlace(actor, scope.path)) throw new Problem('access.denied');

    const values = [
      body.personId,
      body.role,
      scope.placeId,
      scope.organisationId,
      actor.personId,
      this.clock.now(),
    ];
    const row = await this.database.row<GrantRow>(insertGrant, values);
    if (!row) throw new Error('a grant was not inserted');
    this.sessions.refresh(body.personId);
    return toGrant(row);
  }

  /** Revokes an active grant of the own scope; the last admin of the country stays. */
  async revoke(grantId: string, actor: Actor): Promise<void> {
    const grant = await this.database.row<{ role: string; placeId: string | null; path: string }>(findGrant, [
      grantId,
    ]);
    if (!grant || !administersPlace(actor, grant.path)) throw new Problem('grant.not-found');

    const personId = await this.database.transaction(async (transaction) => {
      if (grant.role === 'admin' && grant.placeId === 'vn') await this.keepOneAdmin(transaction, grantId);
      const [row] = await transaction.rows<{ personId: string }>(revokeGrant, [
        grantId,
        actor.personId,
        this.clock.now(),
      ]);
      if (!row) throw new Problem('grant.not-found');
      return row.personId;
    });
    this.sessions.refresh(personId);
  }

  private async keepOneAdmin(transaction: Transaction, grantId: string): Promise<void> {
    const admins = await transaction.rows<{ id: string }>(lockCountryAdmins);
    if (!admins.some((admin) => admin.id !== grantId)) throw new Problem('grant.last-admin');
  }

  /** Where the grant would hold; ended places and roles that do not fit are `grant.scope-invalid`. */
  private async scopeOf(
    body: NewGrant,
  ): Promise<{ path: string; placeId: string | null; organisationId: string | null }> {
    if ('placeId' in body.scope) {
      const place = await this.places.find(body.scope.placeId);
      if (place.validTo !== null) throw new Problem('grant.scope-invalid');
      return { path: place.path, placeId: place.id, organisationId: null };
    }
    const organisation = await this.places.findOrganisation(body.scope.organisationId);
    if (!fitsOrganisation(body.role)) throw new Problem('grant.scope-invalid');
    return { path: organisation.path, placeId: null, organisationId: organisation.id };
  }
}
