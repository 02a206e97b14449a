// What the database refuses, as problems: constraints by name, what passes by itself (a lost connection, a full disk) as 503.
import type { ProblemCode } from '@onetouch/contract';
import { Problem } from '../http/problem.js';

const byConstraint = new Map<string, ProblemCode>();

/** A room says once which code a violated constraint means. */
export function constraintMeans(constraint: string, code: ProblemCode): void {
  byConstraint.set(constraint, code);
}

interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
  driverError?: DatabaseError;
}

const retryAfterMs = 5_000;
const lostConnection = /^(08|57P|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/;
const lostWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not connected/i;
// Nothing was changed, and the same request may do later: no room or memory, a disk that fails, read only while another server takes
// over, a deadlock, a lock or a statement that took too long.
const notNow = /^(53|58|25006|40001|40P01|55P03|57014)/;

/** The problem behind an error of the database, or undefined when it is something else. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  const cause = ((error as DatabaseError)?.driverError ?? error) as DatabaseError;
  if (cause?.constraint !== undefined) {
    const meant = byConstraint.get(cause.constraint);
    if (meant) return new Problem(meant);
  }
  const code = cause?.code ?? '';
  if (lostConnection.test(code) || notNow.test(code) || lostWords.test(cause?.message ?? '')) {
    return new Problem('service.unavailable', { retryAt: new Date(Date.now() + retryAfterMs) });
  }
  return undefined;
}
