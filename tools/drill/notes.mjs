// What is noted while learners are played: times, refusals, lost answers, tries again, requests by second.
import { Latencies } from '../load/latencies.mjs';

/** `tick` counts a request in its second; `clockOffsetMs` is how far this machine's clock is ahead of the server's. */
export function openNotes(clockOffsetMs = 0) {
  const perSecond = new Map();
  const tick = () => {
    const second = Math.floor(performance.now() / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  };
  return {
    latencies: new Latencies(),
    errors: [],
    lost: new Set(),
    again: 0,
    perSecond,
    tick,
    clockOffsetMs,
  };
}
