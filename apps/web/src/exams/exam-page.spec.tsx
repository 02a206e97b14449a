// One exam: what is left to do and its one button, papers watched while they are drawn, results and their release.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import * as page from './exam-page.js';
import { candidate, exam, examId, examRoom, id, result, totals } from './exams.sample.js';

let server: ReturnType<typeof fakeServer>;
const path = `/exams/${examId}`;

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ [`GET ${path}`]: () => exam() });
});
afterEach(() => void jest.useRealTimers());

const show = (search = '') =>
  showPage({
    at: `/ky-thi/${examId}${search}`,
    path: '/ky-thi/:examId',
    words: ['exams', 'places'],
    module: page,
    others: ['/coi-thi/:examId'],
  });
const steps = async () =>
  within(await screen.findByRole('region', { name: 'Việc cần làm trước khi thi' })).getAllByRole('listitem');

describe('the checklist', () => {
  it('says of each step whether it is done, with the one button that does it', async () => {
    server.answers[`GET ${path}`] = () =>
      exam({ unassigned: 12, rooms: [examRoom({ invigilator: null, assigned: 0 })] });
    await show();
    const [rooms, invigilators, seats, papers, codes] = await steps();
    expect(rooms).toHaveTextContent('Xong. 1 phòng, đủ chỗ cho mọi thí sinh.');
    expect(invigilators).toHaveTextContent('Chưa xong. 1 phòng chưa có giám thị.');
    expect(seats).toHaveTextContent('12 người chưa có phòng.');
    expect(papers).toHaveTextContent('12 người chưa có đề.');
    expect(codes).toHaveTextContent('1 phòng chưa in mã từ máy này.');
    expect(
      screen.getByText('Còn 4 việc trước khi thi. Điểm danh mở lúc 07:30 ngày 28/11/2099.'),
    ).toBeVisible();
  });

  it('seats everybody at a press, and says so after the answer', async () => {
    let isSeated = false;
    server.answers[`GET ${path}`] = () =>
      exam({ unassigned: isSeated ? 0 : 12, rooms: [examRoom({ assigned: 0 })] });
    server.answers[`POST ${path}/assign`] = () => {
      isSeated = true;
      return exam();
    };
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Xếp chỗ' }));
    expect(await screen.findByText('Đã xếp chỗ cho mọi thí sinh.')).toBeVisible();
    expect(await screen.findByText(/Cả 12 thí sinh đều có phòng/)).toBeVisible();
  });

  it('says how many seats lack before anybody presses, and why the server refused', async () => {
    server.answers[`GET ${path}`] = () =>
      exam({ unassigned: 12, rooms: [examRoom({ capacity: 5, assigned: 0 })] });
    server.answers[`POST ${path}/assign`] = () => refusal(422, 'exam.seats-missing');
    await show();
    expect((await steps())[2]).toHaveTextContent('Còn thiếu 7 chỗ.');
    await userEvent.click(screen.getByRole('button', { name: 'Xếp chỗ' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Các phòng chưa đủ chỗ.');
  });

  it('looks every two seconds while papers are drawn, and stops when all are there', async () => {
    jest.useFakeTimers();
    let done = 3;
    const preparation = () => ({ requestedAt: '2026-11-21T00:00:00.000Z', done, total: 12 });
    server.answers[`GET ${path}`] = () => exam({ preparedCount: done, preparation: preparation() });
    await show();
    expect(await screen.findByRole('progressbar', { name: 'Rút đề' })).toHaveAttribute('aria-valuenow', '3');
    done = 12;
    await act(() => jest.advanceTimersByTimeAsync(2_100));
    expect((await steps())[3]).toHaveTextContent('Đủ 12 đề, niêm phong đến giờ thi.');
    const asked = server.sent('GET', path).length;
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(server.sent('GET', path)).toHaveLength(asked);
  });

  it('says after all papers are drawn that they are, and no longer that the server will draw them', async () => {
    let done = 0;
    let isAsked = false;
    const preparation = () => (isAsked ? { requestedAt: '2026-11-21T00:00:00.000Z', done, total: 12 } : null);
    server.answers[`GET ${path}`] = () => exam({ preparedCount: done, preparation: preparation() });
    server.answers[`POST ${path}/prepare`] = () => {
      isAsked = true;
      return exam({ preparedCount: 0, preparation: preparation() });
    };
    await show();
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
    await user.click(await screen.findByRole('button', { name: 'Rút đề' }));
    expect(await screen.findByText('Máy chủ đã nhận việc rút đề.')).toBeVisible();
    done = 12;
    await act(() => jest.advanceTimersByTimeAsync(2_100));
    expect(await screen.findByText('Đã rút đề cho mọi thí sinh.')).toBeVisible();
    expect(screen.queryByText('Máy chủ đã nhận việc rút đề.')).toBeNull();
  });

  it('is not there for what cannot be done any more', async () => {
    const over = exam({ status: 'over' });
    server.answers[`GET ${path}`] = () => ({
      ...over,
      abilities: { ...over.abilities, edit: false, prepare: false },
    });
    await show();
    expect(await screen.findByText(/Đã hết giờ. Xem kết quả/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Việc cần làm trước khi thi' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Sửa kỳ thi' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Mở bảng giám thị' })).toHaveAttribute(
      'href',
      `/coi-thi/${examId}`,
    );
  });
});

describe('the candidates', () => {
  beforeEach(() => {
    server.answers[`GET ${path}`] = () =>
      exam({
        unassigned: 1,
        candidateCount: 2,
        rooms: [examRoom(), examRoom({ id: id(51), name: 'Phòng 2', assigned: 3 })],
      });
    const loose = candidate({ id: id(71), fullName: 'Sùng Đến Sau', roomId: null });
    server.answers[`GET ${path}/candidates`] = ({ query }) =>
      query.get('roomId') === 'none'
        ? { items: [loose], next: null, total: 1 }
        : { items: [candidate(), loose], next: null, total: 2 };
  });

  it('without a room stand before all others, and are given one', async () => {
    server.answers[`PUT ${path}/candidates/${id(71)}/room`] = () => candidate();
    await show('?xem=thi-sinh');
    expect(await screen.findByRole('heading', { name: '1 người chưa có phòng' })).toBeVisible();
    const [first] = screen.getAllByRole('button', { name: 'Chuyển phòng: Sùng Đến Sau' });
    if (!first) throw new Error('no button');
    await userEvent.click(first);
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Chuyển phòng' }));
    expect(dialog.getByRole('combobox')).toHaveAccessibleDescription(/Chọn phòng trong danh sách/);
    await userEvent.type(dialog.getByRole('combobox'), 'phong 2');
    await userEvent.click(await dialog.findByRole('option', { name: /Phòng 2/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Chuyển phòng' }));
    expect(await screen.findByText('Đã chuyển Sùng Đến Sau sang Phòng 2.')).toBeVisible();
    expect(server.sent('PUT', `${path}/candidates/${id(71)}/room`)[0]?.body).toEqual({
      roomId: id(51),
      reason: '',
    });
  });

  it('are filtered by the room that the address names', async () => {
    await show(`?xem=thi-sinh&phong=${id(51)}`);
    expect(await screen.findByText('Bàn Thị Xuân')).toBeVisible();
    expect(server.sent('GET', `${path}/candidates`).map(({ query }) => query.get('roomId'))).toEqual([
      id(51),
    ]);
  });
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
    const router = await show('?xem=ket-qua');
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

  it('keep a filter that is still loading when another is chosen', async () => {
    const router = await show('?xem=ket-qua');
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
    await show('?xem=ket-qua');
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
    await show('?xem=ket-qua');
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
    await show('?xem=ket-qua');
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
    await show('?xem=nhat-ky');
    expect(await screen.findByText('Bù 10 phút cho cả phòng')).toBeVisible();
    expect(screen.getByText('Lý do: Mất điện')).toBeVisible();
    expect(screen.getByText('Xếp chỗ cho 238 người')).toBeVisible();
    expect(screen.getByText('Hệ thống')).toBeVisible();
  });
});
