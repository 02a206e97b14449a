// A refusal as the page knows it: the code of the contract, or that the server was not reached. Knows no words.
import type { ProblemBody, ProblemCode, ProblemIssue } from '@onetouch/contract';

/** `part-missing`: a file of the page itself did not arrive. */
export type NetworkCode = 'network.offline' | 'network.timeout' | 'network.part-missing';
export type FaultCode = ProblemCode | NetworkCode;

export type ProblemFacts = Omit<Partial<ProblemBody>, 'code' | 'status'> & {
  code: FaultCode;
  status: number;
};

/** What every `call` throws. `status` is 0 when the server was not reached. */
export class Problem extends Error {
  readonly code: FaultCode;
  readonly status: number;
  readonly issues: readonly ProblemIssue[];
  /** When trying again makes sense, if the server said so. */
  readonly retryAt: Date | null;
  readonly requestId: string | null;

  constructor(facts: ProblemFacts) {
    super(facts.title ?? facts.code);
    this.name = 'Problem';
    this.code = facts.code;
    this.status = facts.status;
    this.issues = facts.issues ?? [];
    this.retryAt = facts.retryAt ? new Date(facts.retryAt) : null;
    this.requestId = facts.requestId ?? null;
  }

  /** The server was not reached, or did not answer in time: nothing is known about the request. */
  get isNetwork(): boolean {
    return this.code.startsWith('network.');
  }

  /** Sending the same again may succeed later: no network, a busy or failing server, a missing session. */
  get isPassing(): boolean {
    return this.isNetwork || this.status >= 500 || [401, 408, 425, 429, 499].includes(this.status);
  }

  /** Whether a field was refused; `field` is the last part of its path, such as `fullName`. */
  concerns(field: string): boolean {
    return this.issues.some(({ path }) => path.split('.').includes(field));
  }
}

/** True for a problem, with that code when one is named. */
export function isProblem(error: unknown, code?: FaultCode): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}
