// Grants inside the answers about people: the SQL that gathers them, and their shape on the wire. Knows no decision.
import type { Grant, Role } from '@onetouch/contract';
import { placeRef } from '../places/place-row.js';

export interface GrantColumns {
  id: string;
  role: Role;
  place_id: string | null;
  place_name: string | null;
  organisation_id: string | null;
  organisation_name: string | null;
  granted_at: string | Date;
}

/** Every column of a grant; to be joined as `g`, its place as `gp`, its organisation as `go`. */
export const grantJoins =
  'LEFT JOIN place gp ON gp.id = g.place_id LEFT JOIN organisation go ON go.id = g.organisation_id';
export const grantColumns =
  'g.id, g.role, g.place_id, gp.full_name AS place_name, g.organisation_id, go.name AS organisation_name, g.granted_at';

/** SQL: the active grants of a person as a JSON array of `GrantColumns`, oldest first. */
export function activeGrantsOf(personId: string): string {
  return `(SELECT coalesce(json_agg(f ORDER BY f.granted_at, f.id), '[]') FROM (
    SELECT ${grantColumns} FROM role_grant g ${grantJoins} WHERE g.person_id = ${personId} AND g.revoked_at IS NULL) f)`;
}

/** The grant as it crosses the wire. */
export function toGrant(row: GrantColumns): Grant {
  const organisation =
    row.organisation_id !== null && row.organisation_name !== null
      ? { id: row.organisation_id, name: row.organisation_name }
      : null;
  return {
    id: row.id,
    role: row.role,
    place: placeRef(row.place_id, row.place_name),
    organisation,
    grantedAt: new Date(row.granted_at).toISOString(),
  };
}
