// Who may read and revoke a certificate: its holder reads, an admin whose scope covers the issuer does both.
import type { Actor } from '../platform/http/actor.js';
import { reaches, type Scope, scopeOf } from '../platform/http/scope.js';

/** What decides about a certificate. */
export interface CertificatePlace {
  personId: string;
  issuerId: string;
  /** ltree path of the issuer's place. */
  issuerPath: string;
}

/** Whose certificates the actor administers, by issuer. */
export function adminScope(actor: Actor): Scope {
  return scopeOf(actor, ['admin']);
}

/** Whether the actor administers the issuer: the same rule as the where-clause of the list. */
export function mayRevoke(actor: Actor, { issuerPath, issuerId }: CertificatePlace): boolean {
  return reaches(adminScope(actor), { path: issuerPath, organisationId: issuerId });
}

/** Whether the actor may see it at all; for everybody else it does not exist. */
export function mayRead(actor: Actor, certificate: CertificatePlace): boolean {
  return certificate.personId === actor.personId || mayRevoke(actor, certificate);
}
