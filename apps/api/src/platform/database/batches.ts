// Gathers what many requests want at the same moment into one piece of work. Knows no table and no statement.
import type { Precedence } from './precedence.js';
import { problemOfDatabase } from './violations.js';

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

interface BatchLimits {
  /** Pieces of work under way at once. */
  lanes: number;
  /** Items in one piece. */
  most: number;
  /** What waits here goes first. */
  first?: Precedence;
  /** What waits here goes after what goes first. */
  after?: Precedence;
}

export const usualLimits: BatchLimits = { lanes: 2, most: 200 };

/**
 * Whoever comes alone goes at once; whoever comes while work is under way goes with all the others that came meanwhile. Nobody is
 * answered before the work that took the item along is done.
 */
export class Batches<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private underWay = 0;
  private isPlanned = false;
  private readonly goOn = () => this.plan();

  /** `work` answers one result for each item, in their order. */
  constructor(
    private readonly work: (items: readonly T[]) => Promise<readonly R[]>,
    private readonly limits: BatchLimits = usualLimits,
  ) {}

  /** The item's own result, or the error of the work that took it along. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.limits.first?.note(this.waiting.length);
      this.plan();
    });
  }

  /** After the requests that have arrived in this very moment have been read, so that they go together. */
  private plan(): void {
    if (this.isPlanned || this.underWay >= this.limits.lanes || this.waiting.length === 0) return;
    this.isPlanned = true;
    setImmediate(() => {
      this.isPlanned = false;
      const { after } = this.limits;
      if (!after || after.admits(this.goOn)) this.take();
    });
  }

  private take(): void {
    const taken = this.waiting.splice(0, this.limits.most);
    this.limits.first?.note(this.waiting.length);
    this.underWay += 1;
    void this.run(taken).finally(() => {
      this.underWay -= 1;
      this.plan();
    });
    this.plan();
  }

  private async run(taken: readonly Waiting<T, R>[]): Promise<void> {
    try {
      this.answer(taken, await this.work(taken.map(({ item }) => item)));
    } catch (error) {
      // One bad item must not cost the others theirs; a database that is away refuses each of them anyway.
      if (taken.length === 1 || problemOfDatabase(error)) for (const { reject } of taken) reject(error);
      else for (const one of taken) await this.run([one]);
    }
  }

  private answer(taken: readonly Waiting<T, R>[], results: readonly R[]): void {
    for (const [index, { resolve, reject }] of taken.entries()) {
      if (index < results.length) resolve(results[index] as R);
      else reject(new Error('the work answered fewer results than it took items'));
    }
  }
}
