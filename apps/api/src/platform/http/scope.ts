// What grants reach: places with everything below them, and single organisations. Pure; what a role may do there is a room's policy.
import type { Role } from '@onetouch/contract';
import { pathCovers } from '@onetouch/domain';
import type { Actor } from './actor.js';

/** As a where-clause takes it: ltree paths of places, and ids of organisations. */
export interface Scope {
  paths: string[];
  organisationIds: string[];
}

/** What the actor's grants of these roles reach together. */
export function scopeOf(actor: Actor, roles: readonly Role[]): Scope {
  const grants = actor.grants.filter((grant) => roles.includes(grant.role));
  return {
    paths: grants.flatMap((grant) => (grant.organisationId === null ? [grant.path] : [])),
    organisationIds: grants.flatMap((grant) => grant.organisationId ?? []),
  };
}

/** Whether a scope reaches what stands in a place, perhaps as part of an organisation: the where-clause of lists, for one row. */
export function reaches(scope: Scope, spot: { path: string; organisationId: string | null }): boolean {
  const isOwnOrganisation =
    spot.organisationId !== null && scope.organisationIds.includes(spot.organisationId);
  return isOwnOrganisation || scope.paths.some((path) => pathCovers(path, spot.path));
}
