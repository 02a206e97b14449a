// A new release of the page: noticed, told, and opened when somebody asks. A file of the old release that is gone from the
// server leads to one fresh load. Knows nothing of what is on the page.
import { useSyncExternalStore } from 'react';
import { windowDoor } from './window-door.js';

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();
const reloadedKey = 'onetouch.reloaded-from';
const checkEveryMs = 60 * 60 * 1000;
const patienceMs = 5_000;

function noteWaiting(worker: ServiceWorker | null) {
  waiting = worker;
  listeners.forEach((listener) => listener());
}

/** Follows a registered worker: its next release waits until `openNewRelease`, or until no page is open any more. */
export function followReleases(registration: ServiceWorkerRegistration | undefined) {
  // Browsers that are told to keep no workers answer with nothing.
  if (!registration) return;
  // The very first worker takes over at once and is no news.
  const look = () => {
    if (navigator.serviceWorker.controller) noteWaiting(registration.waiting);
  };
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  look();
  let checkedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checkedAt < checkEveryMs) return;
    checkedAt = Date.now();
    registration.update().catch(() => undefined);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a new release lies on the device and waits. */
export function useHasNewRelease(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== null);
}

/** Lets the waiting worker take over; resolves when it has, or after a while anyway. */
function takeOver(worker: ServiceWorker): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, patienceMs);
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
    worker.postMessage({ type: 'SKIP_WAITING' });
  });
}

/** Opens the new release in the place of this page. */
export async function openNewRelease(): Promise<void> {
  if (waiting) await takeOver(waiting);
  windowDoor.reload();
}

/** The script that this page was started with; another release has another name. */
function ownEntry(): string | null {
  return document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
}

/** Whether the server has another release; false when it cannot be asked. The query leads past the service worker's copy. */
async function isReplaced(entry: string): Promise<boolean> {
  try {
    const answer = await fetch(`/index.html?release=${Date.now()}`, { cache: 'no-store' });
    return answer.ok && !(await answer.text()).includes(entry);
  } catch {
    return false;
  }
}

/** The copy of the old release must not answer the fresh load. */
async function leaveOldCopy() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.waiting) await takeOver(registration.waiting);
  else await registration?.unregister();
}

/**
 * A file of the page did not come: when the server has another release by now, `address` is loaded afresh, once. Answers
 * whether the page is leaving; otherwise the network is at fault, and the caller says so.
 */
export async function leaveForNewRelease(address: string): Promise<boolean> {
  const entry = ownEntry();
  if (!entry || !navigator.onLine) return false;
  try {
    if (sessionStorage.getItem(reloadedKey) === entry || !(await isReplaced(entry))) return false;
    sessionStorage.setItem(reloadedKey, entry);
  } catch {
    // Without storage it cannot be held to once.
    return false;
  }
  await leaveOldCopy().catch(() => undefined);
  windowDoor.open(address);
  return true;
}
