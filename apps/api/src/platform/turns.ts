// Lets few things through at a time, and of one kind only one, in the order in which they came. Knows nothing of what they are.

interface Turn {
  key: string;
  run: () => Promise<void>;
}

/**
 * Work that may have to wait for a lock holds a connection while it waits. With turns it holds few of them, and whoever is held up
 * only ever one, so that the connections of everybody else stay free.
 */
export class Turns {
  private readonly waiting: Turn[] = [];
  private readonly busy = new Set<string>();

  constructor(private readonly lanes: number) {}

  /** Does the work when it is its turn; no two of the same key at once. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, run: () => work().then(resolve, reject) });
      this.next();
    });
  }

  private next(): void {
    if (this.busy.size >= this.lanes) return;
    const index = this.waiting.findIndex(({ key }) => !this.busy.has(key));
    const [turn] = index < 0 ? [] : this.waiting.splice(index, 1);
    if (!turn) return;
    this.busy.add(turn.key);
    void turn.run().finally(() => {
      this.busy.delete(turn.key);
      this.next();
    });
    this.next();
  }
}
