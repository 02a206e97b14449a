// What the database refuses, as problems: constraints by name, lost connections as 503.
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
const lostConnection = /^(08|57P|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/;
const lostWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not connected/i;

/** The problem behind an error of the database, or undefined when it is something else. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  const cause = ((error as DatabaseError)?.driverError ?? error) as DatabaseError;
  if (cause?.constraint !== undefined) {
    const code = byConstraint.get(cause.constraint);
    if (code) return new Problem(code);
  }
  if (lostConnection.test(cause?.code ?? '') || lostWords.test(cause?.message ?? '')) {
    return new Problem('service.unavailable', { retryAt: new Date(Date.now() + retryAfterMs) });
  }
  return undefined;
}
