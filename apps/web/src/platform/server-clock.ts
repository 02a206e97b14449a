// What time it is on the server, as near as this device can know: measured with every answer that carries the time, and counted
// on by a clock that nobody can set. The device's own clock is used for one thing only: to go on after a closed browser.
import { storedAt } from './call.js';

interface Measurement {
  /** Server time less monotonic time. */
  offset: number;
  /** Half the way there and back: the true offset is not further away than this. */
  doubt: number;
  /** Monotonic time of the measurement. */
  at: number;
}
/** What lies on the device for the next visit. */
interface Kept {
  server: number;
  device: number;
}

const storageKey = 'onetouch.server-clock';
/** A quartz drifts by less than this: an old measurement counts for less than a new one. */
const driftPerMs = 0.0001;
const agreementMs = 2_000;
const keepEveryMs = 5_000;

let best: Measurement | null = null;
/** Monotonic and device time, seen together last: a phone asleep stops the one and not the other. */
let pair = { monotonic: performance.now(), device: Date.now() };
let keptAt = -Infinity;
const listeners = new Set<() => void>();

function readKept(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Partial<Kept> | null;
    return Number.isFinite(kept?.server) && Number.isFinite(kept?.device) ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function keep(monotonic: number) {
  if (!best || monotonic - keptAt < keepEveryMs) return;
  keptAt = monotonic;
  try {
    const kept: Kept = { server: Math.round(best.offset + monotonic), device: Date.now() };
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // The next visit measures anew.
  }
}

/** Before the first measurement of a visit: the last one goes on by the device's clock, unless that was set back meanwhile. */
function recall(): Measurement {
  const kept = readKept();
  const at = performance.now();
  const device = Date.now();
  if (!kept) return { offset: device - at, doubt: Infinity, at };
  const passed = device - kept.device;
  return { offset: kept.server + Math.max(0, passed) - at, doubt: passed < 0 ? Infinity : agreementMs, at };
}

/**
 * Monotonic time with the time asleep in it. Only while the page was hidden, and only forwards: a clock set by hand under a
 * visible page changes nothing, and nobody gains time by setting it. The next measurement decides anyway.
 */
function noteSleep() {
  const monotonic = performance.now();
  const device = Date.now();
  const slept = device - pair.device - (monotonic - pair.monotonic);
  pair = { monotonic, device };
  if (!best || slept < agreementMs) return;
  best = { ...best, offset: best.offset + slept, doubt: Infinity };
  listeners.forEach((listener) => listener());
}

globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') noteSleep();
  else pair = { monotonic: performance.now(), device: Date.now() };
});

/** Takes a measurement in: monotonic times of asking and of hearing, and what the server said in between. */
export function noteServerTime(askedAt: number, heardAt: number, serverTime: string) {
  const server = Date.parse(serverTime);
  if (!Number.isFinite(server)) return;
  const middle = (askedAt + heardAt) / 2;
  const fresh: Measurement = { offset: server - middle, doubt: (heardAt - askedAt) / 2, at: heardAt };
  const age = best ? best.doubt + (heardAt - best.at) * driftPerMs : Infinity;
  const isOff = best !== null && Math.abs(best.offset - fresh.offset) > age + fresh.doubt;
  if (!best || isOff || fresh.doubt <= age) best = fresh;
  keep(heardAt);
  listeners.forEach((listener) => listener());
}

/** Asks, and measures with the answer; an answer out of the device's own store measures nothing. */
export async function withServerTime<T extends object>(
  ask: () => Promise<T>,
  timeOf: (answer: T) => string,
): Promise<T> {
  const askedAt = performance.now();
  const answer = await ask();
  const heardAt = performance.now();
  if (!storedAt(answer)) noteServerTime(askedAt, heardAt, timeOf(answer));
  return answer;
}

/** The time on the server in milliseconds since 1970. */
export function serverNow(): number {
  best ??= recall();
  const monotonic = performance.now();
  keep(monotonic);
  return best.offset + monotonic;
}

/** Calls `listener` after every measurement; returns the way to stop. */
export function onServerClock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For tests: as on a page just opened. */
export function forgetServerClock() {
  best = null;
  keptAt = -Infinity;
  pair = { monotonic: performance.now(), device: Date.now() };
}
