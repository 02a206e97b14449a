// Who may edit a course: its owner, and an admin whose scope covers the issuer. Pure.
import type { Actor } from '../platform/http/actor.js';
import { reaches, scopeOf } from '../platform/http/scope.js';

export interface CourseHome {
  ownerId: string;
  issuerId: string;
  /** ltree path of the issuer's place. */
  issuerPath: string;
}

/** Whether this actor may read and write the draft; nobody else learns that there is one. */
export function mayEdit(actor: Actor, { ownerId, issuerId, issuerPath }: CourseHome): boolean {
  const issuer = { path: issuerPath, organisationId: issuerId };
  return ownerId === actor.personId || reaches(scopeOf(actor, ['admin']), issuer);
}

/** The same rule as values of a where-clause: owner, paths of places, issuers. */
export function editableBy(actor: Actor): [ownerId: string, paths: string[], issuerIds: string[]] {
  const { paths, organisationIds } = scopeOf(actor, ['admin']);
  return [actor.personId, paths, organisationIds];
}
