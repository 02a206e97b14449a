// Lets work that cannot wait go before work that can, for a while. Knows not what either is.

const longestMs = 2_000;

/**
 * As long as something waits that goes first, other work stays where it is. That lasts two seconds at most, counted until the other work
 * has really gone, however often what goes first runs dry in between; then both go alongside until nothing waits any more. So an endless
 * stream of the one never stops the other.
 */
export class Precedence {
  private waiting = 0;
  private isSpent = false;
  private isHolding = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly held = new Set<() => void>();

  constructor(private readonly mostMs = longestMs) {}

  /** Says how much waits at this moment that goes first. */
  note(waiting: number): void {
    this.waiting = waiting;
    if (waiting > 0) return;
    if (!this.isHolding) this.isSpent = false;
    this.letGo();
  }

  /** Whether other work may go now; where not, `go` is called once it may. */
  admits(go: () => void): boolean {
    if (this.waiting === 0 || this.isSpent) {
      this.isHolding = false;
      clearTimeout(this.timer);
      this.timer = undefined;
      return true;
    }
    this.isHolding = true;
    this.held.add(go);
    this.timer ??= setTimeout(() => {
      this.isSpent = true;
      this.letGo();
    }, this.mostMs).unref();
    return false;
  }

  private letGo(): void {
    const held = [...this.held];
    this.held.clear();
    for (const go of held) go();
  }
}
