// The front of the outbox: what pages call. The store behind it (Dexie) is loaded only when something is to be kept or
// was left waiting. Knows no course: rooms say how their kind is sent.
import { useSyncExternalStore } from 'react';
import type { Problem } from './problem.js';

/** Something to send, as it lies on the device. */
export interface OutboxItem<P = unknown> {
  id: number;
  personId: string;
  kind: string;
  /** Items of one key are sent in the order in which they were kept. */
  key: string;
  payload: P;
  enqueuedAt: string;
}
/** Sends items of one key and answers what the server answered; throws `Problem`. */
export type Sender<P = unknown, A = unknown> = (items: OutboxItem<P>[]) => Promise<A>;
export interface SenderModule {
  send: Sender;
  /** At most so many items in one sending; 1 unless told otherwise. */
  batch?: number;
}
export interface SentNews {
  kind: string;
  key: string;
  items: OutboxItem[];
  answer: unknown;
}
export interface RefusedNews {
  kind: string;
  key: string;
  item: OutboxItem;
  problem: Problem;
}
export interface OutboxStatus {
  /** Kept on the device and not confirmed by the server. */
  waiting: number;
  /** Of these, being sent right now. */
  sending: number;
  /** Could not be written on the device: the only alarming count. */
  failedToStore: number;
  /** Refused for good by the server and not yet looked at. */
  refused: number;
  /** When the server confirmed something last. */
  lastSavedAt: Date | null;
  /** Sending waits for somebody to sign in again. */
  needsSignIn: boolean;
  /** Several tries in a row did not get through, whatever the browser believes about the network. */
  isUnreached: boolean;
}

export const emptyStatus: OutboxStatus = {
  waiting: 0,
  sending: 0,
  failedToStore: 0,
  refused: 0,
  lastSavedAt: null,
  needsSignIn: false,
  isUnreached: false,
};
const waitingFlag = 'onetouch.waiting';

let status = emptyStatus;
const listeners = new Set<() => void>();
const sentListeners = new Set<(news: SentNews) => void>();
const refusedListeners = new Set<(news: RefusedNews) => void>();
const senders = new Map<string, () => Promise<SenderModule>>();

/** For the store: takes over new counts, and remembers across visits whether anything waits. */
export function publishStatus(change: Partial<OutboxStatus>) {
  status = { ...status, ...change };
  try {
    if (status.waiting > 0) localStorage.setItem(waitingFlag, '1');
    else if (change.waiting === 0) localStorage.removeItem(waitingFlag);
  } catch {
    // The store is read again at the next visit of a page that sends.
  }
  listeners.forEach((listener) => listener());
}

/** For the store: tells the pages what was confirmed. */
export function publishSent(news: SentNews) {
  sentListeners.forEach((listener) => listener(news));
}

/** For the store: tells the pages what was refused. */
export function publishRefused(news: RefusedNews) {
  refusedListeners.forEach((listener) => listener(news));
}

/** For the store: how this kind is sent; undefined while no room has said so. */
export async function findSender(kind: string): Promise<SenderModule | undefined> {
  return senders.get(kind)?.();
}

/** Says how a kind is sent, by a module that is loaded when it is needed. */
export function registerSender(kind: string, load: () => Promise<SenderModule>) {
  senders.set(kind, load);
}

/** Keeps something durably on the device and sends it as soon as possible; resolves when it is kept, not when it is sent. */
export async function enqueue(kind: string, key: string, payload: unknown): Promise<void> {
  const store = await import('./outbox-store.js');
  await store.enqueue(kind, key, payload);
}

/** Tries to send everything that waits, now. */
export async function flush(): Promise<void> {
  const store = await import('./outbox-store.js');
  await store.flush();
}

/** Tries again to write what the device did not take. */
export async function storeAgain(): Promise<void> {
  const store = await import('./outbox-store.js');
  await store.storeAgain();
}

/** What waits under one key, oldest first, so that a page opened again shows it. */
export async function waitingItems(kind: string, key: string): Promise<OutboxItem[]> {
  const store = await import('./outbox-store.js');
  return store.waitingItems(kind, key);
}

/** What waits under every key that begins so, such as all answers of one attempt; oldest first. */
export async function waitingUnder(kind: string, keyStart: string): Promise<OutboxItem[]> {
  const store = await import('./outbox-store.js');
  return store.waitingUnder(kind, keyStart);
}

/** Takes refusals of one kind off the list, once they were shown; answers them. */
export async function takeRefused(kind: string): Promise<{ item: OutboxItem; code: string }[]> {
  const store = await import('./outbox-store.js');
  return store.takeRefused(kind);
}

/** Starts sending what an earlier visit left, if there is anything; otherwise loads nothing. */
export function resumeOutbox() {
  try {
    if (localStorage.getItem(waitingFlag)) void flush();
  } catch {
    void flush();
  }
}

/** Whether anything waits, as far as is known without opening the store. */
export function hasWaiting(): boolean {
  try {
    return status.waiting > 0 || localStorage.getItem(waitingFlag) !== null;
  } catch {
    return true;
  }
}

/** Everything that waits for the person at work here, oldest first. */
export async function allWaiting(): Promise<OutboxItem[]> {
  if (!hasWaiting()) return [];
  const store = await import('./outbox-store.js');
  return store.allWaiting();
}

/** Calls `listener` for every confirmed sending; returns the way to stop. */
export function onSent(listener: (news: SentNews) => void): () => void {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
}

/** Calls `listener` for everything that the server will never take; returns the way to stop. */
export function onRefused(listener: (news: RefusedNews) => void): () => void {
  refusedListeners.add(listener);
  return () => refusedListeners.delete(listener);
}

/** The counts without React. */
export function outboxStatus(): OutboxStatus {
  return status;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The counts of the outbox; drawn again at every change. */
export function useOutboxStatus(): OutboxStatus {
  return useSyncExternalStore(subscribe, outboxStatus);
}
