// Marking essays: the queue, one essay after the other, points as people type them, the decider.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { attemptId, courseId, longName, questionId, task } from './marking.sample.js';
import * as queuePage from './queue-page.js';
import * as taskPage from './task-page.js';
import { parsePoints, typedPoints } from '../platform/typed-points.js';

const path = `/marking/${attemptId}/${questionId}`;
const nextTask = { attemptId: '0190c8f0-0000-7000-8000-000000000032', questionId };
const course = { courseId, courseTitle: task().courseTitle, waiting: 2 };
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    'GET /marking': () => ({
      items: [task(), task({ ...nextTask, isDecider: true })],
      ...{ next: null, total: 2, courses: [course] },
    }),
    [`GET ${path}`]: () => task({ nextTask }),
    [`GET /marking/${nextTask.attemptId}/${questionId}`]: () => task(nextTask),
    [`PUT ${path}`]: () => task({ settled: { points: 2_750, by: 'single' }, nextTask }),
  });
});

const showQueue = () =>
  showPage({
    at: '/cham-bai',
    path: '/cham-bai',
    words: ['marking'],
    module: queuePage,
    others: ['/cham-bai/:attemptId/:questionId'],
  });
const showTask = () =>
  showPage({
    at: `/cham-bai/${attemptId}/${questionId}`,
    path: '/cham-bai/:attemptId/:questionId',
    words: ['marking'],
    module: taskPage,
    others: ['/cham-bai'],
  });

describe('the queue of essays', () => {
  it('begins with the oldest and says where this mark decides', async () => {
    await showQueue();
    const begin = await screen.findByRole('link', { name: 'Chấm bài đầu tiên' });
    expect(begin).toHaveAttribute('href', `/cham-bai/${attemptId}/${questionId}`);
    expect(screen.getByText('Cần bạn quyết định')).toBeVisible();
    expect(screen.getByText('2 bài đang chờ')).toBeVisible();
  });

  it('of several courses can be asked for one, and the essays go on with that one', async () => {
    const other = { ...course, courseId: nextTask.attemptId, courseTitle: { vi: 'Khóa khác', en: 'Other' } };
    const courses = [course, { ...other, waiting: 5 }];
    server.answers['GET /marking'] = () => ({ items: [task()], next: null, total: 2, courses });
    const router = await showQueue();
    const filter = await screen.findByRole('combobox', { name: 'Khóa học' });
    expect(within(filter).getByRole('option', { name: 'Khóa khác (5)' })).toBeVisible();
    await userEvent.selectOptions(filter, `${task().courseTitle.vi} (2)`);
    await waitFor(() => expect(router.state.location.search).toBe(`?khoa=${courseId}`));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Chấm bài đầu tiên' })).toHaveAttribute(
        'href',
        `/cham-bai/${attemptId}/${questionId}?khoa=${courseId}`,
      ),
    );
    server.answers['GET /marking'] = () => ({ items: [], next: null, total: 0, courses: [other] });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Khóa học' }), 'Khóa khác (5)');
    expect(await screen.findByText('Không còn bài nào của khóa này chờ chấm')).toBeVisible();
  });

  it('says so when nothing waits, and can be asked again when it does not load', async () => {
    server.answers['GET /marking'] = () => refusal(503, 'service.unavailable');
    await showQueue();
    expect(await screen.findByText('Chưa tải được danh sách')).toBeVisible();
    server.answers['GET /marking'] = () => ({ items: [], next: null, total: 0, courses: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('Không còn bài nào chờ chấm')).toBeVisible();
  });
});

describe('an essay', () => {
  it('is marked by criterion from the keyboard, and the next one comes by itself', async () => {
    const router = await showTask();
    const first = await screen.findByRole('textbox', { name: /Nêu đúng việc/ });
    await userEvent.type(first, '1,25{Enter}');
    expect(screen.getByRole('textbox', { name: /Cách xử lý/ })).toHaveFocus();
    await userEvent.keyboard('1.5');
    expect(screen.getByText('2,75 / 4 điểm')).toBeVisible();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/cham-bai/${nextTask.attemptId}/${questionId}`),
    );
    expect(server.sent('PUT', path)[0]?.body).toEqual({
      criteria: [
        { criterionId: 'a', points: 1_250 },
        { criterionId: 'b', points: 1_500 },
      ],
      comment: '',
    });
    expect(await screen.findByText('Đã ghi điểm bài vừa rồi: 2,75 / 4.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Nêu đúng việc/ })).toHaveValue('');
  });

  it('takes no points beyond the criterion, and none left out', async () => {
    await showTask();
    await userEvent.type(await screen.findByRole('textbox', { name: /Nêu đúng việc/ }), '1,6');
    await userEvent.click(screen.getByRole('button', { name: 'Ghi điểm, sang bài tiếp' }));
    expect(screen.getByText('Có 2 chỗ cần sửa')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nêu đúng việc: ghi điểm từ 0 đến 1,5.' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Nêu đúng việc/ })).toHaveAccessibleDescription(
      /từ 0 đến 1,5/,
    );
    expect(server.sent('PUT', path)).toHaveLength(0);
  });

  it('gives half or all of the points by one press', async () => {
    await showTask();
    const quick = within(await screen.findByRole('group', { name: 'Chọn nhanh điểm: Cách xử lý' }));
    await userEvent.click(quick.getByRole('button', { name: '1,25' }));
    expect(screen.getByRole('textbox', { name: /Cách xử lý/ })).toHaveValue('1,25');
  });

  it('keeps what was typed when somebody else was faster', async () => {
    server.answers[`PUT ${path}`] = () => refusal(409, 'marking.done');
    await showTask();
    await userEvent.type(await screen.findByRole('textbox', { name: /Nêu đúng việc/ }), '1');
    await userEvent.type(screen.getByRole('textbox', { name: /Cách xử lý/ }), '2');
    await userEvent.click(screen.getByRole('button', { name: 'Ghi điểm, sang bài tiếp' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Cách xử lý/ })).toHaveValue('2');
  });

  it('shows the decider both marks, and the second marker none', async () => {
    const marks = [
      {
        markerName: longName,
        isOwn: false,
        points: 1_000,
        criteria: [{ criterionId: 'a', points: 1_000 }],
        comment: 'Thiếu ví dụ.',
        markedAt: '2026-11-21T02:30:00.000Z',
      },
    ];
    server.answers[`GET ${path}`] = () => task({ marks, isDecider: true, marksNeeded: 3, marksGiven: 2 });
    await showTask();
    expect(await screen.findByText(/Điểm của bạn là điểm cuối cùng/)).toBeVisible();
    expect(screen.getByText(longName)).toBeVisible();
    expect(screen.getByText('Thiếu ví dụ.')).toBeVisible();
  });

  it('that is settled shows its mark and no form', async () => {
    server.answers[`GET ${path}`] = () => task({ settled: { points: 3_250, by: 'mean' } });
    await showTask();
    const words = await screen.findByRole('link', { name: 'Về danh sách' });
    expect(words).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Ghi điểm' })).toBeNull();
  });
});

describe('typed points', () => {
  it('are thousandths, with comma or point', () => {
    expect(['2,5', '2.125', ' 3 ', '0'].map(parsePoints)).toEqual([2_500, 2_125, 3_000, 0]);
    expect(['', 'hai', '-1', '1,2345', '1e3'].map(parsePoints)).toEqual([null, null, null, null, null]);
    expect([2_500, 2_125, 3_000, 0].map(typedPoints)).toEqual(['2,5', '2,125', '3', '0']);
  });
});
