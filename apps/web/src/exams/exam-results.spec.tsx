// What an exam has come to: results and their release, on paper too, and the record of it.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../test/server.js';
import { giveExam, path, showExam } from './exam-desk.sample.js';
import { exam, id, result, totals } from './exams.sample.js';

let server: ReturnType<typeof giveExam>;

beforeEach(() => {
  server = giveExam();
});

describe('the results', () => {
  const over = (wish: Parameters<typeof exam>[0] = {}) => {
    const made = exam({
      status: 'over',
      startsAt: '2026-01-01T01:00:00.000Z',
      closesAt: '2026-01-01T02:00:00.000Z',
      ...wish,
    });
    return { ...made, abilities: { ...made.abilities, edit: false, prepare: false, release: true } };
  };
  beforeEach(() => {
    server.answers[`GET ${path}`] = () => over();
    server.answers[`GET ${path}/results`] = () => ({
      items: [
        result({
          lateCount: 2,
          lateProof: {
            ...{ answeredFrom: '2026-01-01T01:51:00.000Z', answeredUntil: '2026-01-01T01:58:00.000Z' },
            ...{ heardBeforeAt: null, heardAgainAt: null, wasSilent: false, devices: 1 },
          },
        }),
      ],
      next: null,
      total: 1,
      totals,
    });
  });

  it('show marks, mark what came late, and are filtered by their totals', async () => {
    const router = await showExam('?xem=ket-qua');
    const row = within(await screen.findByRole('row', { name: /Bàn Thị Xuân/ }));
    expect(row.getByText('16,5 / 20')).toBeVisible();
    expect(row.getByText('2 câu đến trễ')).toBeVisible();
    expect(row.getByText(/Máy báo làm lúc 08:51–08:58. Máy chủ không ghi nhận/)).toBeVisible();
    expect(screen.getByText(/theo giờ của máy thì làm trong giờ/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Tải kết quả' })).toHaveAttribute(
      'href',
      `/api/v1${path}/results.csv`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Chưa đạt (2)' }));
    await waitFor(() => expect(router.state.location.search).toContain('trang-thai=failed'));
    await userEvent.click(await screen.findByRole('button', { name: 'Có câu đến trễ (2)' }));
    await waitFor(() => expect(server.sent('GET', `${path}/results`).at(-1)?.query.get('late')).toBe('true'));
  });

  it('say on paper how many of them it holds, and where all are', async () => {
    await showExam('?xem=ket-qua');
    await screen.findByRole('row', { name: /Bàn Thị Xuân/ });
    expect(screen.queryByText(/Bản in này/)).not.toBeInTheDocument();
    cleanup();
    const many = { items: [result()], next: 'x', total: 3600, totals };
    server.answers[`GET ${path}/results`] = () => many;
    await showExam('?xem=ket-qua');
    const words = await screen.findByText(
      'Bản in này chỉ có 1 trên 3.600 người. Danh sách đủ nằm trong tệp tải bằng nút Tải kết quả.',
    );
    expect(words).toHaveClass('onPaper');
  });

  it('keep a filter that is still loading when another is chosen', async () => {
    const router = await showExam('?xem=ket-qua');
    await screen.findByRole('row', { name: /Bàn Thị Xuân/ });
    const { fetch } = globalThis;
    let letThrough = () => undefined as void;
    const line = new Promise<void>((done) => (letThrough = done));
    globalThis.fetch = async (...asked) => {
      await line;
      return fetch(...asked);
    };
    await userEvent.click(screen.getByRole('button', { name: 'Chưa đạt (2)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Có câu đến trễ (2)' }));
    letThrough();
    await waitFor(() => expect(router.state.location.search).toContain('den-tre=1'));
    expect(router.state.location.search).toContain('trang-thai=failed');
  });

  it('are not released while somebody is at work or an essay waits: the button says why', async () => {
    await showExam('?xem=ket-qua');
    expect(await screen.findByText('1 người chưa nộp bài.')).toBeVisible();
    expect(screen.getByText('1 bài còn câu tự luận chưa chấm.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Công bố kết quả' }));
    expect(await screen.findByText(/Chưa công bố được/)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are released after one question, and a refusal is said where it was asked', async () => {
    const done = { ...totals, submitted: 11, marking: 0 };
    server.answers[`GET ${path}/results`] = () => ({ items: [result()], next: null, total: 1, totals: done });
    server.answers[`POST ${path}/release`] = () => refusal(409, 'candidate.not-finished');
    await showExam('?xem=ket-qua');
    await userEvent.click(await screen.findByRole('button', { name: 'Công bố kết quả' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Công bố kết quả của 11 người?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Công bố kết quả' }));
    expect(await dialog.findByRole('alert')).toBeVisible();
    server.answers[`POST ${path}/release`] = () => over();
    server.answers[`GET ${path}`] = () =>
      over({ status: 'released', releasedAt: '2026-01-01T03:00:00.000Z', releasedBy: 'Trần Phụ Trách' });
    await userEvent.click(dialog.getByRole('button', { name: 'Công bố kết quả' }));
    expect(await screen.findByText(/Đã công bố lúc 10:00 ngày 01\/01\/2026/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Công bố kết quả' })).toBeNull();
  });

  it('that do not load can be tried again in place', async () => {
    server.answers[`GET ${path}/results`] = () => refusal(503, 'service.unavailable');
    await showExam('?xem=ket-qua');
    expect(await screen.findByText('Chưa tải được kết quả')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  });
});

describe('the record', () => {
  it('says who did what, to whom and why', async () => {
    server.answers[`GET ${path}/events`] = () => ({
      items: [
        {
          id: id(40),
          kind: 'credited',
          at: '2026-11-21T02:41:12.000Z',
          actorName: 'Lò Thị Mai',
          roomName: 'Phòng 2',
          candidateName: null,
          minutes: 10,
          reason: 'Mất điện',
        },
        {
          id: id(41),
          kind: 'assigned',
          at: '2026-11-20T02:41:12.000Z',
          actorName: null,
          roomName: null,
          candidateName: null,
          minutes: null,
          reason: '+238',
        },
      ],
      next: null,
    });
    await showExam('?xem=nhat-ky');
    expect(await screen.findByText('Bù 10 phút cho cả phòng')).toBeVisible();
    expect(screen.getByText('Lý do: Mất điện')).toBeVisible();
    expect(screen.getByText('Xếp chỗ cho 238 người')).toBeVisible();
    expect(screen.getByText('Hệ thống')).toBeVisible();
  });
});
