// Which seconds of a film really ran before somebody's eyes: time that passed while playing, at any speed. A jump is not
// watching. It knows no element and no clock: it is told positions and moments.
import { mergeIntervals, type Interval } from '@onetouch/domain';

/** A position may be ahead of what the clock allows by this much of a second: browsers report it a little late. */
const lateSeconds = 1;
/** That a film goes on after a halt is heard this much of a second later; at a high speed it is some way ahead by then. */
const goingOnSeconds = 0.1;

const speedOf = (rate: number) => Math.max(1, Math.abs(rate));

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

  /** The film begins to run, or runs on, at this position and `rate`. */
  start(moment: Moment, rate = 1) {
    // Going on where it stopped goes on with the same second.
    const ahead = this.#run ? moment.position - this.#run.to : 0;
    if (ahead < -0.05 || ahead > goingOnSeconds * speedOf(rate)) this.#closeRun();
    this.#run ??= { from: moment.position, to: moment.position };
    this.#last = moment;
  }

  /** The film has come to this position while playing at `rate`. */
  advance(moment: Moment, rate: number) {
    const last = this.#last;
    if (!last || !this.#run) return this.start(moment, rate);
    const step = moment.position - last.position;
    const possible = ((moment.at - last.at) / 1_000 + lateSeconds) * speedOf(rate);
    if (step < 0 || step > possible) {
      this.#closeRun();
      this.#run = { from: moment.position, to: moment.position };
    } else {
      this.#run.to = moment.position;
    }
    this.#last = moment;
  }

  /** The film stands still where it is: paused, or waiting for the network. */
  stop() {
    this.#last = null;
  }

  /** The film is being moved: wherever it goes on, nothing in between was watched. */
  jump() {
    this.#closeRun();
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
