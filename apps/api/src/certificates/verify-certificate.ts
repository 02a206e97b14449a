// What anybody learns from a code: valid, revoked or unknown, and no more about the person than was agreed to.
import type { Verification } from '@onetouch/contract';
import { maskName } from '@onetouch/domain';
import type { VerifiedRow } from './certificates.queries.js';

/** The public answer for a certificate, or for none. */
export function toVerification(row: VerifiedRow | undefined, now: Date): Verification {
  const checkedAt = now.toISOString();
  if (!row) return { verdict: 'unknown', checkedAt };
  return {
    verdict: row.revokedAt ? 'revoked' : 'valid',
    checkedAt,
    code: row.code,
    number: row.number,
    personName: row.isNamePublic ? row.personName : maskName(row.personName),
    isNameMasked: !row.isNamePublic,
    courseTitle: row.courseTitle,
    issuerName: row.issuerName,
    completedAt: row.completedAt.toISOString(),
    issuedAt: row.issuedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revocationReason: row.revocationReason,
    revocationDecision: row.revocationDecision,
    isDemonstration: row.isDemonstration,
  };
}
