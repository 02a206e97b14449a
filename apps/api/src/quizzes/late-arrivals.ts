// Who wants to hear that answers of an attempt came after its deadline: rooms that come later say so, and this one knows none of them.
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';

export interface LateArrival {
  attemptId: string;
  enrolmentId: string;
  /** Null outside an exam. */
  examId: string | null;
  at: Date;
}

type Hear = (transaction: Transaction, arrival: LateArrival) => Promise<void>;

@Injectable()
export class LateArrivals {
  private readonly ears: Hear[] = [];

  /** A room says once, in its constructor, what it writes about the first late answer of an attempt. */
  onFirst(hear: Hear): void {
    this.ears.push(hear);
  }

  /** Tells of the first late answer, in the transaction that takes it; the attempt is locked. */
  async tellFirst(transaction: Transaction, arrival: LateArrival): Promise<void> {
    for (const hear of this.ears) await hear(transaction, arrival);
  }
}
