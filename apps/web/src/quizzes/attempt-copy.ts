// The paper, the clock and the confirmed answers on this device, so that an attempt opens again without a network. Lies in the
// cache that is emptied when the person signs out. Where there is no such cache the page cannot open without a network anyway.
import type { Attempt } from '@onetouch/contract';

const cacheName = 'onetouch-private';
const addressOf = (attemptId: string) => `/kept/attempts/${attemptId}`;
/** Attempts that came with their start a moment ago: the page opens with them and asks nothing again. */
const handedOver = new Map<string, Attempt>();

async function open(): Promise<Cache | null> {
  return typeof caches === 'undefined' ? null : caches.open(cacheName).catch(() => null);
}

/** Keeps the attempt in place of the earlier copy. Never fails. */
export async function keepAttempt(attempt: Attempt): Promise<void> {
  const cache = await open();
  await cache?.put(addressOf(attempt.id), new Response(JSON.stringify(attempt))).catch(() => undefined);
}

/** Keeps an attempt that has just begun and lets its page open without asking the server again: then go to `paths.attempt`. */
export async function handOverAttempt(attempt: Attempt): Promise<void> {
  handedOver.set(attempt.id, attempt);
  await keepAttempt(attempt);
}

/** The attempt that was handed over, once. */
export function takeHandedOver(attemptId: string): Attempt | null {
  const attempt = handedOver.get(attemptId) ?? null;
  handedOver.delete(attemptId);
  return attempt;
}

/** The copy, or null. */
export async function keptAttempt(attemptId: string): Promise<Attempt | null> {
  const found = await (await open())?.match(addressOf(attemptId)).catch(() => undefined);
  const attempt = (await found?.json().catch(() => null)) as Attempt | null;
  // A copy from before attempts had a clock is of no use.
  return attempt?.state ? attempt : null;
}

/** Takes the copy off the device: the attempt is handed in. */
export async function dropAttempt(attemptId: string): Promise<void> {
  handedOver.delete(attemptId);
  await (await open())?.delete(addressOf(attemptId)).catch(() => undefined);
}
