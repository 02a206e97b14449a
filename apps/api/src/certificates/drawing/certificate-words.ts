// What a drawing says about one certificate, from the row as issued. The words of the paper itself are the domain's.
import { vietnamDate } from '../../platform/vietnam-time.js';

/** Everything that a drawing needs. */
export interface DrawnCertificate {
  number: string;
  code: string;
  personName: string;
  courseTitle: { vi: string };
  issuerName: string;
  issuerPlace: string;
  minutes: number;
  completedAt: Date;
  issuedAt: Date;
  verifyUrl: string;
  revokedAt: Date | null;
  isDemonstration: boolean;
}

/** The address of the checking page as people type it. */
export function checkAddress(verifyUrl: string): string {
  const { host, pathname } = new URL(verifyUrl);
  return host + pathname.replace(/\/[^/]*$/, '');
}

/** `ngày 22/11/2026`. */
export function onDay(time: Date): string {
  return `ngày ${vietnamDate(time)}`;
}
