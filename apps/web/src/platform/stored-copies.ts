// Copies of answers on this device, beside those that the service worker makes by itself: for what was read before the worker
// was there, and for what has changed since. Private ones leave the device when somebody signs out.
import type { Endpoint, ResponseOf } from '@onetouch/contract';
import { urlOf, type CallArguments } from './call.js';

/** The cache in which the service worker looks for an address; `signOut` clears the private one. */
export function cacheNameOf(url: string): string {
  if (url.startsWith('/api/v1/files/')) return 'onetouch-files';
  return /^\/api\/v1\/courses[/?]|^\/api\/v1\/courses$/.test(url) ? 'onetouch-catalogue' : 'onetouch-private';
}

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
    const cache = await caches.open(cacheNameOf(address));
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
  const address = urlOf(endpoint, ...([request] as unknown as CallArguments<E>));
  try {
    const cache = await caches.open(cacheNameOf(address));
    return Boolean(await cache.match(address));
  } catch {
    return false;
  }
}
