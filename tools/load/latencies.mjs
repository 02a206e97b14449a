// Times of many requests, and what is said about them. Knows no endpoint.

export class Latencies {
  constructor() {
    this.byStep = new Map();
  }

  /** Notes one request of a step, in milliseconds. */
  add(step, ms) {
    const times = this.byStep.get(step);
    if (times) times.push(ms);
    else this.byStep.set(step, [ms]);
  }

  /** `{ count, p50Ms, p95Ms, p99Ms, maxMs }` of a step; zeros when it never happened. */
  of(step) {
    const times = Float64Array.from(this.byStep.get(step) ?? []).sort();
    const at = (share) => rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
    return { count: times.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
  }

  get count() {
    return [...this.byStep.values()].reduce((sum, times) => sum + times.length, 0);
  }
}

const rounded = (ms) => Math.round(ms * 10) / 10;
