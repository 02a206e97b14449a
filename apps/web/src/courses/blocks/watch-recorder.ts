// Which seconds of a film really ran before somebody's eyes: time that passed while playing, at any speed. A jump is not
// watching. It knows no element and no clock: it is told positions and moments.
import { mergeIntervals, type Interval } from '@onetouch/domain';

/** A position may be ahead of what the clock allows by this much of a second: browsers report it a little late. */
const lateSeconds = 1;

interface Moment {
  /** Position in the film, seconds. */
  position: number;
  /** A clock, milliseconds. */
  at: number;
}

/** Collects watched stretches; `take` hands over the whole seconds and keeps the rest for the next time. */
export class WatchRecorder {
  #last: Moment | null = null;
  #run: { from: number; to: number } | null = null;
  #ready: Interval[] = [];

  /** The film begins to run, or runs on, at this position. */
  start(moment: Moment) {
    // Going on where it stopped goes on with the same second.
    if (this.#run && Math.abs(this.#run.to - moment.position) > 0.05) this.#closeRun();
    this.#run ??= { from: moment.position, to: moment.position };
    this.#last = moment;
  }

  /** The film has come to this position while playing at `rate`. */
  advance(moment: Moment, rate: number) {
    const last = this.#last;
    if (!last || !this.#run) return this.start(moment);
    const step = moment.position - last.position;
    const speed = Math.max(1, Math.abs(rate));
    const possible = ((moment.at - last.at) / 1_000 + lateSeconds) * speed;
    if (step < 0 || step > possible) {
      this.#closeRun();
      this.#run = { from: moment.position, to: moment.position };
    } else {
      this.#run.to = moment.position;
    }
    this.#last = moment;
  }

  /** The film stands still: paused, waiting for the network, or being moved. */
  stop() {
    this.#last = null;
  }

  /** The film has run to its end; its last second counts though it is not a whole one. */
  end(durationSeconds: number) {
    if (this.#run && durationSeconds - this.#run.to < 1.5) this.#run.to = durationSeconds;
    this.#closeRun();
    this.#last = null;
  }

  /** Whole seconds watched since the last time, sorted and disjoint; empty when there are none. */
  take(): Interval[] {
    if (this.#run) {
      const [from, to] = [Math.ceil(this.#run.from), Math.floor(this.#run.to)];
      if (from < to) {
        this.#ready.push([from, to]);
        this.#run.from = to;
      }
    }
    const taken = mergeIntervals(this.#ready);
    this.#ready = [];
    return taken;
  }

  #closeRun() {
    if (!this.#run) return;
    const [from, to] = [Math.ceil(this.#run.from), Math.floor(this.#run.to)];
    if (from < to) this.#ready.push([from, to]);
    this.#run = null;
  }
}
