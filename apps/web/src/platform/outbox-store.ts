// The store of the outbox: keeps, sends in order, and lets go only of what the server has confirmed or refused for good.
import { liveQuery, type Subscription } from 'dexie';
import { openOutboxDatabase } from './outbox-database.js';
import { withSendingLock } from './outbox-lock.js';
import {
  findSender,
  outboxStatus,
  publishRefused,
  publishSent,
  publishStatus,
  type OutboxItem,
  type SenderModule,
} from './outbox.js';
import { Problem } from './problem.js';
import { confirmMe, currentOwner, currentMe, subscribeMe } from './session.js';

const database = openOutboxDatabase();
type NewItem = Omit<OutboxItem, 'id'>;
/** What the device did not take; only in memory, and shown as an alarm. */
let unstored: NewItem[] = [];
let failures = 0;
/** One failure happens; two in a row are worth a word. */
const unreachedAfter = 2;
/** The server asked for a pause until then. */
let notBefore = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let isWanted = false;
let counting: { personId: string; subscription: Subscription } | undefined;

/** Keeps an item for the person at work here, then starts sending. Resolves also when only memory took it (see `failedToStore`). */
export async function enqueue(kind: string, key: string, payload: unknown): Promise<void> {
  const personId = currentOwner();
  if (!personId) throw new Problem({ code: 'session.missing', status: 401 });
  await store({ personId, kind, key, payload, enqueuedAt: new Date().toISOString() });
  void flush();
}

async function store(item: NewItem) {
  try {
    await database.items.add(item as OutboxItem);
  } catch {
    unstored.push(item);
    publishStatus({ failedToStore: unstored.length });
  }
  await count();
}

/** Writes again what the device did not take before. */
export async function storeAgain(): Promise<void> {
  const again = unstored;
  unstored = [];
  publishStatus({ failedToStore: 0 });
  for (const item of again) await store(item);
  await flush();
}

/** What waits under one key for the person at work here, oldest first. */
export async function waitingItems(kind: string, key: string): Promise<OutboxItem[]> {
  const personId = currentOwner();
  return personId ? database.items.where({ personId, kind, key }).sortBy('id') : [];
}

/** What waits under every key that begins with `keyStart` for the person at work here, oldest first. */
export async function waitingUnder(kind: string, keyStart: string): Promise<OutboxItem[]> {
  const personId = currentOwner();
  if (!personId) return [];
  return database.items
    .where('[personId+kind+key]')
    .between([personId, kind, keyStart], [personId, kind, `${keyStart}\uffff`])
    .sortBy('id');
}

/** Everything that waits for the person at work here, oldest first. */
export async function allWaiting(): Promise<OutboxItem[]> {
  const personId = currentOwner();
  return personId ? database.items.where({ personId }).sortBy('id') : [];
}

/** Takes the refusals of one kind off the list and answers them. */
export async function takeRefused(kind: string): Promise<{ item: OutboxItem; code: string }[]> {
  const personId = currentOwner();
  if (!personId) return [];
  const rows = (await database.refused.where({ personId }).toArray()).filter((row) => row.kind === kind);
  await database.refused.bulkDelete(rows.map(({ id }) => id));
  await count();
  return rows.map(({ code, refusedAt: _, ...item }) => ({ item, code }));
}

async function count() {
  const personId = currentOwner();
  if (!personId) return publishStatus({ waiting: 0, refused: 0, sending: 0, needsSignIn: false });
  watch(personId);
  const [waiting, refused] = await Promise.all([
    database.items.where({ personId }).count(),
    database.refused.where({ personId }).count(),
  ]).catch(() => [outboxStatus().waiting, outboxStatus().refused] as const);
  publishStatus({ waiting, refused });
}

/** Keeps the counts right when another tab keeps or sends something. */
function watch(personId: string) {
  if (counting?.personId === personId) return;
  counting?.subscription.unsubscribe();
  const query = liveQuery(() => database.items.where({ personId }).count());
  counting = {
    personId,
    subscription: query.subscribe({ next: (waiting) => publishStatus({ waiting }), error: () => undefined }),
  };
}

/** Sends everything of the person at work here that waits, in order within each key; comes back by itself until all is gone. */
export function flush(): Promise<void> {
  isWanted = true;
  return (running ??= run().finally(() => {
    running = undefined;
  }));
}

