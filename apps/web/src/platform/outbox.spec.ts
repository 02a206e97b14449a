// The outbox: nothing is lost, nothing is sent twice or under another name, nothing is called saved before the receipt.
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@onetouch/contract';
import { enqueue, flush, storeAgain, takeRefused, waitingItems } from './outbox-store.js';
import {
  onRefused,
  onSent,
  outboxStatus,
  publishStatus,
  registerSender,
  emptyStatus,
  type OutboxItem,
} from './outbox.js';
import { openOutboxDatabase } from './outbox-database.js';
import { Problem } from './problem.js';
import { setMe, signOut } from './session.js';

const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;
const minh = { id: 'minh', fullName: 'Trần Minh' } as Me;
const sent: unknown[][] = [];
const send = jest.fn<(items: OutboxItem[]) => Promise<unknown>>();
const tables = openOutboxDatabase();
/** Who the server takes the cookie for. */
let cookieOf: Me | null = lan;

const offline = () => new Problem({ code: 'network.offline', status: 0 });
const accept = (items: OutboxItem[]) => {
  sent.push(items.map(({ payload }) => payload));
  return Promise.resolve({ savedAt: 'now' });
};
async function settled() {
  // Sending starts by itself after keeping; a flush of our own waits for it and for what came meanwhile.
  await flush();
}

