// Who may have a certificate, how it is numbered, and the code that anybody can check. It knows no names and draws no page.

export type CertificateVerdict = { isEligible: true } | { isEligible: false; because: 'not-completed' };

/** Whether an enrolment earns its certificate: one for a completed course, and after a revocation no other. */
export function certificateEligibility(facts: { readonly completedAt: Date | null }): CertificateVerdict {
  return facts.completedAt ? { isEligible: true } : { isEligible: false, because: 'not-completed' };
}

/** The code of an issuer in its numbers: its own, or one that is made of its serial number, which no chosen code may look like. */
export function issuerCodeOf(issuer: { readonly chosen: string | null; readonly serial: number }): string {
  return issuer.chosen ?? `OT${issuer.serial}`;
}

/** The number in the register of the issuer and year: `0427/2026/CN-KNS`, with four digits or more. */
export function certificateNumber(parts: {
  readonly registerNumber: number;
  readonly year: number;
  readonly issuerCode: string;
}): string {
  return `${String(parts.registerNumber).padStart(4, '0')}/${parts.year}/CN-${parts.issuerCode}`;
}

/** Crockford's base 32: no I, L, O (read as digits) and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

/** How many random bytes a code is made of: five bits of each. */
export const certificateCodeBytes = codeLength - 1;

/**
 * The check value of the characters before it: their polynomial in the field of 32 elements (x^5 + x^2 + 1), by Horner's rule.
 * The whole code then sums to 0. Every single wrong character and every swap of two, neighbours or not, is found, because
 * the powers of x differ at all twelve places. Crockford's own check needs five more symbols, which people cannot dictate.
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum ^ value), 0);
}

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled < 32 ? doubled : doubled ^ 0b100101;
}

function inGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

function toCode(values: readonly number[]): string {
  return inGroups([...values, checkValue(values)].map((value) => alphabet.charAt(value)).join(''));
}

/**
 * The public code of a certificate, `8K4M-2Q7P-XD5G`: eleven characters from the first `certificateCodeBytes` random bytes
 * and a check character. The bytes must come from a secure source; absent ones count as 0.
 */
export function certificateCode(randomBytes: Uint8Array): string {
  return toCode(Array.from({ length: certificateCodeBytes }, (_, index) => (randomBytes[index] ?? 0) & 31));
}

/**
 * A code as people type or dictate it, made canonical: spaces, dashes and case do not matter, O is read as 0, I and L as 1.
 * Null when it is not twelve characters of the alphabet or its check character does not hold.
 */
export function normaliseCertificateCode(typed: string): string | null {
  const bare = typed
    .replace(/[\s\u200b\p{Dash_Punctuation}\u2212]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = [...bare].map((character) => alphabet.indexOf(character));
  if (values.length !== codeLength || values.includes(-1)) return null;
  const canonical = toCode(values.slice(0, -1));
  return canonical === inGroups(bare) ? canonical : null;
}
