// What lies on the device after the first look at the home page, before any of it was opened.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setMe } from '../platform/session.js';
import { readFilters } from './catalogue-filters.js';
import { catalogue, card, enrolment, fakeCaches, fakeServer, ids, me } from './courses.sample.js';
import { keepCatalogue, keepOwnPages } from './keep-own-pages.js';

const kept = (caches: ReturnType<typeof fakeCaches>) => [
  ...(caches.get('onetouch-private')?.kept.keys() ?? []),
];

let number = 0;
let caches: ReturnType<typeof fakeCaches>;
let server: ReturnType<typeof fakeServer>;
const own = enrolment();

beforeEach(() => {
  caches = fakeCaches();
  server = fakeServer({
    'GET /me/certificates': () => ({ items: [] }),
    'GET /me/enrolments': () => ({ items: [own] }),
    [`GET /enrolments/${own.id}`]: () => own,
    [`GET /enrolments/${own.id}/lessons/${ids.second}`]: () => ({ lesson: {} }),
  });
});
afterEach(() => setMe(null));
const signIn = () => setMe(me({ id: `person-${(number += 1)}` }));

describe('own pages on the device', () => {
  it('are kept for a learner: courses, the lesson to go on with, and certificates', async () => {
    signIn();
    await keepOwnPages();
    expect(kept(caches).sort()).toEqual([
      `/api/v1/enrolments/${own.id}`,
      `/api/v1/enrolments/${own.id}/lessons/${ids.second}`,
      '/api/v1/me/certificates',
      '/api/v1/me/enrolments',
    ]);
  });

  it('are asked for once, however often the home page is opened', async () => {
    signIn();
    await keepOwnPages();
    const before = server.asked.length;
    await keepOwnPages();
    expect(server.asked).toHaveLength(before);
  });

  it('are not kept for somebody who signs out while they come', async () => {
    signIn();
    server.answers['GET /me/certificates'] = () => {
      setMe(null);
      return { items: [] };
    };
    await keepOwnPages();
    expect(kept(caches)).not.toContain('/api/v1/me/certificates');
  });

  it('are never kept for a visitor', async () => {
    setMe(null);
    await keepOwnPages();
    expect(server.asked).toHaveLength(0);
  });

  it('leave nothing behind when the server does not answer', async () => {
    signIn();
    for (const one of Object.keys(server.answers)) delete server.answers[one];
    await expect(keepOwnPages()).resolves.toBeUndefined();
    expect(kept(caches)).toEqual([]);
  });
});

describe('the catalogue on the device', () => {
  it('is the list that was on the screen, asked for in the same way', async () => {
    const found = catalogue([card()]);
    await keepCatalogue({ filters: readFilters(new URLSearchParams()), role: 'resident', found });
    const [address, ...others] = [...(caches.get('onetouch-catalogue')?.kept.keys() ?? [])];
    expect(others).toEqual([]);
    expect(Object.fromEntries(new URL(address ?? '', 'http://localhost').searchParams)).toEqual({
      audience: 'resident',
      sort: 'popular',
      limit: '6',
    });
  });
});
