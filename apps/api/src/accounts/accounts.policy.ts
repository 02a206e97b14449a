// What grants allow in this room. Pure: facts in, verdict out.
import { type Grantable, type Me, Role } from '@onetouch/contract';
import type { Actor } from '../platform/http/actor.js';
import { type Scope, scopeOf } from '../platform/http/scope.js';

/** What the page may offer to a holder of these roles; an admin may do all of it. */
export function abilitiesOf(roles: readonly Role[]): Me['abilities'] {
  const has = (role: Role) => roles.includes(role) || roles.includes('admin');
  return { author: has('trainer'), coordinate: has('coordinator'), administer: has('admin') };
}

/** Whose people somebody sees: of these places and below, and of these organisations. Trainers see nobody by their role. */
export function peopleScope(actor: Actor): Scope {
  return scopeOf(actor, ['coordinator', 'admin']);
}

/** Where somebody may grant roles: administering is a matter of places, so a scope of organisations is always empty. */
export function grantingScope(actor: Actor): Scope {
  return scopeOf(actor, ['admin']);
}

/** Every role with the kinds of scope that it can be held in, for who may grant at all. */
export function grantableRoles(actor: Actor): Grantable['roles'] {
  if (grantingScope(actor).paths.length === 0) return [];
  return Role.options.map((role) => ({
    role,
    scopes: fitsOrganisation(role) ? ['place', 'organisation'] : ['place'],
  }));
}

/** Whether a role can be held in an organisation; administering is a matter of places. */
export function fitsOrganisation(role: Role): boolean {
  return role !== 'admin';
}
