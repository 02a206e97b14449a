// Work that nobody asks for: a named piece of it is done again and again, never twice at once, until the application stops.
// What is due stands in rows, so a killed process loses nothing. Knows no table.
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

interface Round {
  work: () => Promise<void>;
  everyMs: number;
  timer?: NodeJS.Timeout;
  underWay?: Promise<void>;
}

@Injectable()
export class Rounds implements BeforeApplicationShutdown {
  private readonly rounds = new Map<string, Round>();
  private readonly logger = new Logger(Rounds.name);
  private isStopped = false;

  /** A room names its work once, in its constructor; the pause between two rounds is `everyMs`. */
  every(name: string, everyMs: number, work: () => Promise<void>): void {
    this.rounds.set(name, { work, everyMs });
  }

  /** One round now, or the one that is under way; tests go round by hand. Its errors are the caller's. */
  run(name: string): Promise<void> {
    const round = this.rounds.get(name);
    if (!round) return Promise.reject(new Error(`no round is called ${name}`));
    round.underWay ??= round.work().finally(() => delete round.underWay);
    return round.underWay;
  }

  /** Begins to go round by the clock. A running installation does; a test does not. */
  begin(): void {
    for (const name of this.rounds.keys()) this.plan(name);
  }

  /** No new round starts; those under way end before the connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    const all = [...this.rounds.values()];
    for (const { timer } of all) clearTimeout(timer);
    await Promise.allSettled(all.map(({ underWay }) => underWay));
  }

  private plan(name: string): void {
    const round = this.rounds.get(name);
    if (!round || this.isStopped) return;
    round.timer = setTimeout(() => void this.runAndPlan(name), round.everyMs);
    round.timer.unref();
  }

  private async runAndPlan(name: string): Promise<void> {
    try {
      await this.run(name);
    } catch (error) {
      this.logger.error(
        `the round ${name} failed and will be tried again: ${String((error as Error).stack)}`,
      );
    }
    this.plan(name);
  }
}
