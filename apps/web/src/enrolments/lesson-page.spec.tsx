// The lesson as a learner takes it: kept at once, called done only by the server, never barring the way on.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LessonProgress, Me } from '@onetouch/contract';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { openOutboxDatabase } from '../platform/outbox-database.js';
import { emptyStatus, enqueue, flush, publishStatus, registerSender } from '../platform/outbox.js';
import { setMe } from '../platform/session.js';
import { enrolmentId, lesson, serveLesson } from './lesson.sample.js';

const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;
const tables = openOutboxDatabase();
type Look = (entries: { target: Element; isIntersecting: boolean }[]) => void;
let look: Look = () => undefined;

/** What the browser says when the end of a block comes onto the screen or leaves it. */
function scrollTo(blockId: string, isIntersecting = true) {
  const target = document.querySelector(`[data-block-end="${blockId}"]`);
  if (target) act(() => look([{ target, isIntersecting }]));
}
const visibility = (state: 'visible' | 'hidden') => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
/** Only what waits inside the page is hurried: the device's store and the server keep their own pace. */
function withOwnClock(work: (pass: (ms: number) => void) => void) {
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask'] });
  try {
    work((ms) => act(() => jest.advanceTimersByTime(ms)));
  } finally {
    jest.useRealTimers();
  }
}
/** The end of a block lies before somebody who is looking for as long as counts. */
const see = (blockId: string) =>
  withOwnClock((pass) => {
    scrollTo(blockId);
    pass(1_000);
  });

async function open(before: Partial<LessonProgress> = {}, hash = '') {
  const server = serveLesson(lan, before);
  const router = await showPage({
    at: paths.lesson(enrolmentId, lesson.id) + hash,
    path: patterns.lesson,
    words: ['enrolments', 'blocks'],
    module: await import('./lesson-page.js'),
    others: [patterns.quiz, patterns.lesson.replace(':lessonId', 'l1')],
  });
  await screen.findByRole('heading', { level: 1, name: 'Ba dấu hiệu của tin giả' });
  return { server, router };
}
const foot = () => screen.getByRole('navigation', { name: 'Các bài khác' });

