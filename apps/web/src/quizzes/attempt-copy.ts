// The paper and the confirmed answers on this device, so that an attempt opens again without a network. Lies in the cache
// that is emptied when the person signs out. Where there is no such cache the page cannot open without a network anyway.
import type { Attempt, SavedAnswer } from '@onetouch/contract';

const cacheName = 'onetouch-private';
const addressOf = (attemptId: string) => `/kept/attempts/${attemptId}`;

async function open(): Promise<Cache | null> {
  return typeof caches === 'undefined' ? null : caches.open(cacheName).catch(() => null);
}

/** Keeps the attempt with the newest confirmed answers in place of the earlier copy. */
export async function keepAttempt(attempt: Attempt, saved: readonly SavedAnswer[]): Promise<void> {
  const cache = await open();
  const copy: Attempt = { ...attempt, answers: [...saved] };
  await cache?.put(addressOf(attempt.id), new Response(JSON.stringify(copy))).catch(() => undefined);
}

/** The copy, or null. */
export async function keptAttempt(attemptId: string): Promise<Attempt | null> {
  const found = await (await open())?.match(addressOf(attemptId)).catch(() => undefined);
  return found ? ((await found.json()) as Attempt) : null;
}

/** Takes the copy off the device: the attempt is handed in. */
export async function dropAttempt(attemptId: string): Promise<void> {
  await (await open())?.delete(addressOf(attemptId)).catch(() => undefined);
}
