// Saving a draft: nothing is called saved before the server has said so, nothing is overwritten, nothing is lost.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CourseDocument, Draft } from '@onetouch/contract';
import { waitFor } from '@testing-library/react';
import { dropCopy, keepCopy, readCopy } from './draft-copy.js';
import { course, draftOf, id } from './draft.sample.js';
import { DraftStore, pauses } from './draft-store.js';

const owner = { personId: 'ha', courseId: id(900) };
const renamed = (vi: string) => (document: CourseDocument) => ({
  ...document,
  title: { ...document.title, vi },
});

/** A server with one draft, which refuses saves over another revision. */
function serve(start: Draft = draftOf()) {
  const server = { draft: start, saves: 0, isAway: false, losesAnswers: false };
  globalThis.fetch = async (input, init) => {
    if (server.isAway) throw new TypeError('Failed to fetch');
    if (init?.method === 'GET') return new Response(JSON.stringify(server.draft));
    const sent = JSON.parse(String(init?.body)) as { revision: number; document?: CourseDocument };
    server.saves += 1;
    if (sent.revision !== server.draft.revision)
      return new Response(JSON.stringify({ code: 'draft.changed', status: 409, title: '' }), { status: 409 });
    const document = sent.document ?? server.draft.document;
    const publishedNumber = String(input).endsWith('/versions') ? 4 : 3;
    server.draft = {
      ...server.draft,
      document,
      revision: sent.revision + 1,
      course: { ...server.draft.course, publishedNumber },
    };
    if (server.losesAnswers) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(server.draft));
  };
  return server;
}

const stops: (() => void)[] = [];
function open(loaded: Partial<ConstructorParameters<typeof DraftStore>[0]> = {}) {
  const store = new DraftStore({ draft: draftOf(), owner, open: null, aside: null, ...loaded });
  stops.push(store.connect());
  return store;
}
const state = (store: DraftStore) => store.snapshot().state;

