// Certificates: claimed by the learner, numbered without gaps, checked by anybody, revoked by an admin.
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { abilities, Id, Localized, page, PageQuery, SearchWords, text, Time } from './wire.js';

/** Twelve characters without look-alikes, in groups of four: `8K4M-2Q7P-XD5R`. */
export const CertificateCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);

export const Certificate = z.object({
  id: Id,
  code: CertificateCode,
  /** Number in the register of the issuer and year: `0427/2026/CN-ABC`. */
  number: z.string(),
  enrolmentId: Id,
  personName: z.string(),
  courseTitle: Localized,
  courseSlug: z.string(),
  issuerName: z.string(),
  issuerPlace: z.string(),
  minutes: z.int(),
  completedAt: Time,
  issuedAt: Time,
  revokedAt: Time.nullable(),
  revocationReason: z.string().nullable(),
  revocationDecision: z.string().nullable(),
  verifyUrl: z.string(),
  /** Issued in the demonstration: worth nothing, and marked so wherever it is shown. */
  isDemonstration: z.boolean(),
  abilities: abilities('revoke'),
});
export type Certificate = z.infer<typeof Certificate>;

/** What anybody may know. No birth date, mark or identity number; the name is hidden where its publication was not agreed to. */
export const Verification = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('unknown'), checkedAt: Time }),
  z.object({
    verdict: z.enum(['valid', 'revoked']),
    checkedAt: Time,
    code: CertificateCode,
    number: z.string(),
    personName: z.string(),
    isNameMasked: z.boolean(),
    courseTitle: Localized,
    issuerName: z.string(),
    completedAt: Time,
    issuedAt: Time,
    revokedAt: Time.nullable(),
    revocationReason: z.string().nullable(),
    revocationDecision: z.string().nullable(),
    isDemonstration: z.boolean(),
  }),
]);
export type Verification = z.infer<typeof Verification>;

const certificateParams = z.object({ certificateId: Id });

export const certificates = {
  claim: endpoint({
    method: 'POST',
    path: '/enrolments/:enrolmentId/certificate',
    access: 'signed-in',
    summary: 'Claims the certificate of a completed enrolment; however often and from wherever, it is one.',
    params: z.object({ enrolmentId: Id }),
    response: Certificate,
    refuses: ['enrolment.not-found', 'certificate.not-eligible'],
  }),
  listMine: endpoint({
    method: 'GET',
    path: '/me/certificates',
    access: 'signed-in',
    summary: 'Own certificates, newest first.',
    response: z.object({ items: z.array(Certificate) }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/certificates/:certificateId',
    access: 'signed-in',
    summary: "One certificate, own or in an admin's scope.",
    params: certificateParams,
    response: Certificate,
    refuses: ['certificate.not-found'],
  }),
  download: endpoint({
    method: 'GET',
    path: '/certificates/:certificateId/pdf',
    access: 'signed-in',
    summary: 'The certificate as PDF, A4 landscape.',
    params: certificateParams,
    file: 'application/pdf',
    refuses: ['certificate.not-found'],
  }),
  verify: endpoint({
    method: 'GET',
    path: '/verify/:code',
    access: 'public',
    summary:
      'Whether a certificate code is valid, revoked or unknown. Spaces, dashes and case of the code do not matter.',
    params: z.object({ code: z.string().max(60) }),
    response: Verification,
    refuses: ['request.throttled'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/certificates',
    access: 'admin',
    summary: 'Certificates in the own scope by name, number or code; newest first.',
    query: z.object({ q: SearchWords.optional(), ...PageQuery }),
    response: page(Certificate),
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/certificates/:certificateId/revocation',
    access: 'admin',
    summary: 'Revokes a certificate with a reason that the public page shows. It cannot be taken back.',
    params: certificateParams,
    body: z.strictObject({
      reason: text(limits.reasonLength, 5),
      decision: text(limits.titleLength, 0).default(''),
    }),
    response: Certificate,
    refuses: ['certificate.not-found', 'certificate.already-revoked'],
  }),
};
