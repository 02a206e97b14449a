// My learning: where to go on, and why a course is not at 100 % yet, with proof and a way for each condition.
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Enrolment, Me } from '@onetouch/contract';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { loadWords, startWords, words } from '../platform/i18n.js';
import { openOutboxDatabase } from '../platform/outbox-database.js';
import { emptyStatus, enqueue, publishStatus } from '../platform/outbox.js';
import { setMe } from '../platform/session.js';
import { detail } from './lesson.sample.js';
import { byNeed } from './my-learning-page.js';
import { whyText } from './why-words.js';

const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;
const tables = openOutboxDatabase();
const one = (change: Partial<Enrolment>): Enrolment => ({ ...detail, ...change });
const finished = one({ id: 'e9', completedAt: '2026-11-19T03:00:00.000Z', percent: 100, resume: null });
const reply = (body: unknown, status = 200) =>
  Promise.resolve(new Response(JSON.stringify(body), { status }));

function serve(items: Enrolment[], shown: unknown = detail) {
  globalThis.fetch = (input) => {
    const url = String(input);
    if (url.endsWith('/session')) return reply({ me: lan });
    if (url.endsWith('/me/enrolments')) return reply({ items });
    return shown === null ? Promise.reject(new TypeError('Failed to fetch')) : reply(shown);
  };
}
const open = async (search = '') => {
  const router = await showPage({
    at: paths.myLearning() + search,
    path: patterns.myLearning,
    words: ['enrolments'],
    module: await import('./my-learning-page.js'),
    others: [patterns.lesson, patterns.home],
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
};
const why = async () => {
  await userEvent.click(screen.getByRole('button', { name: /Vì sao chưa 100%/ }));
  return screen.findByText('Học xong 2 bài');
};

describe('my learning', () => {
  beforeEach(async () => {
    await tables.items.clear();
    publishStatus(emptyStatus);
    serve([detail, finished]);
    setMe(lan);
  });

  it('leads back to the lesson that was begun in one press', async () => {
    await open();
    const panel = screen.getByRole('region', { name: 'Bài 2. Ba dấu hiệu của tin giả' });
    expect(within(panel).getByRole('link', { name: 'Học tiếp' })).toHaveAttribute(
      'href',
      paths.lesson('e1', 'l2'),
    );
  });

  it('keeps the tab in the address', async () => {
    const router = await open();
    await userEvent.click(screen.getByRole('link', { name: 'Đã hoàn thành (1)' }));
    expect(router.state.location.search).toBe('?muc=xong');
    expect(await screen.findByRole('link', { name: /Nhận chứng nhận/ })).toHaveAttribute(
      'href',
      paths.certificates(),
    );
    expect(screen.queryByRole('button', { name: /Vì sao chưa 100%/ })).toBeNull();
  });

  it('says what will be here when nothing is', async () => {
    serve([]);
    await open();
    expect(screen.getByText('Khóa đã ghi danh hiện ở đây cho đến khi học xong.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Chọn khóa học' })).toHaveAttribute('href', paths.home());
  });

  it('explains each condition with state, count and proof, and leads to the missing block', async () => {
    await open();
    await why();
    expect(screen.getByText('1/2')).toBeVisible();
    expect(screen.getByText('Bài cuối xong lúc 10:00, 20/11/2026 · biên nhận B71C')).toBeVisible();
    const missing = screen.getByRole('link', {
      name: /Ba dấu hiệu của tin giả: còn 1 phần chữ chưa đọc đến cuối/,
    });
    expect(missing).toHaveAttribute('href', `${paths.lesson('e1', 'l2')}#block-b1`);
    expect(screen.getByText(/Chưa nộp lần nào\. Còn 3 lượt làm\. Mở khi học xong các bài\./)).toBeVisible();
    expect(screen.getByText('Tính lúc 09:41, 21/11/2026 theo quy tắc bản 1')).toBeVisible();
  });

  it('counts what waits on this device as a condition of its own', async () => {
    await enqueue('progress', 'e1/l2', { id: 'x' });
    await enqueue('progress', 'another/l2', { id: 'y' });
    await open();
    await why();
    expect(await screen.findByText(/1 mục còn trên máy này, chưa gửi từ/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Gửi ngay' })).toBeVisible();
  });

  it('copies the table for the help desk and says so only when it was copied', async () => {
    const user = userEvent.setup();
    await open();
    await why();
    await user.click(screen.getByRole('button', { name: 'Chép bảng này' }));
    expect(await screen.findByText(/Đã chép\./)).toBeVisible();
    expect(await navigator.clipboard.readText()).toContain('[Chưa đạt] Học xong 2 bài: 1/2');
  });

  it('offers the text to copy by hand where the device refuses', async () => {
    const user = userEvent.setup();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await open();
    await why();
    await user.click(screen.getByRole('button', { name: 'Chép bảng này' }));
    expect(await screen.findByRole('textbox', { name: 'Bảng điều kiện' })).toHaveValue(
      whyText(words('enrolments'), detail, null),
    );
    jest.restoreAllMocks();
  });

  it('keeps the rest of the page when the conditions cannot be had, and tries again', async () => {
    serve([detail], null);
    await open();
    await userEvent.click(screen.getByRole('button', { name: /Vì sao chưa 100%/ }));
    await screen.findByText('Đang mất mạng');
    serve([detail]);
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('Học xong 2 bài')).toBeVisible();
  });
});

describe('the order of courses', () => {
  it('puts what is nearest to its end first, and what was never begun last', () => {
    const items = [
      one({ id: 'new', startedAt: null, percent: 0 }),
      one({ id: 'half', percent: 50 }),
      one({ id: 'near', percent: 94 }),
    ];
    expect(byNeed(items, 'current').map(({ id }) => id)).toEqual(['near', 'half', 'new']);
  });

  it('puts completed courses without a certificate first', () => {
    const items = [
      one({ id: 'has', completedAt: '2026-11-21T03:00:00.000Z', certificateId: 'k' }),
      one({ id: 'wants', completedAt: '2026-11-01T03:00:00.000Z' }),
    ];
    expect(byNeed(items, 'completed').map(({ id }) => id)).toEqual(['wants', 'has']);
  });
});

describe('the table for the help desk', () => {
  it('says everything in plain text', async () => {
    await startWords();
    await loadWords('enrolments');
    const waiting = { count: 2, since: new Date('2026-11-20T09:40:00.000Z') };
    expect(whyText(words('enrolments'), detail, waiting)).toBe(
      [
        'Dùng điện thoại an toàn',
        'Tiến độ: 1/3 bước, 33%',
        'Mã ghi danh: e1',
        '',
        '[Chưa đạt] Học xong 2 bài: 1/2',
        '  Bài cuối xong lúc 10:00, 20/11/2026 · biên nhận B71C',
        '  - Ba dấu hiệu của tin giả: còn 1 phần chữ chưa đọc đến cuối, 1 câu hỏi nhanh',
        '[Chưa đạt] Đạt: Bài kiểm tra cuối khóa',
        '  Chưa nộp lần nào.',
        '  Còn 3 lượt làm.',
        '  Mở khi học xong các bài.',
        '[Chờ gửi] Gửi kết quả về máy chủ',
        '  2 mục còn trên máy này, chưa gửi từ 16:40, 20/11/2026.',
        '',
        'Tính lúc 09:41, 21/11/2026 theo quy tắc bản 1',
      ].join('\n'),
    );
  });

  it('tells the best attempt in points as people write them', async () => {
    await startWords();
    await loadWords('enrolments');
    const best = { points: 12_500, needed: 16_000, possible: 20_000, attemptNumber: 2, receipt: '9C41' };
    const conditions = detail.conditions.map((condition) =>
      condition.kind === 'quiz'
        ? { ...condition, best: { ...best, submittedAt: '2026-11-19T02:32:00.000Z' } }
        : condition,
    );
    const text = whyText(words('enrolments'), { ...detail, conditions }, null);
    expect(text).toContain('[Chưa đạt] Đạt: Bài kiểm tra cuối khóa: 12,5/20 điểm');
    expect(text).toContain('Lần cao nhất là lần 2: 12,5 trên 20 điểm, cần 16.');
  });
});