describe('a draft', () => {
  beforeEach(async () => {
    Object.assign(pauses, { keepMs: 5, saveMs: 20, restoredMs: 20, firstRetryMs: 20, lastRetryMs: 40 });
    await dropCopy(owner, 'open');
    await dropCopy(owner, 'aside');
  });
  afterEach(() => {
    stops.splice(0).forEach((stop) => stop());
    jest.restoreAllMocks();
  });

  it('is saved after a pause, once for several edits, and called saved only then', async () => {
    const server = serve();
    const store = open();
    store.edit(renamed('Một'));
    store.edit(renamed('Hai'));
    expect(state(store)).toBe('changed');
    await waitFor(() => expect(state(store)).toBe('saved'));
    expect(server.saves).toBe(1);
    expect(server.draft.document.title.vi).toBe('Hai');
    expect(await readCopy(owner, 'open')).toBeNull();
  });

  it('lies on the device before it is sent', async () => {
    serve().isAway = true;
    const store = open();
    store.edit(renamed('Một'));
    await waitFor(() => expect(store.snapshot().isKept).toBe(true));
    expect(await readCopy(owner, 'open')).toMatchObject({ revision: 7, document: { title: { vi: 'Một' } } });
    expect(store.isAtRisk()).toBe(false);
  });

  it('is sent again by itself when the server is back', async () => {
    const server = serve();
    server.isAway = true;
    const store = open();
    store.edit(renamed('Một'));
    await waitFor(() => expect(state(store)).toBe('waiting'));
    server.isAway = false;
    await waitFor(() => expect(state(store)).toBe('saved'));
    expect(server.draft.document.title.vi).toBe('Một');
  });

  it('is not sent while a field would be refused, and says so', async () => {
    const server = serve();
    const store = open();
    store.edit(renamed(' '));
    expect(await store.save()).toBe(false);
    expect([state(store), server.saves]).toEqual(['held', 0]);
    store.edit(renamed('Có tên'));
    await waitFor(() => expect(state(store)).toBe('saved'));
  });

  it('keeps what was typed while a save was under way, and saves it next', async () => {
    const server = serve();
    const store = open();
    store.edit(renamed('Một'));
    const saving = store.save();
    store.edit(renamed('Hai'));
    expect(await saving).toBe(false);
    expect(store.snapshot().document.title.vi).toBe('Hai');
    await waitFor(() => expect(server.draft.document.title.vi).toBe('Hai'));
    expect(server.saves).toBe(2);
  });

  describe('that somebody else has saved', () => {
    const theirs = draftOf(renamed('Của người khác')(course), { revision: 8 });

    it('is not overwritten, and nothing more is sent', async () => {
      const server = serve(theirs);
      const store = open();
      store.edit(renamed('Của mình'));
      expect(await store.save()).toBe(false);
      expect(state(store)).toBe('conflict');
      store.edit(renamed('Vẫn gõ'));
      await store.save();
      expect(server.draft.document.title.vi).toBe('Của người khác');
      expect(server.saves).toBe(1);
      expect(store.snapshot().document.title.vi).toBe('Vẫn gõ');
    });

    it('is taken over on demand, and the own words stay to be copied', async () => {
      serve(theirs);
      const store = open();
      store.edit(renamed('Của mình'));
      await store.save();
      await store.takeServerDraft();
      expect(store.snapshot()).toMatchObject({
        state: 'saved',
        generation: 1,
        draft: { revision: 8 },
        document: { title: { vi: 'Của người khác' } },
        aside: { document: { title: { vi: 'Của mình' } } },
      });
      expect(await readCopy(owner, 'aside')).toMatchObject({ document: { title: { vi: 'Của mình' } } });
      await store.dropAside();
      expect(await readCopy(owner, 'aside')).toBeNull();
    });

    it('stays in conflict after a reload: the own copy is never saved over it', async () => {
      const server = serve(theirs);
      const own = {
        document: renamed('Của mình')(course),
        base: course,
        revision: 7,
        at: '2026-11-21T02:00:00.000Z',
      };
      const store = open({ draft: theirs, open: own });
      expect(state(store)).toBe('conflict');
      expect(await store.save()).toBe(false);
      expect(server.saves).toBe(0);
      expect(store.snapshot().draft.revision).toBe(7);
    });
  });

  it('whose answer was lost on its way is recognised as our own save', async () => {
    const server = serve();
    server.losesAnswers = true;
    const store = open();
    store.edit(renamed('  Một  '));
    await waitFor(() => expect(state(store)).toBe('saved'));
    expect([server.saves, server.draft.revision]).toEqual([2, 8]);
    expect(store.snapshot().draft.revision).toBe(8);
  });

  it('goes on after a reload with what this device kept', async () => {
    const server = serve();
    const own = {
      document: renamed('Dở dang')(course),
      base: course,
      revision: 7,
      at: '2026-11-21T02:00:00.000Z',
    };
    const store = open({ open: own });
    expect(store.snapshot()).toMatchObject({ state: 'changed', restoredAt: own.at });
    await waitFor(() => expect(server.draft.document.title.vi).toBe('Dở dang'));
  });

  it('drops restored work on demand', async () => {
    const server = serve();
    const own = {
      document: renamed('Dở dang')(course),
      base: course,
      revision: 7,
      at: '2026-11-21T02:00:00.000Z',
    };
    await keepCopy(owner, 'open', own);
    const store = open({ open: own });
    await store.takeServerDraft();
    expect(store.snapshot()).toMatchObject({ state: 'saved', restoredAt: null, aside: null });
    expect(await readCopy(owner, 'open')).toBeNull();
    expect(server.saves).toBe(0);
  });

  it('is saved before it is published', async () => {
    const server = serve();
    const store = open();
    store.edit(renamed('Bản mới'));
    expect(await store.publish()).toBe(true);
    expect(server.draft.document.title.vi).toBe('Bản mới');
    expect(store.snapshot().draft.course.publishedNumber).toBe(4);
  });

  it('is sent when the page is left', async () => {
    const server = serve();
    pauses.saveMs = 10_000;
    const store = open();
    store.edit(renamed('Vội'));
    stops.splice(0).forEach((stop) => stop());
    await waitFor(() => expect(server.draft.document.title.vi).toBe('Vội'));
  });
});
