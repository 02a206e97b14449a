// A refusal with a code from the contract's closed list. Rooms throw it; one filter answers it.
import { type ProblemBody, type ProblemCode, type ProblemIssue, problemStatus } from '@onetouch/contract';

interface Detail {
  issues?: ProblemIssue[];
  /** When trying again makes sense; becomes `Retry-After` too. */
  retryAt?: Date;
}

export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly detail: Detail = {},
  ) {
    super(code);
    this.status = problemStatus[code];
  }

  /** The body of the answer; the title is the code in words for developers. */
  toBody(requestId: string): ProblemBody {
    return {
      code: this.code,
      title: this.code.replace(/[.-]/g, ' '),
      status: this.status,
      ...(this.detail.issues ? { issues: this.detail.issues } : {}),
      ...(this.detail.retryAt ? { retryAt: this.detail.retryAt.toISOString() } : {}),
      requestId,
    };
  }
}
