// A certificate as it is read from its table, and as it crosses the wire.
import type { Certificate, Localized } from '@onetouch/contract';
import type { Actor } from '../platform/http/actor.js';
import { type CertificatePlace, mayRevoke } from './certificates.policy.js';

export interface CertificateRow extends CertificatePlace {
  id: string;
  enrolmentId: string;
  number: string;
  code: string;
  personName: string;
  courseTitle: Localized;
  courseSlug: string;
  issuerName: string;
  issuerPlace: string;
  minutes: number;
  completedAt: Date;
  issuedAt: Date;
  isDemonstration: boolean;
  revokedAt: Date | null;
  revocationReason: string | null;
  revocationDecision: string | null;
}

/** Columns of a `CertificateRow`, where `c` is the certificate and `issuer_place` the place of its issuer. */
export const certificateColumns = `c.id, c.enrolment_id AS "enrolmentId", c.person_id AS "personId", c.issuer_id AS "issuerId",
  issuer_place.path::text AS "issuerPath", c.number, c.code, c.person_name AS "personName", c.course_title AS "courseTitle",
  c.course_slug AS "courseSlug", c.issuer_name AS "issuerName", c.issuer_place AS "issuerPlace", c.minutes,
  c.completed_at AS "completedAt", c.issued_at AS "issuedAt", c.is_demonstration AS "isDemonstration",
  c.revoked_at AS "revokedAt", c.revocation_reason AS "revocationReason", c.revocation_decision AS "revocationDecision"`;

/** Where those columns come from. */
export const certificateTables = `certificate c
  JOIN organisation issuer ON issuer.id = c.issuer_id
  JOIN place issuer_place ON issuer_place.id = issuer.place_id`;

/** The address at which anybody can check a code. */
export function verifyUrlOf(publicUrl: string, code: string): string {
  return `${publicUrl}/verify/${code}`;
}

/** The row in the contract's shape, with what the actor may do with it. */
export function toCertificate(row: CertificateRow, actor: Actor, publicUrl: string): Certificate {
  return {
    id: row.id,
    code: row.code,
    number: row.number,
    enrolmentId: row.enrolmentId,
    personName: row.personName,
    courseTitle: row.courseTitle,
    courseSlug: row.courseSlug,
    issuerName: row.issuerName,
    issuerPlace: row.issuerPlace,
    minutes: row.minutes,
    completedAt: row.completedAt.toISOString(),
    issuedAt: row.issuedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revocationReason: row.revocationReason,
    revocationDecision: row.revocationDecision,
    verifyUrl: verifyUrlOf(publicUrl, row.code),
    isDemonstration: row.isDemonstration,
    abilities: { revoke: row.revokedAt === null && mayRevoke(actor, row) },
  };
}
