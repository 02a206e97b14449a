// The attempt as a person works on it: every choice goes up by itself, nothing is called received before the server said so.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { openOutboxDatabase } from '../platform/outbox-database.js';
import { emptyStatus, flush, publishStatus, registerSender } from '../platform/outbox.js';
import { setMe } from '../platform/session.js';
import { attemptId, lan, savedAs, SmallServer } from './attempt.sample.js';

const tables = openOutboxDatabase();
const serve = () => new SmallServer();

const open = async () => {
  const router = await showPage({
    at: paths.attempt(attemptId),
    path: patterns.attempt,
    words: ['quizzes'],
    module: await import('./attempt-page.js'),
    others: [patterns.result, patterns.quiz],
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
};
const option = (name: string) => screen.getByLabelText(new RegExp(name));
const receipt = (text: RegExp) =>
  waitFor(() =>
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContainEqual(
      expect.stringMatching(text),
    ),
  );
const palette = () => screen.getByRole('navigation', { name: 'Các câu' });
const handIn = () => screen.getByRole('dialog');

describe('an attempt', () => {
  beforeEach(async () => {
    registerSender('answer', () => import('./send-answer.js'));
    sessionStorage.clear();
    await tables.items.clear();
    await tables.refused.clear();
    publishStatus(emptyStatus);
    serve();
    setMe(lan);
    window.requestAnimationFrame = (work) => setTimeout(() => work(0), 0) as unknown as number;
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    // The page first: it must not be drawn any more by what is still sent.
    cleanup();
    await flush();
  });

  it('sends a choice by itself and shows the receipt of the server', async () => {
    const { saved } = serve();
    await open();
    await userEvent.click(option('Đáp án b của 1'));
    await receipt(/Máy chủ đã nhận câu 1 lúc 09:41:12 · biên nhận 7F2A/);
    expect(saved.get('q1')).toMatchObject({ optionIds: ['b'], sequence: 1 });
    expect(within(palette()).getByRole('button', { name: 'Câu 1, máy chủ đã nhận' })).toHaveAttribute(
      'aria-current',
      'step',
    );
  });

  it('keeps answers on the device without a network, and never calls them received', async () => {
    const server = serve();
    await open();
    server.isReachable = false;
    await userEvent.click(option('Đáp án a của 1'));
    await receipt(/Câu 1 đã cất trên máy này, chờ gửi/);
    expect(screen.queryByText(/Máy chủ đã nhận câu 1/)).not.toBeInTheDocument();
    expect(within(palette()).getByRole('button', { name: 'Câu 1, chờ gửi' })).toBeVisible();
    server.isReachable = true;
    await act(flush);
    await receipt(/Máy chủ đã nhận câu 1/);
  });

  it('opens again with what still waits on the device', async () => {
    const server = serve();
    await tables.items.add({
      personId: 'lan',
      kind: 'answer',
      key: `${attemptId}/q3`,
      payload: { optionIds: ['c'], isFlagged: true, sequence: 2 },
      enqueuedAt: '2026-11-21T02:40:00.000Z',
    } as never);
    server.saved.set('q3', savedAs({ questionId: 'q3', optionIds: ['a'], receipt: '1111' }));
    server.refusal = { code: 'service.unavailable', status: 503 };
    await open();
    const cell = within(palette()).getByRole('button', { name: 'Câu 3, chờ gửi, đã đánh dấu' });
    await userEvent.click(cell);
    expect(option('Đáp án c của 3')).toBeChecked();
    server.refusal = null;
    await act(flush);
    await waitFor(() => expect(server.saved.get('q3')).toMatchObject({ optionIds: ['c'] }));
  });

  it('is worked on with the keyboard alone: numbers answer, N and P move, F flags', async () => {
    const { saved } = serve();
    await open();
    await userEvent.keyboard('2');
    await userEvent.keyboard('n');
    expect(await screen.findByRole('heading', { level: 1, name: 'Nội dung 2?' })).toBeVisible();
    await userEvent.keyboard('13f');
    expect(option('Đáp án a của 2')).toBeChecked();
    expect(option('Đáp án c của 2')).toBeChecked();
    await userEvent.keyboard('p');
    expect(option('Đáp án b của 1')).toBeChecked();
    await waitFor(() => expect(saved.get('q2')).toMatchObject({ optionIds: ['a', 'c'], isFlagged: true }));
  });

  it('leaves single keys alone when shortcuts are switched off', async () => {
    await open();
    await userEvent.click(screen.getByText('Phím tắt'));
    await userEvent.click(screen.getByLabelText('Dùng phím tắt'));
    await userEvent.keyboard('n');
    expect(screen.getByRole('heading', { level: 1, name: 'Nội dung 1?' })).toBeVisible();
  });

  it('asks once before handing in, and names the empty and the flagged questions', async () => {
    const server = serve();
    const router = await open();
    await userEvent.keyboard('1f');
    await receipt(/Máy chủ đã nhận câu 1/);
    await userEvent.click(within(palette()).getByRole('button', { name: 'Nộp bài' }));
    expect(within(handIn()).getByText('Chưa làm 2 câu:')).toBeVisible();
    expect(within(handIn()).getByText('Đánh dấu xem lại 1 câu:')).toBeVisible();
    expect(server.submissions).toBe(0);
    await userEvent.click(within(handIn()).getByRole('button', { name: 'Nộp bài' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
    expect(server.submissions).toBe(1);
  });

  it('refuses to hand in while an answer has not reached the server', async () => {
    const server = serve();
    await open();
    server.isReachable = false;
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await userEvent.keyboard('1');
    await receipt(/đã cất trên máy này/);
    await userEvent.click(within(palette()).getByRole('button', { name: 'Nộp bài' }));
    await userEvent.click(within(handIn()).getByRole('button', { name: 'Nộp bài' }));
    expect(await within(handIn()).findByText(/Chưa nộp được: 1 câu còn chờ gửi/)).toBeVisible();
    expect(server.submissions).toBe(0);
    server.isReachable = true;
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(await within(handIn()).findByText(/Máy chủ đã nhận đủ các câu. Bấm Nộp bài/)).toBeVisible();
  });

  it('that could not be handed in says so calmly, and again in other words when the network is back', async () => {
    const server = serve();
    const router = await open();
    await userEvent.keyboard('1');
    await receipt(/Máy chủ đã nhận câu 1/);
    server.isReachable = false;
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void dispatchEvent(new Event('offline')));
    await userEvent.click(within(palette()).getByRole('button', { name: 'Nộp bài' }));
    await userEvent.click(within(handIn()).getByRole('button', { name: 'Nộp bài' }));
    expect(await within(handIn()).findByText(/Đang mất mạng nên chưa nộp được/)).toBeVisible();
    expect(within(handIn()).queryByRole('alert')).not.toBeInTheDocument();
    server.isReachable = true;
    online.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(within(handIn()).queryByText(/Đang mất mạng/)).not.toBeInTheDocument();
    expect(within(handIn()).getByText(/Máy chủ chưa trả lời.*Bấm Nộp bài lần nữa/)).toBeVisible();
    await userEvent.click(within(handIn()).getByRole('button', { name: 'Nộp bài' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
  });

  it('read again by the same tab stands at the question that was on the screen, also at the first', async () => {
    serve();
    await open();
    await userEvent.keyboard('1');
    await receipt(/Máy chủ đã nhận câu 1/);
    cleanup();
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Nội dung 1?' })).toBeVisible();
  });

  it('says which answer lost against a newer one from another device', async () => {
    const server = serve();
    await open();
    // The page reads once more when it has taken the attempt over; what comes from elsewhere comes after that.
    await waitFor(() => expect(server.reads).toBe(2));
    server.saved.set('q1', savedAs({ questionId: 'q1', optionIds: ['c'], sequence: 5, receipt: '2222' }));
    await userEvent.click(option('Đáp án a của 1'));
    expect(await screen.findByText(/Câu trả lời mới hơn từ máy khác/)).toBeVisible();
    expect(option('Đáp án c của 1')).toBeChecked();
  });

  it('shows a change made in another tab of this device', async () => {
    await open();
    const other = new BroadcastChannel(`${attemptId}/`);
    other.postMessage({
      kind: 'changed',
      questionId: 'q1',
      answer: { optionIds: ['b'], text: '', isFlagged: false, isFinal: false, sequence: 1 },
    });
    await waitFor(() => expect(option('Đáp án b của 1')).toBeChecked());
    other.close();
  });

  it('leads to the result when it is handed in already', async () => {
    serve().say({ submittedAt: '2026-11-21T02:58:00.000Z', closedBy: 'learner' });
    const router = await showPage({
      at: paths.attempt(attemptId),
      path: patterns.attempt,
      words: ['quizzes'],
      module: await import('./attempt-page.js'),
      others: [patterns.result],
    });
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.result(attemptId)));
  });
});
