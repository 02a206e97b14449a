// An attempt on exam day: the server's clock, more time, a pause, another device, and an end that may come without a network.
import type { Attempt } from '@onetouch/contract';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { deviceId } from '../platform/device-id.js';
import { openOutboxDatabase } from '../platform/outbox-database.js';
import { emptyStatus, flush, publishStatus, registerSender } from '../platform/outbox.js';
import { forgetServerClock } from '../platform/server-clock.js';
import { setMe } from '../platform/session.js';
import { attemptId, lan, sampleAttempt, sampleState, savedAs, SmallServer } from './attempt.sample.js';

const tables = openOutboxDatabase();
const minutes = (count: number) => count * 60_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const endingIn = (ms: number, rule = {}, change: Partial<Attempt> = {}) =>
  new SmallServer(
    sampleAttempt({
      ...change,
      rule: { ...sampleAttempt().rule, timeLimitMinutes: 45, ...rule },
      state: sampleState({ deadlineAt: inMs(ms), device: deviceId() }),
    }),
  );
/** Opens the attempt; it listens to signs of coming back then. */
const open = async () => {
  const listening = jest.spyOn(window, 'addEventListener');
  const router = await showPage({
    at: paths.attempt(attemptId),
    path: patterns.attempt,
    words: ['quizzes'],
    module: await import('./attempt-page.js'),
    others: [patterns.result, patterns.quiz, patterns.sitting],
  });
  await screen.findByRole('banner');
  await waitFor(() => expect(listening).toHaveBeenCalledWith('pageshow', expect.any(Function)));
  listening.mockRestore();
  return router;
};
const option = (name: string) => screen.getByLabelText(new RegExp(name));
const digits = () => (screen.getByRole('timer').textContent ?? '').replace(/^\D+/, '');
/** A sign of life, as when the page comes back. */
const comeBack = () => act(async () => void dispatchEvent(new Event('pageshow')));
/** A sign of life brings an earlier end, and after it nothing gets through. */
const endsSoon = async (server: SmallServer) => {
  server.goesAfterBeat = true;
  server.say({ deadlineAt: inMs(2_000) });
  await comeBack();
  await waitFor(() => expect(server.isReachable).toBe(false));
  server.goesAfterBeat = false;
};
const heard = () => screen.getAllByRole('status').map((one) => one.textContent);

