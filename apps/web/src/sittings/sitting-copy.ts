// One's own places in exams on this device, with the sealed paper, so that a reload or a closed browser without a network loses
// nothing. They lie in the cache that is emptied when the person signs out, under the person's own name.
import type { Sitting } from '@onetouch/contract';
import { currentOwner } from '../platform/session.js';

const cacheName = 'onetouch-private';
const root = () => `/kept/sittings/${encodeURIComponent(currentOwner() ?? 'nobody')}`;
const addressOf = (sittingId: string) => `${root()}/${sittingId}`;

export interface Kept<T> {
  value: T;
  /** Device time, to say how old the copy is. */
  keptAt: string;
}
/** A sitting that came a moment ago: its page opens with it and asks nothing again. */
const handedOver = new Map<string, Sitting>();

async function open(): Promise<Cache | null> {
  return typeof caches === 'undefined' ? null : caches.open(cacheName).catch(() => null);
}

async function keep(address: string, value: unknown): Promise<boolean> {
  try {
    const cache = await open();
    if (!cache) return false;
    const kept = JSON.stringify({ value, keptAt: new Date().toISOString() });
    await cache.put(address, new Response(kept));
    // Only what can be read again is called kept.
    const found = await cache.match(address);
    return found !== undefined && (await found.text()) === kept;
  } catch {
    return false;
  }
}

async function read<T>(address: string): Promise<Kept<T> | null> {
  try {
    const found = await (await open())?.match(address);
    return found ? ((await found.json()) as Kept<T>) : null;
  } catch {
    return null;
  }
}

/** Keeps a sitting in place of the earlier copy; true only when it can be read again. Never fails. */
export function keepSitting(sitting: Sitting): Promise<boolean> {
  return keep(addressOf(sitting.id), sitting);
}

/** The copy of a sitting of the person at work here, or null. */
export function keptSitting(sittingId: string): Promise<Kept<Sitting> | null> {
  return read(addressOf(sittingId));
}

/** Keeps the list of own sittings. */
export function keepList(items: readonly Sitting[]): Promise<boolean> {
  return keep(root(), items);
}

/** The list as it was read last, or null. */
export function keptList(): Promise<Kept<Sitting[]> | null> {
  return read(root());
}

/** Keeps a sitting that has just come and lets its page open without asking again. */
export async function handOverSitting(sitting: Sitting): Promise<void> {
  handedOver.set(sitting.id, sitting);
  await keepSitting(sitting);
}

/** The sitting that was handed over, once. */
export function takeHandedOver(sittingId: string): Sitting | null {
  const sitting = handedOver.get(sittingId) ?? null;
  handedOver.delete(sittingId);
  return sitting;
}
