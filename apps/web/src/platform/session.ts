// Who is signed in, read once and kept for the page; the last known person stays on the device to learn without a network.
import { accounts, type Me } from '@onetouch/contract';
import { useSyncExternalStore } from 'react';
import { call, listenForMissingSession } from './call.js';
import { isProblem } from './problem.js';
import { windowDoor } from './window-door.js';

/** `undefined` until the first answer. */
let current: Me | null | undefined;
let reading: Promise<Me | null> | undefined;
/** Whoever was signed in on this page; outlives a session that ended by itself, so that their answers are still kept. */
let owner: string | null = null;
const listeners = new Set<() => void>();
const storageKey = 'onetouch.me';
/** Whose private copies lie on this device; outlives the session, because copies may have come after it was cleared. */
const copiesKey = 'onetouch.copies-of';
/** Who signed out by hand: other tabs leave what they show, which they do not when a session merely ends. */
const leftKey = 'onetouch.left';
const privateCaches = ['onetouch-private'];

/** What stays on the device: without e-mail and phone. */
function keep(me: Me | null) {
  try {
    if (me) localStorage.setItem(storageKey, JSON.stringify({ ...me, email: null, phone: null }));
    else localStorage.removeItem(storageKey);
  } catch {
    // Private browsing without storage: signing in still works, learning without a network does not.
  }
}

function lastKnown(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

function announce() {
  listeners.forEach((listener) => listener());
}

async function clearPrivateCaches() {
  if (typeof caches === 'undefined') return;
  await Promise.all(privateCaches.map((name) => caches.delete(name))).catch(() => undefined);
}

/** Copies of somebody else leave the device before the first one of `personId` is made. */
function claimCopies(personId: string) {
  try {
    if (localStorage.getItem(copiesKey) === personId) return;
    localStorage.setItem(copiesKey, personId);
    localStorage.removeItem(leftKey);
  } catch {
    // Nobody can be remembered here: rather no copies than somebody else's.
  }
  void clearPrivateCaches();
}

async function ask(): Promise<Me | null> {
  try {
    const { me } = await call(accounts.readSession);
    setMe(me);
    return me;
  } catch (error) {
    if (!isProblem(error) || !error.isPassing) throw error;
    // No network: go on as the last known person; the server decides again at the next request. Asked anew next time.
    reading = undefined;
    current ??= lastKnown();
    owner ??= current?.id ?? null;
    return current;
  }
}

/** The signed-in person or null; asks the server once for the life of the page. */
export function readMe(): Promise<Me | null> {
  return (reading ??= ask());
}

/** Asks the server who is signed in now; null for a visitor. Throws when the server is not reached. */
export async function confirmMe(): Promise<Me | null> {
  const { me } = await call(accounts.readSession);
  setMe(me);
  return me;
}

/** Takes over a new answer about the person: after signing in, registering, or changing the profile. */
export function setMe(me: Me | null) {
  const before = current ?? lastKnown();
  if (me) claimCopies(me.id);
  else if (before) void clearPrivateCaches();
  current = me;
  if (me) owner = me.id;
  reading = Promise.resolve(me);
  keep(me);
  announce();
}

/** The person without React; undefined before the first answer. */
export function currentMe(): Me | null | undefined {
  return current;
}

/** The id of the person whose work is on this page: who is signed in, or was until the session ended by itself. */
export function currentOwner(): string | null {
  return current?.id ?? owner;
}

/** The signed-in person, or null for a visitor. */
export function useMe(): Me | null {
  return useSyncExternalStore(subscribeMe, () => current ?? null);
}

/** Calls `listener` at every change of person; returns the way to stop. */
export function subscribeMe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ends the session here; what was read privately leaves the device, what waits to be sent stays for its owner. */
export async function signOut(): Promise<void> {
  await call(accounts.signOut);
  try {
    if (owner) localStorage.setItem(leftKey, owner);
    localStorage.removeItem(copiesKey);
  } catch {
    // Other tabs notice with their next request.
  }
  owner = null;
  setMe(null);
  await clearPrivateCaches();
}

listenForMissingSession(() => {
  if (current) setMe(null);
});

/** Whether what this page shows belongs to somebody who signed out by hand, or who is not the one signed in now. */
function isStrangers(): boolean {
  const now = lastKnown()?.id;
  if (!owner || now === owner) return false;
  try {
    return now !== undefined || localStorage.getItem(leftKey) === owner;
  } catch {
    return false;
  }
}

// Another tab signed in or out: this one must not go on as somebody else, and nobody reads on what was theirs. A session
// that ended by itself leaves the page as it is: its owner may be in the middle of a test.
globalThis.addEventListener?.('storage', (event) => {
  if (event.key !== storageKey || lastKnown()?.id === current?.id) return;
  if (isStrangers()) return windowDoor.reload();
  reading = undefined;
  void readMe().then(announce, () => undefined);
});
// A page taken back from the browser's memory heard nothing of other tabs meanwhile.
globalThis.addEventListener?.('pageshow', (event) => {
  if (event.persisted && isStrangers()) windowDoor.reload();
});