describe('an attempt on exam day', () => {
  beforeEach(async () => {
    registerSender('answer', () => import('./send-answer.js'));
    sessionStorage.clear();
    forgetServerClock();
    await tables.items.clear();
    await tables.refused.clear();
    publishStatus(emptyStatus);
    setMe(lan);
    window.requestAnimationFrame = (work) => setTimeout(() => work(0), 0) as unknown as number;
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    cleanup();
    await flush();
  });

  it('shows how long is left by the clock of the server, whatever the clock of the device says', async () => {
    const server = endingIn(minutes(12) + 55_000);
    const real = Date.now.bind(Date);
    /** How far the clock on the page is off, in seconds. */
    const off = () => {
      const [min = 0, sec = 0] = digits().split(':').map(Number);
      return Math.abs(min * 60 + sec - (Date.parse(server.state.deadlineAt ?? '') - real()) / 1_000);
    };
    const isRight = () => waitFor(() => expect(off()).toBeLessThan(1.5));
    await open();
    await isRight();
    const before = digits();
    jest.spyOn(Date, 'now').mockImplementation(() => real() - 3_600_000);
    await waitFor(() => expect(digits()).not.toBe(before));
    await isRight();
    expect(screen.getByRole('timer')).toHaveAccessibleName('Còn lại khoảng 13 phút');
  });

  it('has no clock where there is no end', async () => {
    new SmallServer();
    await open();
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  });

  it('reads the time out at ten, five and one minutes only, and is calm until the last', async () => {
    const server = endingIn(minutes(12));
    const monotonic = performance.now.bind(performance);
    await open();
    expect(heard()).not.toContain('Còn 10 phút.');
    // Nothing measures the clock anew.
    server.isReachable = false;
    const [min = 0, sec = 0] = digits().split(':').map(Number);
    const toTheMark = minutes(min - 10) + sec * 1_000;
    jest.spyOn(performance, 'now').mockImplementation(() => monotonic() + toTheMark);
    await waitFor(() => expect(heard()).toContain('Còn 10 phút.'));
    expect(screen.getByRole('timer').className).not.toContain('last');
    cleanup();
    jest.restoreAllMocks();
    forgetServerClock();
    endingIn(59_000);
    await open();
    expect(screen.getByRole('timer').className).toContain('last');
  });

  it('says calmly that minutes were added, as soon as an answer or a sign of life brings it', async () => {
    const server = endingIn(minutes(5));
    await open();
    const { deadlineAt } = server.state;
    server.say({ deadlineAt: new Date(Date.parse(deadlineAt ?? '') + minutes(10)).toISOString() });
    await userEvent.click(option('Đáp án a của 1'));
    expect(await screen.findByText('Được cộng 10 phút.')).toBeVisible();
    expect(digits()).toMatch(/^1[45]:/);
    await userEvent.click(screen.getByRole('button', { name: 'Đóng dòng này' }));
    expect(screen.queryByText('Được cộng 10 phút.')).not.toBeInTheDocument();
  });

  it('stands still and shows no question while the invigilator pauses, and goes on where it was', async () => {
    const server = endingIn(minutes(5));
    await open();
    server.say({ pausedAt: new Date().toISOString() });
    await comeBack();
    const sheet = await screen.findByRole('dialog', { name: 'Giám thị tạm dừng' });
    expect(within(sheet).getByText(/Đồng hồ đứng yên/)).toBeVisible();
    expect(within(sheet).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByText('Nội dung 1?')).not.toBeInTheDocument();
    const before = digits();
    await act(() => new Promise((resolve) => setTimeout(resolve, 1_300)));
    expect(digits()).toBe(before);
    server.say({ pausedAt: null });
    await comeBack();
    expect(await screen.findByText('Nội dung 1?')).toBeVisible();
    expect(screen.getByText(/Làm tiếp được rồi/)).toBeVisible();
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('tells the first device that another goes on, and comes back by one press', async () => {
    const server = endingIn(minutes(5));
    await open();
    server.say({ device: 'another-device' });
    await comeBack();
    const sheet = await screen.findByRole('dialog', { name: 'Bài đang làm ở máy khác' });
    expect(screen.queryByText('Nội dung 1?')).not.toBeInTheDocument();
    server.saved.set('q1', savedAs({ questionId: 'q1', optionIds: ['c'], sequence: 4 }));
    await userEvent.click(within(sheet).getByRole('button', { name: 'Làm tiếp ở máy này' }));
    await waitFor(() => expect(option('Đáp án c của 1')).toBeChecked());
    expect(server.beats).toContainEqual(expect.objectContaining({ takesOver: true, device: deviceId() }));
  });

  it('goes on from another device without asking when somebody opens it there, and not when a page is merely read again', async () => {
    const server = endingIn(minutes(5));
    server.say({ device: 'another-device' });
    server.attempt.state = { ...server.state };
    await open();
    await waitFor(() => expect(server.beats.some(({ takesOver }) => takesOver)).toBe(true));
    cleanup();
    server.beats.length = 0;
    server.say({ device: 'another-device' });
    await open();
    expect(await screen.findByRole('dialog', { name: 'Bài đang làm ở máy khác' })).toBeVisible();
    expect(server.beats.filter(({ takesOver }) => takesOver)).toEqual([]);
  });

  it('sends with each answer when it was given by the clock of the server, and on which device', async () => {
    const server = endingIn(minutes(5));
    await open();
    const before = Date.now();
    await userEvent.click(option('Đáp án b của 1'));
    await waitFor(() => expect(server.bodies).toHaveLength(1));
    const after = Date.now();
    const [body] = server.bodies;
    expect(body?.device).toBe(deviceId());
    // The clock of the server is known as exactly as a request is quick.
    const doubt = 30_000;
    expect(Date.parse(body?.answeredAt ?? '')).toBeGreaterThan(before - doubt);
    expect(Date.parse(body?.answeredAt ?? '')).toBeLessThan(after + doubt);
  });

  it('hands in by itself when the time is up, and leads to the result', async () => {
    const server = endingIn(minutes(5));
    const router = await open();
    await userEvent.click(option('Đáp án a của 1'));
    await waitFor(() => expect(server.saved.has('q1')).toBe(true));
    server.say({ deadlineAt: inMs(1_500) });
    await comeBack();
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
    expect(server.saved.get('q1')).toMatchObject({ optionIds: ['a'] });
    expect(server.submissions).toBe(1);
  });

  it('loses nothing when the time is up without a network: says until when, keeps trying, and never hands in before all is there', async () => {
    const server = endingIn(minutes(5));
    const router = await open();
    server.refusal = { code: 'service.unavailable', status: 503 };
    await userEvent.click(option('Đáp án a của 1'));
    await endsSoon(server);
    const sheet = await screen.findByRole('dialog', { name: 'Hết giờ làm bài' });
    expect(await within(sheet).findByText(/1 câu đã cất trên máy này vẫn được chấm/)).toHaveTextContent(
      /Không mất bài.*trong 30 phút, trước \d\d:\d\d/,
    );
    expect(server.submissions).toBe(0);
    server.refusal = null;
    server.isReachable = true;
    server.say({ submittedAt: inMs(0), closedBy: 'deadline' });
    await act(async () => void dispatchEvent(new Event('online')));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
    const late = server.bodies.at(-1);
    expect(Date.parse(late?.answeredAt ?? '')).toBeLessThanOrEqual(Date.parse(server.state.deadlineAt ?? ''));
    expect(server.saved.get('q1')).toMatchObject({ optionIds: ['a'] });
  });

  it('is not handed in by the clock while the server answers everything but takes no answer yet', async () => {
    const server = endingIn(minutes(5));
    const router = await open();
    server.refusal = { code: 'service.unavailable', status: 503 };
    await userEvent.click(option('Đáp án a của 1'));
    server.say({ deadlineAt: inMs(0) });
    await comeBack();
    const sheet = await screen.findByRole('dialog', { name: 'Hết giờ làm bài' });
    await within(sheet).findByText(/1 câu đã cất trên máy này vẫn được chấm/);
    // A submission would shut the door on the answer that waits; the end by the clock keeps it open.
    expect(server.submissions).toBe(0);
    server.refusal = null;
    server.say({ submittedAt: inMs(0), closedBy: 'deadline' });
    await act(async () => void dispatchEvent(new Event('online')));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
    expect(server.saved.get('q1')).toMatchObject({ optionIds: ['a'] });
  });

  it('sends what was being written when the time ran out as given in time', async () => {
    const [first] = sampleAttempt().questions;
    const questions = first ? [{ ...first, kind: 'essay' as const, options: [], maxWords: 50 }] : [];
    const server = endingIn(minutes(5), {}, { questions });
    const router = await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Nội dung 1?' }), 'Đang viết');
    server.say({ deadlineAt: inMs(0) });
    await comeBack();
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
    expect(server.saved.get('q1')).toMatchObject({ text: 'Đang viết' });
    const sent = server.bodies.at(-1)?.answeredAt ?? '';
    expect(Date.parse(sent)).toBeLessThanOrEqual(Date.parse(server.state.deadlineAt ?? ''));
  });

  it('goes on when minutes are added after the time was up', async () => {
    const server = endingIn(minutes(5));
    await open();
    await endsSoon(server);
    await screen.findByRole('dialog', { name: 'Hết giờ làm bài' });
    server.isReachable = true;
    server.say({ deadlineAt: inMs(minutes(10)) });
    await act(async () => void dispatchEvent(new Event('online')));
    expect(await screen.findByText('Nội dung 1?')).toBeVisible();
    expect(digits()).toMatch(/^(10:00|09:\d\d)$/);
    expect(server.submissions).toBe(0);
  });

  it('leads to the new attempt when the invigilator lets somebody start over, and takes nothing more here', async () => {
    const server = new SmallServer(
      sampleAttempt({
        examId: 'x1',
        state: sampleState({ deadlineAt: inMs(minutes(30)), device: deviceId() }),
      }),
    );
    const router = await open();
    server.say({ voidedAt: new Date().toISOString() });
    await comeBack();
    const sheet = await screen.findByRole('dialog', { name: 'Giám thị cho làm lại từ đầu' });
    expect(within(sheet).getByText(/được giữ lại nhưng không tính điểm/)).toBeVisible();
    await userEvent.click(within(sheet).getByRole('button', { name: 'Sang bài mới' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.sitting('s1')));
  });

  it('says it when the invigilator ended the attempt', async () => {
    const server = endingIn(minutes(5));
    await open();
    server.say({ submittedAt: inMs(0), closedBy: 'invigilator' });
    await comeBack();
    expect(await screen.findByText(/Giám thị đã kết thúc bài này/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem kết quả' })).toHaveAttribute(
      'href',
      paths.result(attemptId),
    );
  });
});