describe('a lesson', () => {
  const scrolled = jest.fn<(this: Element) => void>();
  beforeEach(async () => {
    registerSender('progress', () => import('./send-progress.js'));
    await tables.items.clear();
    publishStatus(emptyStatus);
    serveLesson(lan);
    setMe(lan);
    scrolled.mockReset();
    Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
      scrolled.call(this);
    };
    globalThis.IntersectionObserver = class {
      constructor(tell: Look) {
        look = tell;
      }
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    } as unknown as typeof IntersectionObserver;
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await act(() => flush());
  });

  it('is done by the word of the server, after the text was seen and the check answered', async () => {
    const { server } = await open();
    expect(foot()).toHaveTextContent('Còn: 1 phần chữ, 1 câu hỏi nhanh.');
    see('b1');
    await userEvent.click(screen.getByLabelText(/Bấm đường dẫn/));
    await waitFor(() => expect(foot()).toHaveTextContent('Đã xong bài này.'));
    expect(server.events.map(({ kind }) => kind).sort()).toEqual(['answered', 'seen']);
    expect(new Set(server.events.map(({ id }) => id)).size).toBe(2);
  });

  it('does not call itself done while its events wait, and says where they lie', async () => {
    const { server } = await open({ metBlockIds: ['b1'] });
    server.isReachable = false;
    await userEvent.click(screen.getByLabelText(/Gọi số in sau thẻ/));
    await waitFor(() =>
      expect(foot()).toHaveTextContent(/Đã lưu trên máy này lúc \d\d:\d\d\. Có mạng sẽ tự gửi\./),
    );
    expect(foot()).not.toHaveTextContent('Đã xong bài này.');
    server.isReachable = true;
    act(() => void dispatchEvent(new Event('online')));
    await waitFor(() => expect(foot()).toHaveTextContent('Đã xong bài này.'));
  });

  it('says beside the buttons that there is no network, wherever one is in the lesson', async () => {
    await open();
    const isOnline = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void dispatchEvent(new Event('offline')));
    expect(foot()).toHaveTextContent('Đang mất mạng. Cứ học tiếp. Còn: 1 phần chữ, 1 câu hỏi nhanh.');
    isOnline.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(foot()).not.toHaveTextContent('Đang mất mạng.');
  });

  it('never bars the way to the next lesson, and leads to the test after the last one', async () => {
    const { router } = await open();
    await userEvent.click(screen.getByRole('link', { name: 'Sang bài kiểm tra' }));
    expect(router.state.location.pathname).toBe(paths.quiz(enrolmentId, 'q1'));
  });

  it('goes on by the key N', async () => {
    const { router } = await open();
    await userEvent.keyboard('n');
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.quiz(enrolmentId, 'q1')));
  });

  it('counts a text as seen only after a second before somebody who is looking', async () => {
    const { server } = await open();
    withOwnClock((pass) => {
      scrollTo('b1');
      pass(999);
      scrollTo('b1', false);
      pass(1_000);
      visibility('hidden');
      scrollTo('b1');
      pass(1_000);
      expect(foot()).toHaveTextContent('Còn: 1 phần chữ');
      visibility('visible');
      pass(999);
      expect(foot()).toHaveTextContent('Còn: 1 phần chữ');
      pass(1);
      expect(foot()).not.toHaveTextContent('1 phần chữ');
    });
    await waitFor(() => expect(server.events).toMatchObject([{ kind: 'seen', blockId: 'b1' }]));
  });

  it('shows what was done before here or elsewhere, and what still waits on this device', async () => {
    serveLesson(lan).isReachable = false;
    const event = {
      id: 'ev1',
      kind: 'answered',
      blockId: 'b3',
      optionIds: ['y'],
      occurredAt: '2026-11-21T02:00:00.000Z',
    };
    await enqueue('progress', `${enrolmentId}/${lesson.id}`, event);
    await flush();
    await open({ metBlockIds: ['b1'] });
    expect(screen.getByLabelText(/Gọi số in sau thẻ/)).toBeChecked();
    await waitFor(() => expect(foot()).not.toHaveTextContent('Còn:'));
  });

  it('opens at the block where it was left, without taking the focus', async () => {
    await open({ positionBlockId: 'b3' });
    await waitFor(() => expect(scrolled.mock.contexts.map(({ id }) => id)).toEqual(['block-b3']));
    expect(document.activeElement).toBe(document.body);
  });

  it('opens at the block that a link names', async () => {
    await open({ positionBlockId: 'b3' }, '#block-b2');
    await waitFor(() => expect(scrolled.mock.contexts.map(({ id }) => id)).toEqual(['block-b2']));
  });

  it('says calmly that the course is completed and where the certificate is', async () => {
    const { server } = await open({ metBlockIds: ['b1'] });
    server.completes = true;
    await userEvent.click(screen.getByLabelText(/Gọi số in sau thẻ/));
    const link = await screen.findByRole('link', { name: 'Nhận chứng nhận' });
    expect(link).toHaveAttribute('href', paths.certificates());
  });

  it('lists the lessons with their states, and the test as not open yet', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Danh sách bài' }));
    expect(screen.getByRole('link', { name: /2\. Ba dấu hiệu/ })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: /1\. Lừa đảo nhắm vào ai.*đã xong/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /Bài kiểm tra cuối khóa.*chưa mở/ })).toBeVisible();
  });

  it('keeps the size of the letters, and offers no voice where the device has none', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Cỡ chữ' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Rất lớn' }));
    expect(localStorage.getItem('onetouch.text-size')).toBe('larger');
    expect(screen.queryByRole('button', { name: 'Nghe cả bài' })).toBeNull();
  });
});
