// The way on from a lesson without a network: said before it is taken, and never barred.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { enrolments, type Me } from '@onetouch/contract';
import { screen } from '@testing-library/react';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { setMe } from '../platform/session.js';
import { keepCopy } from '../platform/stored-copies.js';
import { fakeCaches } from '../courses/courses.sample.js';
import { enrolmentId, lesson, serveLesson } from './lesson.sample.js';

const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;
const third = { params: { enrolmentId, lessonId: 'l3' } };

async function open(isOnline: boolean, next: { nextId: string; nextKind: 'content' | 'quiz' }) {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  serveLesson(lan);
  const served = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await served(input, init);
    if (!String(input).includes('/lessons/')) return response;
    return Response.json({ ...((await response.json()) as object), ...next });
  };
  setMe(lan);
  await showPage({
    at: paths.lesson(enrolmentId, lesson.id),
    path: patterns.lesson,
    words: ['enrolments'],
    module: await import('./lesson-page.js'),
    others: [patterns.quiz],
  });
  return screen.findByRole('link', { name: /Bài tiếp theo|Đến bài kiểm tra|kiểm tra/ });
}
const away = 'Bài tiếp theo chưa có trên máy này. Có mạng lại thì mở được.';

describe('without a network', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'caches');
    setMe(null);
  });

  it('a next lesson that is not on the device is said so before it is opened', async () => {
    fakeCaches();
    const link = await open(false, { nextId: 'l3', nextKind: 'content' });
    expect(await screen.findByText(away)).toBeVisible();
    expect(link).toHaveAttribute('href', paths.lesson(enrolmentId, 'l3'));
  });

  it('nothing is said about a next lesson that lies on the device', async () => {
    fakeCaches();
    setMe(lan);
    await keepCopy(enrolments.readLesson, third, {} as never);
    await open(false, { nextId: 'l3', nextKind: 'content' });
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.queryByText(away)).toBeNull();
  });

  it('a test is said to need one', async () => {
    await open(false, { nextId: 'q1', nextKind: 'quiz' });
    expect(await screen.findByText('Bài kiểm tra cần mạng. Có mạng lại thì mở được.')).toBeVisible();
  });
});

describe('with a network', () => {
  it('the way on is taken as it is', async () => {
    fakeCaches();
    await open(true, { nextId: 'l3', nextKind: 'content' });
    expect(screen.queryByText(away)).toBeNull();
  });
});