describe('the outbox', () => {
  beforeAll(() => {
    globalThis.fetch = (_url, init) =>
      Promise.resolve(
        init?.method === 'DELETE'
          ? new Response(null, { status: 204 })
          : new Response(JSON.stringify({ me: cookieOf }), { status: 200 }),
      );
    registerSender('progress', () => Promise.resolve({ send, batch: 3 }));
    registerSender('answer', () => Promise.resolve({ send }));
  });
  beforeEach(async () => {
    await flush();
    await Promise.all([tables.items.clear(), tables.refused.clear()]);
    publishStatus(emptyStatus);
    sent.length = 0;
    cookieOf = lan;
    send.mockReset();
    send.mockImplementation(accept);
    setMe(lan);
    await flush();
  });
  afterAll(() => {
    tables.close();
  });

  it('sends the items of one key in the order in which they were kept', async () => {
    send.mockRejectedValue(offline());
    for (const payload of [1, 2, 3, 4, 5]) await enqueue('progress', 'e1/l1', payload);
    await settled();
    send.mockImplementation(accept);
    await settled();
    expect(sent).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(outboxStatus().waiting).toBe(0);
  });

  it('keeps an item until the server has confirmed it, and only then calls it saved', async () => {
    send.mockRejectedValue(offline());
    await enqueue('progress', 'e1/l1', 'a');
    await settled();
    expect(outboxStatus()).toMatchObject({ waiting: 1, sending: 0, lastSavedAt: null });
    expect(await waitingItems('progress', 'e1/l1')).toHaveLength(1);
    send.mockImplementation(accept);
    await settled();
    expect(outboxStatus().waiting).toBe(0);
    expect(outboxStatus().lastSavedAt).toBeInstanceOf(Date);
  });

  it('sends once, however many times and from wherever sending is started', async () => {
    send.mockRejectedValue(offline());
    await enqueue('answer', 'a1/q1', 'b');
    await settled();
    send.mockImplementation(accept);
    await Promise.all([flush(), flush(), flush()]);
    expect(sent).toEqual([['b']]);
  });

  it('leaves sending to the other tab while that one holds the lease', async () => {
    await tables.leases.put({ name: 'onetouch-outbox', holder: 'other tab', until: Date.now() + 60_000 });
    await enqueue('answer', 'a1/q1', 'c');
    await settled();
    expect(send).not.toHaveBeenCalled();
    await tables.leases.put({ name: 'onetouch-outbox', holder: 'other tab', until: Date.now() - 1 });
    await settled();
    expect(sent).toEqual([['c']]);
  });

  it('never sends what one person did under the session of another, and sends it when they are back', async () => {
    send.mockRejectedValue(offline());
    await enqueue('progress', 'e1/l1', 'of lan');
    await settled();
    send.mockImplementation(accept);
    cookieOf = minh;
    setMe(minh);
    await enqueue('progress', 'e2/l1', 'of minh');
    await settled();
    expect(sent).toEqual([['of minh']]);
    expect(outboxStatus().waiting).toBe(0);
    cookieOf = lan;
    setMe(lan);
    await settled();
    expect(sent).toEqual([['of minh'], ['of lan']]);
  });

  it('stops in the middle when somebody else signs in, and shows them nothing of it', async () => {
    send.mockRejectedValue(offline());
    await enqueue('answer', 'a1/q1', 'first of lan');
    await enqueue('answer', 'a1/q2', 'second of lan');
    await settled();
    send.mockImplementation((items) => {
      setMe(minh);
      return accept(items);
    });
    await settled();
    expect(sent).toEqual([['first of lan']]);
    expect(outboxStatus()).toMatchObject({ waiting: 0, lastSavedAt: null });
    setMe(lan);
    expect(await waitingItems('answer', 'a1/q2')).toHaveLength(1);
  });

  it('gives up nothing when the cookie turns out to be of somebody else', async () => {
    send.mockRejectedValue(new Problem({ code: 'enrolment.not-found', status: 404 }));
    cookieOf = minh;
    await enqueue('progress', 'e1/l1', 'of lan');
    await settled();
    setMe(lan);
    expect(await waitingItems('progress', 'e1/l1')).toHaveLength(1);
  });

  it('keeps what is done after the session has ended, and asks to sign in', async () => {
    send.mockRejectedValue(new Problem({ code: 'session.missing', status: 401 }));
    await enqueue('answer', 'a1/q1', 'before');
    await settled();
    setMe(null);
    await enqueue('answer', 'a1/q2', 'after');
    await settled();
    expect(outboxStatus()).toMatchObject({ waiting: 2, needsSignIn: true });
    send.mockImplementation(accept);
    setMe(lan);
    await settled();
    expect(sent).toEqual([['before'], ['after']]);
    expect(outboxStatus()).toMatchObject({ waiting: 0, needsSignIn: false });
  });

  it('keeps what waits when its owner signs out, out of sight of others', async () => {
    send.mockRejectedValue(offline());
    await enqueue('answer', 'a1/q1', 'd');
    await settled();
    await signOut();
    await settled();
    expect(outboxStatus().waiting).toBe(0);
    expect(await tables.items.count()).toBe(1);
    await expect(enqueue('answer', 'a1/q1', 'nobody')).rejects.toMatchObject({ code: 'session.missing' });
  });

  it('moves what the server will never take out of the way, tells the page, and sends the rest', async () => {
    send.mockImplementation((items) =>
      items.some(({ payload }) => payload === 'bad')
        ? Promise.reject(new Problem({ code: 'progress.block-unknown', status: 422 }))
        : accept(items),
    );
    const news: string[] = [];
    const stop = onRefused(({ item, problem }) => news.push(`${String(item.payload)} ${problem.code}`));
    await Promise.all(['good 1', 'bad', 'good 2'].map((payload) => enqueue('progress', 'e1/l1', payload)));
    await settled();
    stop();
    expect(sent.flat()).toEqual(['good 1', 'good 2']);
    expect(news).toEqual(['bad progress.block-unknown']);
    expect(outboxStatus()).toMatchObject({ waiting: 0, refused: 1 });
    expect(await takeRefused('progress')).toMatchObject([
      { code: 'progress.block-unknown', item: { payload: 'bad' } },
    ]);
    expect(outboxStatus().refused).toBe(0);
  });

  it('does not take a busy or failing server for a refusal', async () => {
    for (const problem of [
      new Problem({ code: 'service.failed', status: 500 }),
      new Problem({ code: 'service.unavailable', status: 503 }),
      new Problem({ code: 'request.throttled', status: 429 }),
    ]) {
      send.mockRejectedValueOnce(problem);
      await enqueue('answer', 'a1/q1', problem.code);
      await settled();
    }
    expect(outboxStatus().refused).toBe(0);
    await settled();
    expect(sent.flat()).toEqual(['service.failed', 'service.unavailable', 'request.throttled']);
  });

  it('says that the server is not reached after two tries in a row, until one gets through', async () => {
    send.mockRejectedValue(offline());
    await enqueue('answer', 'a1/q1', 'b');
    await settled();
    await settled();
    expect(outboxStatus()).toMatchObject({ waiting: 1, isUnreached: true });
    send.mockImplementation(accept);
    await settled();
    expect(outboxStatus()).toMatchObject({ waiting: 0, isUnreached: false });
  });

  it('leaves a kind that no page has said how to send', async () => {
    await enqueue('unknown kind', 'k', 'e');
    await settled();
    expect(outboxStatus().waiting).toBe(1);
  });

  it('tells the page what was answered', async () => {
    const answers: unknown[] = [];
    const stop = onSent(({ key, answer }) => answers.push([key, answer]));
    await enqueue('answer', 'a1/q1', 'f');
    await settled();
    stop();
    expect(answers).toEqual([['a1/q1', { savedAt: 'now' }]]);
  });

  it('is alarmed when the device itself cannot keep an item, and writes it on demand', async () => {
    const add = jest.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    await enqueue('answer', 'a1/q1', 'g');
    await settled();
    expect(outboxStatus().failedToStore).toBe(1);
    add.mockRestore();
    await storeAgain();
    expect(outboxStatus().failedToStore).toBe(0);
    expect(sent).toEqual([['g']]);
  });
});
