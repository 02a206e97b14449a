// Copies of private answers on this device, beside those that the service worker makes by itself: for what was read before
// the worker was there, and for what has changed since. They leave the device when somebody signs out.
import type { Endpoint, ResponseOf } from '@onetouch/contract';
import { urlOf, type CallArguments } from './call.js';

/** The service worker looks here too, and `signOut` clears it. */
const cacheName = 'onetouch-private';

/** Keeps an answer so that the same read gives it when there is no network. Never fails: a copy is only a convenience. */
export async function keepCopy<E extends Endpoint>(
  endpoint: E,
  request: CallArguments<E>[0],
  answer: ResponseOf<E>,
): Promise<void> {
  if (typeof caches === 'undefined') return;
  const address = urlOf(endpoint, ...([request] as unknown as CallArguments<E>));
  const headers = { 'content-type': 'application/json', date: new Date().toUTCString() };
  try {
    const cache = await caches.open(cacheName);
    await cache.put(address, new Response(JSON.stringify(answer), { headers }));
  } catch {
    // No room on the device, or storage is switched off.
  }
}

/** Whether an answer to this read lies on the device. */
export async function hasCopy<E extends Endpoint>(
  endpoint: E,
  request: CallArguments<E>[0],
): Promise<boolean> {
  if (typeof caches === 'undefined') return false;
  try {
    const cache = await caches.open(cacheName);
    return Boolean(await cache.match(urlOf(endpoint, ...([request] as unknown as CallArguments<E>))));
  } catch {
    return false;
  }
}
