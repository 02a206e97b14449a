// Claiming: one certificate for an enrolment however often and from wherever it is asked for, and no number lost.
import { randomBytes } from 'node:crypto';
import type { Localized } from '@onetouch/contract';
import {
  certificateCode,
  certificateCodeBytes,
  certificateEligibility,
  certificateNumber,
  type CompletionEvidence,
  foldVietnamese,
  issuerCodeOf,
} from '@onetouch/domain';
import { Problem } from '../platform/http/problem.js';
import type { Transaction } from '../platform/database/database.js';
import { vietnamDay } from '../platform/vietnam-time.js';
import { CertificateEntity } from './certificate.entity.js';

interface ClaimFacts {
  completedAt: Date | null;
  completion: CompletionEvidence | null;
  personName: string;
  courseSlug: string;
  courseTitle: Localized;
  minutes: number;
  issuerId: string;
  issuerName: string;
  issuerCode: string | null;
  issuerSerial: number;
  placeName: string;
  placeFullName: string;
  placeLevel: 'country' | 'province' | 'commune';
  isDemonstration: boolean;
}

const lockEnrolment = {
  name: 'certificates.lock-enrolment',
  text: `SELECT e.completed_at AS "completedAt", e.completion, p.full_name AS "personName", co.slug AS "courseSlug",
      v.document->'title' AS "courseTitle", v.minutes, o.id AS "issuerId", o.name AS "issuerName", o.issuer_code AS "issuerCode",
      o.serial AS "issuerSerial",
      pl.name AS "placeName", pl.full_name AS "placeFullName", pl.level AS "placeLevel", (p.is_demonstration OR co.is_demonstration) AS "isDemonstration"
    FROM enrolment e
    JOIN person p ON p.id = e.person_id
    JOIN course_version v ON v.id = e.version_id
    JOIN course co ON co.id = e.course_id
    JOIN organisation o ON o.id = co.issuer_id
    JOIN place pl ON pl.id = o.place_id
    WHERE e.id = $1 AND e.person_id = $2
    FOR UPDATE OF e`,
};
const findClaimed = {
  name: 'certificates.find-claimed',
  text: 'SELECT id FROM certificate WHERE enrolment_id = $1',
};
const nextNumber = {
  name: 'certificates.next-number',
  text: `INSERT INTO certificate_register (issuer_id, year, last_number) VALUES ($1, $2, 1)
    ON CONFLICT (issuer_id, year) DO UPDATE SET last_number = certificate_register.last_number + 1
    RETURNING last_number AS "registerNumber"`,
};

/**
 * The place that stands before the date: a province by its bare name, but with its kind where it is named after a person;
 * communes always with their kind, because hundreds are (Decree 30/2020/NĐ-CP, annex I, part II, section 4).
 */
function placeOfIssue({ placeName, placeFullName, placeLevel }: ClaimFacts): string {
  return placeLevel === 'commune' || placeName === 'Hồ Chí Minh' ? placeFullName : placeName;
}

interface Claim {
  enrolmentId: string;
  personId: string;
  now: Date;
}

/**
 * The id of the enrolment's certificate, issued now unless it was before; a revoked one is answered as it is. Refuses with
 * `enrolment.not-found` and `certificate.not-eligible`. The enrolment is locked first, so whoever comes second finds the
 * certificate before taking a number; the register is locked last and only by the one who surely inserts.
 */
export async function claimCertificate(transaction: Transaction, claim: Claim): Promise<string> {
  const [facts] = await transaction.rows<ClaimFacts>(lockEnrolment, [claim.enrolmentId, claim.personId]);
  if (!facts) throw new Problem('enrolment.not-found');
  const [claimed] = await transaction.rows<{ id: string }>(findClaimed, [claim.enrolmentId]);
  if (claimed) return claimed.id;
  const { completedAt, completion } = facts;
  if (!certificateEligibility({ completedAt }).isEligible || !completedAt || !completion)
    throw new Problem('certificate.not-eligible');
  return issue(transaction, claim, { ...facts, completedAt, completion });
}

async function issue(
  transaction: Transaction,
  claim: Claim,
  facts: ClaimFacts & { completedAt: Date; completion: CompletionEvidence },
): Promise<string> {
  const { year } = vietnamDay(claim.now);
  const [register] = await transaction.rows<{ registerNumber: number }>(nextNumber, [facts.issuerId, year]);
  const registerNumber = register?.registerNumber ?? 1;
  const issuerCode = issuerCodeOf({ chosen: facts.issuerCode, serial: facts.issuerSerial });
  const number = certificateNumber({ registerNumber, year, issuerCode });
  const code = certificateCode(randomBytes(certificateCodeBytes));
  const inserted = await transaction.manager.insert(CertificateEntity, {
    enrolmentId: claim.enrolmentId,
    personId: claim.personId,
    issuerId: facts.issuerId,
    year,
    registerNumber,
    number,
    code,
    personName: facts.personName,
    courseTitle: facts.courseTitle,
    courseSlug: facts.courseSlug,
    issuerName: facts.issuerName,
    issuerPlace: placeOfIssue(facts),
    minutes: facts.minutes,
    completedAt: facts.completedAt,
    issuedAt: claim.now,
    evidence: facts.completion,
    searchKey: foldVietnamese(`${facts.personName} ${number} ${code}`),
    isDemonstration: facts.isDemonstration,
  });
  return (inserted.identifiers[0] as { id: string }).id;
}
