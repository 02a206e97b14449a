// Grants inside the answers about people: the SQL that gathers them, and their shape on the wire. Knows no decision.
import type { Grant, Role } from '@onetouch/contract';
import { placeRef } from '../places/place-row.js';

export interface GrantRow {
  id: string;
  role: Role;
  placeId: string | null;
  placeName: string | null;
  organisationId: string | null;
  organisationName: string | null;
  grantedAt: string | Date;
}

/** Every column of a grant; to be joined as `g`, its place as `gp`, its organisation as `go`. */
export const grantJoins =
  'LEFT JOIN place gp ON gp.id = g.place_id LEFT JOIN organisation go ON go.id = g.organisation_id';
export const grantColumns = `g.id, g.role, g.place_id AS "placeId", gp.full_name AS "placeName", g.organisation_id AS "organisationId",
  go.name AS "organisationName", g.granted_at AS "grantedAt"`;

/** SQL: the active grants of a person as a JSON array of `GrantRow`, oldest first. */
export function activeGrantsOf(personId: string): string {
  return `(SELECT coalesce(json_agg(f ORDER BY f."grantedAt", f.id), '[]') FROM (
    SELECT ${grantColumns} FROM role_grant g ${grantJoins} WHERE g.person_id = ${personId} AND g.revoked_at IS NULL) f)`;
}

/** The grant as it crosses the wire. */
export function toGrant(row: GrantRow): Grant {
  const organisation =
    row.organisationId !== null && row.organisationName !== null
      ? { id: row.organisationId, name: row.organisationName }
      : null;
  return {
    id: row.id,
    role: row.role,
    place: placeRef(row.placeId, row.placeName),
    organisation,
    grantedAt: new Date(row.grantedAt).toISOString(),
  };
}
