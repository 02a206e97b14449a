// Who runs and who administers a place. Pure: knows grants and paths, no rows.
import type { Actor } from '../platform/http/actor.js';
import { reaches, scopeOf } from '../platform/http/scope.js';

/** Whether the actor runs trainings in that place: a coordinator or admin of it or of a place above it. */
export function coordinatesPlace(actor: Actor, path: string): boolean {
  return reaches(scopeOf(actor, ['coordinator', 'admin']), { path, organisationId: null });
}

/** Whether the actor administers that place or one above it. */
export function administersPlace(actor: Actor, path: string): boolean {
  return reaches(scopeOf(actor, ['admin']), { path, organisationId: null });
}
