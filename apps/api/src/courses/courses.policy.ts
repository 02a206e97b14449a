// Who may edit a course: its owner, and an admin whose scope covers the issuer. Pure.
import { pathCovers } from '@onetouch/domain';
import type { Actor } from '../platform/http/actor.js';

export interface CourseHome {
  ownerId: string;
  issuerId: string;
  /** ltree path of the issuer's place. */
  issuerPath: string;
}

/** Whether this actor may read and write the draft; nobody else learns that there is one. */
export function mayEdit(actor: Actor, course: CourseHome): boolean {
  if (course.ownerId === actor.personId) return true;
  return actor.grants.some(
    (grant) =>
      grant.role === 'admin' &&
      (grant.organisationId
        ? grant.organisationId === course.issuerId
        : pathCovers(grant.path, course.issuerPath)),
  );
}

/** The same rule as values of a where-clause: owner, paths of places, issuers. */
export function editableBy(actor: Actor): [ownerId: string, paths: string[], issuerIds: string[]] {
  const admin = actor.grants.filter((grant) => grant.role === 'admin');
  const paths = admin.filter((grant) => !grant.organisationId).map((grant) => grant.path);
  return [actor.personId, paths, admin.flatMap((grant) => grant.organisationId ?? [])];
}