async function run() {
  while (isWanted) {
    isWanted = false;
    clearTimeout(timer);
    await count();
    const personId = currentMe()?.id;
    if (!personId) return publishStatus({ needsSignIn: outboxStatus().waiting > 0 });
    if (Date.now() < notBefore) return schedule(notBefore - Date.now());
    const outcome = { pause: null as Problem | null };
    const hasRun = await withSendingLock(database, async () => {
      outcome.pause = await sendAll(personId);
    }).catch(() => false);
    publishStatus({ sending: 0 });
    await count();
    if (outcome.pause || !hasRun) return wait(outcome.pause);
    failures = 0;
    publishStatus({ isUnreached: false });
  }
}

/** The next try: after 1, 2, 4 ... 60 seconds with some chance in it, or when the server said. */
function wait(pause: Problem | null) {
  if (outboxStatus().waiting === 0 || pause?.code === 'session.missing') return;
  failures = Math.min(failures + 1, 7);
  if (pause) publishStatus({ isUnreached: failures >= unreachedAfter });
  const backOff = Math.min(60_000, 1_000 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
  const asked = pause?.retryAt ? pause.retryAt.getTime() - Date.now() : 0;
  if (asked > 0) notBefore = Date.now() + asked;
  schedule(Math.max(backOff, asked));
}

function schedule(ms: number) {
  timer = setTimeout(() => void flush(), ms);
}

/** Sends key by key; answers the problem that stopped it all, or null when every key was tried to its end. */
async function sendAll(personId: string): Promise<Problem | null> {
  const items = await database.items.where({ personId }).sortBy('id');
  const queues = new Map<string, OutboxItem[]>();
  for (const item of items) {
    const name = `${item.kind} ${item.key}`;
    queues.set(name, [...(queues.get(name) ?? []), item]);
  }
  for (const queue of queues.values()) {
    const sender = await findSender(queue[0]?.kind ?? '').catch(() => undefined);
    if (!sender) continue;
    const pause = await sendQueue(queue, sender);
    if (pause) return pause;
  }
  return null;
}

async function sendQueue(queue: OutboxItem[], sender: SenderModule): Promise<Problem | null> {
  const size = sender.batch ?? 1;
  for (let from = 0; from < queue.length; from += size) {
    const pause = await sendBatch(queue.slice(from, from + size), sender);
    if (pause) return pause;
  }
  return null;
}

async function sendBatch(batch: OutboxItem[], sender: SenderModule): Promise<Problem | null> {
  const [first] = batch;
  // The person changed while we were sending: the rest stays for its owner.
  if (!first || first.personId !== currentMe()?.id) return null;
  publishStatus({ sending: batch.length });
  try {
    const answer = await sender.send(batch);
    await database.items.bulkDelete(batch.map(({ id }) => id));
    if (first.personId === currentOwner()) publishStatus({ lastSavedAt: new Date(), needsSignIn: false });
    publishSent({ kind: first.kind, key: first.key, items: batch, answer });
    return null;
  } catch (error) {
    return settle(batch, sender, error);
  }
}

/** Decides what a failed sending means: later again, one by one to find the culprit, or refused for good. */
async function settle(batch: OutboxItem[], sender: SenderModule, error: unknown): Promise<Problem | null> {
  const problem = error instanceof Problem ? error : new Problem({ code: 'service.failed', status: 500 });
  if (problem.code === 'session.missing') publishStatus({ needsSignIn: true });
  if (problem.isPassing) return problem;
  // Ids of somebody else answer 'not found': make sure that the session is still the owner's before giving anything up.
  const me = await confirmMe().catch(() => undefined);
  if (me === undefined) return new Problem({ code: 'network.offline', status: 0 });
  if (me?.id !== batch[0]?.personId) return new Problem({ code: 'session.missing', status: 401 });
  if (batch.length > 1) {
    for (const item of batch) {
      const pause = await sendBatch([item], sender);
      if (pause) return pause;
    }
    return null;
  }
  await refuse(batch, problem);
  return null;
}

async function refuse(batch: OutboxItem[], problem: Problem) {
  const refusedAt = new Date().toISOString();
  await database.transaction('rw', database.items, database.refused, async () => {
    await database.refused.bulkPut(batch.map((item) => ({ ...item, code: problem.code, refusedAt })));
    await database.items.bulkDelete(batch.map(({ id }) => id));
  });
  for (const item of batch) publishRefused({ kind: item.kind, key: item.key, item, problem });
}

function tryNow() {
  failures = 0;
  void flush();
}

globalThis.addEventListener?.('online', tryNow);
globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && outboxStatus().waiting > 0) tryNow();
});
subscribeMe(() => {
  const isSomebodyElse = counting && counting.personId !== currentOwner();
  publishStatus({ waiting: 0, needsSignIn: false, ...(isSomebodyElse && { lastSavedAt: null }) });
  tryNow();
});
