import { beforeEach, describe, expect, it } from '@jest/globals';
import { coursePage, enrolment, fakeCaches, fakeServer, ids, refusal } from './courses.sample.js';
import { cacheNameOf } from '../platform/stored-copies.js';
import { downloadBytes, downloadCourse, findDownload, removeDownload } from './download-course.js';
import { readRecords } from './download-records.js';

let shelves: ReturnType<typeof fakeCaches>;
const hash = 'a'.repeat(64);
const file = `/files/${hash}/tranh.svg`;
const image = { type: 'image', id: ids.quiz, file: { hash, name: 'tranh.svg' } };
const lesson = (blocks: object[]) => () => ({ lesson: { kind: 'content', blocks } });
const visitor = { course: coursePage(), enrolment: null, personId: null };
const work = (seen: number[] = []) => ({
  signal: new AbortController().signal,
  onBytes: (bytes: number) => void seen.push(bytes),
});
const open = `/courses/an-toan/lessons`;
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  shelves = fakeCaches();
  server = fakeServer({
    'GET /courses/an-toan': () => visitor.course,
    [`GET ${open}/${ids.lesson}`]: lesson([image]),
    [`GET ${open}/${ids.second}`]: lesson([image]),
    [`GET ${file}`]: () => new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }),
  });
});

describe('a course loaded onto the device', () => {
  it('lies in the caches of the service worker, lessons and files, and is recorded', async () => {
    const seen: number[] = [];
    const record = await downloadCourse(visitor, work(seen));
    expect(seen.at(-1)).toBe(downloadBytes(visitor));
    expect(downloadBytes(visitor)).toBe(800_000);
    expect([...(shelves.get('onetouch-catalogue')?.kept.keys() ?? [])]).toHaveLength(3);
    expect([...(shelves.get('onetouch-files')?.kept.keys() ?? [])]).toEqual([`/api/v1${file}`]);
    expect(readRecords()).toEqual([record]);
    expect(await findDownload(visitor)).toEqual(record);
  });

  it('asks for a file once, however many lessons show it', async () => {
    await downloadCourse(visitor, work());
    expect(server.askedFor(file)).toHaveLength(1);
  });

  it('is not said to be there when a part did not come, and goes on with what is missing', async () => {
    const answer = server.answers[`GET ${open}/${ids.second}`];
    server.answers[`GET ${open}/${ids.second}`] = () => refusal(503, 'service.unavailable');
    await expect(downloadCourse(visitor, work())).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(await findDownload(visitor)).toBeNull();
    server.answers[`GET ${open}/${ids.second}`] = answer as () => unknown;
    await downloadCourse(visitor, work());
    expect(server.askedFor(file)).toHaveLength(1);
    expect(await findDownload(visitor)).not.toBeNull();
  });

  it('is not there any more when the browser threw a part away', async () => {
    await downloadCourse(visitor, work());
    shelves.get('onetouch-files')?.kept.clear();
    expect(await findDownload(visitor)).toBeNull();
  });

  it('of a visitor is not that of a learner, nor that of a newer version', async () => {
    await downloadCourse(visitor, work());
    expect(await findDownload({ ...visitor, enrolment: enrolment() })).toBeNull();
    const newer = coursePage({ versionId: ids.quiz });
    expect(await findDownload({ ...visitor, course: newer })).toBeNull();
  });

  it('is not made of old copies when the network is away', async () => {
    server.answers['GET /courses/an-toan'] = () =>
      Response.json(visitor.course, { headers: { 'x-stored-at': 'Sat, 21 Nov 2026 02:41:00 GMT' } });
    await expect(downloadCourse(visitor, work())).rejects.toMatchObject({ code: 'network.offline' });
  });

  it('is taken off, but not the files that another course needs', async () => {
    await downloadCourse(visitor, work());
    const [record] = readRecords();
    const other = { ...record, slug: 'khac', urls: [`/api/v1${file}`] };
    localStorage.setItem('onetouch.downloads', JSON.stringify([record, other]));
    await removeDownload('an-toan');
    expect(shelves.get('onetouch-catalogue')?.kept.size).toBe(0);
    expect(shelves.get('onetouch-files')?.kept.size).toBe(1);
    expect(readRecords().map(({ slug }) => slug)).toEqual(['khac']);
  });

  it('keeps own lessons in the cache that signing out empties', async () => {
    expect(cacheNameOf(`/api/v1/enrolments/${ids.enrolment}/lessons/${ids.lesson}`)).toBe('onetouch-private');
    expect(cacheNameOf('/api/v1/me/enrolments')).toBe('onetouch-private');
    expect(cacheNameOf('/api/v1/courses/an-toan')).toBe('onetouch-catalogue');
    expect(cacheNameOf('/api/v1/courses?sort=popular')).toBe('onetouch-catalogue');
  });
});
