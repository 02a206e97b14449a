// What a grant reaches. Pure: knows grants and paths, no rows.
import { pathCovers } from '@onetouch/domain';
import type { Actor } from '../platform/http/actor.js';

/** Whether the actor runs trainings in that place: a coordinator or admin of it or of a place above it. */
export function coordinatesPlace(actor: Actor, path: string): boolean {
  return actor.grants.some(
    (grant) => grant.role !== 'trainer' && grant.placeId !== null && pathCovers(grant.path, path),
  );
}

/** Whether the actor administers that place or one above it. */
export function administersPlace(actor: Actor, path: string): boolean {
  return actor.grants.some(
    (grant) => grant.role === 'admin' && grant.placeId !== null && pathCovers(grant.path, path),
  );
}
