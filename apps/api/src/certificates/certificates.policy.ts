// Who may read and revoke a certificate: its holder reads, an admin whose scope covers the issuer does both.
import type { Actor } from '../platform/http/actor.js';
import { pathCovers } from '@onetouch/domain';

/** What decides about a certificate. */
export interface CertificatePlace {
  personId: string;
  issuerId: string;
  /** ltree path of the issuer's place. */
  issuerPath: string;
}

/** Scope of the actor's admin grants, as a where-clause takes it: paths of places, and ids of organisations. */
export function adminScope(actor: Actor): { paths: string[]; organisationIds: string[] } {
  const grants = actor.grants.filter((grant) => grant.role === 'admin');
  return {
    paths: grants.filter((grant) => grant.organisationId === null).map((grant) => grant.path),
    organisationIds: grants.flatMap((grant) => (grant.organisationId === null ? [] : [grant.organisationId])),
  };
}

/** Whether the actor administers the issuer: the same rule as the where-clause of the list. */
export function mayRevoke(actor: Actor, certificate: CertificatePlace): boolean {
  const { paths, organisationIds } = adminScope(actor);
  return (
    organisationIds.includes(certificate.issuerId) ||
    paths.some((path) => pathCovers(path, certificate.issuerPath))
  );
}

/** Whether the actor may see it at all; for everybody else it does not exist. */
export function mayRead(actor: Actor, certificate: CertificatePlace): boolean {
  return certificate.personId === actor.personId || mayRevoke(actor, certificate);
}
