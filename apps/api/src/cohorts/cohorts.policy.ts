// Who may see and run a cohort: coordinators and admins of its place or above, and those of its organisation.
import { pathCovers } from '@onetouch/domain';
import type { Actor } from '../platform/http/actor.js';

/** Scope of the actor's coordinator and admin grants, as a where-clause takes it: paths of places, and ids of organisations. */
export function coordinatorScope(actor: Actor): { paths: string[]; organisationIds: string[] } {
  const grants = actor.grants.filter((grant) => grant.role === 'coordinator' || grant.role === 'admin');
  return {
    paths: grants.filter((grant) => grant.organisationId === null).map((grant) => grant.path),
    organisationIds: grants.flatMap((grant) => (grant.organisationId === null ? [] : [grant.organisationId])),
  };
}

/** Whether a cohort of that place (and organisation) lies in the actor's scope: the same rule as the where-clause of the list. */
export function mayCoordinate(
  actor: Actor,
  cohort: { path: string; organisationId: string | null },
): boolean {
  const { paths, organisationIds } = coordinatorScope(actor);
  const isOwnOrganisation = cohort.organisationId !== null && organisationIds.includes(cohort.organisationId);
  return isOwnOrganisation || paths.some((path) => pathCovers(path, cohort.path));
}
