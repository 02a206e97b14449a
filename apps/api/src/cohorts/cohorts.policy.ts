// Who may see and run a cohort: coordinators and admins of its place or above, and those of its organisation.
import type { Actor } from '../platform/http/actor.js';
import { reaches, type Scope, scopeOf } from '../platform/http/scope.js';

/** Where the actor runs cohorts. */
export function coordinatorScope(actor: Actor): Scope {
  return scopeOf(actor, ['coordinator', 'admin']);
}

/** Whether a cohort of that place (and organisation) lies in the actor's scope: the same rule as the where-clause of the list. */
export function mayCoordinate(
  actor: Actor,
  cohort: { path: string; organisationId: string | null },
): boolean {
  return reaches(coordinatorScope(actor), cohort);
}
