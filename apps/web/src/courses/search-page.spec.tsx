import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { card, fakeServer, refusal } from './courses.sample.js';
import * as page from './search-page.js';

const show = (at = '/tim') => showPage({ at, path: '/tim', words: ['courses'], module: page, others: ['/'] });
const lesson = {
  courseSlug: 'an-toan',
  courseTitle: { vi: 'Nhận biết lừa đảo', en: '' },
  audience: 'resident',
  topic: 'safety',
  lessonId: '0190c8f0-0000-7000-8000-000000000003',
  lessonNumber: 2,
  title: { vi: 'Cổng Dịch vụ công', en: '' },
  minutes: 8,
};
const found = {
  reading: 'dịch vụ công',
  courses: [card({ title: { vi: 'Nộp hồ sơ dịch vụ công', en: '' } })],
  lessons: [lesson],
  total: 9,
};
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({ 'GET /search': () => found });
});

describe('search', () => {
  it('waits for two letters and for a pause, then asks once and puts the words into the address', async () => {
    const router = await show();
    const field = await screen.findByRole('searchbox', { name: 'Tìm khóa học' });
    await userEvent.type(field, 'd');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(router.state.location.search).toBe('');
    // Nothing else has its turn between the letters: no pause, however slow the machine.
    for (const value of ['di', 'dich vu', 'dich vu cong']) fireEvent.change(field, { target: { value } });
    expect(server.asked).toHaveLength(0);
    expect(await screen.findByText('Nộp hồ sơ', { exact: false })).toBeVisible();
    expect(server.asked.map((url) => url.searchParams.get('q'))).toEqual(['dich vu cong']);
    expect(router.state.location.search).toBe('?q=dich+vu+cong');
  });

  it('shows the reading, the marks, courses before lessons, and where a lesson stands', async () => {
    await show('/tim?q=dich+vu+cong');
    const [status] = await screen.findAllByText(/9 kết quả cho/);
    expect(status).toHaveTextContent('9 kết quả cho “dịch vụ công” (đã tự thêm dấu)');
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'Khóa học',
      'Bài học',
    ]);
    expect(screen.getByText('dịch vụ công', { selector: 'mark' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Bài 2. Cổng Dịch vụ công' })).toHaveAttribute(
      'href',
      '/khoa-hoc/an-toan#bai-2',
    );
  });

  it('brings the rest at a press', async () => {
    await show('/tim?q=dich+vu+cong');
    await userEvent.click(await screen.findByRole('link', { name: 'Xem cả 9 kết quả' }));
    await waitFor(() => expect(server.asked.at(-1)?.searchParams.get('limit')).toBe('50'));
  });

  it('says that nothing was found and where to look instead', async () => {
    server.answers['GET /search'] = () => ({ reading: null, courses: [], lessons: [], total: 0 });
    await show('/tim?q=zzz');
    expect(await screen.findByText('Không tìm thấy “zzz”')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem tất cả khóa học' })).toHaveAttribute('href', '/');
  });

  it('keeps the field when the server fails, and tries again', async () => {
    server.answers['GET /search'] = () => refusal(500, 'service.failed');
    await show('/tim?q=ho+so');
    expect(await screen.findByText('Chưa tìm được')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('ho so');
    server.answers['GET /search'] = () => found;
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText(/9 kết quả cho/)).toBeVisible();
  });

  it('begins anew when the field is cleared, with the focus in it', async () => {
    const router = await show('/tim?q=ho+so');
    await userEvent.click(await screen.findByRole('button', { name: 'Xóa từ đã gõ' }));
    expect(screen.getByRole('searchbox')).toHaveFocus();
    expect(await screen.findByText(/Gõ từ 2 chữ cái/)).toBeVisible();
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('offers no microphone where the browser cannot listen', async () => {
    await show();
    await screen.findByRole('searchbox');
    expect(screen.queryByRole('button', { name: 'Nói để tìm' })).toBeNull();
  });
});
