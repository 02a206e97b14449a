// What a rule makes of the attempt page: one way, several questions on a page, essays, and feedback at once.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Attempt } from '@onetouch/contract';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { openOutboxDatabase } from '../platform/outbox-database.js';
import { emptyStatus, flush, publishStatus, registerSender } from '../platform/outbox.js';
import { setMe } from '../platform/session.js';
import { attemptId, lan, sampleAttempt, savedAs, SmallServer } from './attempt.sample.js';

const tables = openOutboxDatabase();
const serve = (rule: Partial<Attempt['rule']>, change: Partial<Attempt> = {}) =>
  new SmallServer(sampleAttempt({ rule: { ...sampleAttempt().rule, ...rule }, ...change }));
const open = async () => {
  await showPage({
    at: paths.attempt(attemptId),
    path: patterns.attempt,
    words: ['quizzes'],
    module: await import('./attempt-page.js'),
    others: [patterns.result, patterns.quiz],
  });
  await screen.findByRole('heading', { level: 1 });
};
const option = (name: string) => screen.getByLabelText(new RegExp(name));
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const palette = () => screen.getByRole('navigation', { name: 'Các câu' });
const essay = sampleAttempt().questions.map((question, index) =>
  index === 0 ? { ...question, kind: 'essay' as const, options: [], maxWords: 5 } : question,
);

describe('an attempt by its rule', () => {
  beforeEach(async () => {
    registerSender('answer', () => import('./send-answer.js'));
    sessionStorage.clear();
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

  it('goes one way: says so before the first question is left, makes it final, and offers no way back', async () => {
    const server = serve({ navigation: 'one-way' });
    await open();
    await userEvent.click(option('Đáp án a của 1'));
    await press(/^Câu 2/);
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText(/sang câu sau thì không quay lại được/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sang câu sau' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Nội dung 2?' })).toBeVisible();
    await waitFor(() => expect(server.saved.get('q1')).toMatchObject({ optionIds: ['a'], isFinal: true }));
    expect(screen.queryByRole('button', { name: /^Câu 1/ })).not.toBeInTheDocument();
    expect(within(palette()).queryByRole('button', { name: /^Câu/ })).not.toBeInTheDocument();
    await userEvent.click(option('Đáp án b của 2'));
    await press(/^Câu 3/);
    expect(await screen.findByRole('heading', { level: 1, name: 'Nội dung 3?' })).toBeVisible();
  });

  it('asks again before an empty question is left for good', async () => {
    sessionStorage.setItem(`onetouch.one-way.${attemptId}`, '1');
    const server = serve({ navigation: 'one-way' });
    await open();
    await press(/^Câu 2/);
    expect(within(screen.getByRole('dialog')).getByText('Chưa trả lời câu 1.')).toBeVisible();
    await press('Ở lại câu này');
    expect(screen.getByRole('heading', { level: 1, name: 'Nội dung 1?' })).toBeVisible();
    expect(server.saved.size).toBe(0);
  });

  it('opens one way at the first question that was not left', async () => {
    serve(
      { navigation: 'one-way' },
      { answers: [savedAs({ questionId: 'q1', optionIds: ['a'], isFinal: true })] },
    );
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Nội dung 2?' })).toBeVisible();
  });

  it('shows several questions on a page, each with its own receipt', async () => {
    serve({ questionsPerPage: 2 });
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Câu 1 đến 2 trên 3' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: 'Nội dung 2?' })).toBeVisible();
    await userEvent.click(option('Đáp án a của 1'));
    await userEvent.click(option('Đáp án b của 2'));
    expect(await screen.findByText('Máy chủ đã nhận câu 1')).toBeVisible();
    expect(await screen.findByText('Máy chủ đã nhận câu 2')).toBeVisible();
    await press(/^Câu 3(?!,)/);
    expect(await screen.findByRole('heading', { level: 1, name: 'Nội dung 3?' })).toBeVisible();
    await userEvent.click(within(palette()).getByRole('button', { name: /^Câu 2,/ }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Nội dung 2?' })).toHaveFocus();
  });

  it('counts the words of an essay, keeps it while it is written, and sends it when the person turns elsewhere', async () => {
    const server = serve({}, { questions: essay });
    await open();
    const field = screen.getByRole('textbox', { name: 'Nội dung 1?' });
    fireEvent.change(field, { target: { value: 'Gác máy rồi kể với người nhà' } });
    expect(screen.getByText('7 trên 5 chữ, dài quá 2 chữ')).toBeVisible();
    fireEvent.change(field, { target: { value: 'Gác máy ngay n' } });
    expect(screen.getByText('4 trên 5 chữ')).toBeVisible();
    expect(server.bodies).toHaveLength(0);
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('Gác máy ngay n'));
    fireEvent.blur(field);
    await waitFor(() => expect(server.saved.get('q1')).toMatchObject({ text: 'Gác máy ngay n' }));
    expect(field).toHaveValue('Gác máy ngay n');
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('Gác máy ngay n'));
  });

  it('writes letters into an essay and does not take them for shortcuts', async () => {
    serve({}, { questions: essay });
    await open();
    await userEvent.type(screen.getByRole('textbox'), 'n1f');
    expect(screen.getByRole('textbox')).toHaveValue('n1f');
    expect(screen.getByRole('heading', { level: 1, name: 'Nội dung 1?' })).toBeVisible();
  });

  it('opens with an essay that was being written when the browser was closed', async () => {
    const draft = JSON.stringify({ text: 'Đang viết dở', sequence: 0 });
    localStorage.setItem(`onetouch.draft.lan.${attemptId}.q1`, draft);
    const server = serve({}, { questions: essay });
    await open();
    expect(screen.getByRole('textbox')).toHaveValue('Đang viết dở');
    await waitFor(() => expect(server.saved.get('q1')).toMatchObject({ text: 'Đang viết dở' }));
  });

  it('tells at once how an answer did, after it was made final', async () => {
    const server = serve({ feedback: 'at-once' });
    server.feedback = { isRight: false, points: 0, correct: ['b'], explanation: 'Ngân hàng không hỏi mã.' };
    await open();
    expect(screen.queryByRole('button', { name: 'Trả lời' })).not.toBeInTheDocument();
    await userEvent.click(option('Đáp án a của 1'));
    expect(screen.queryByText('Chưa đúng.')).not.toBeInTheDocument();
    await press('Trả lời');
    expect(await screen.findByText('Chưa đúng.')).toBeVisible();
    expect(screen.getByText('Ngân hàng không hỏi mã.')).toBeVisible();
    expect(option('Đáp án b của 1')).toBeDisabled();
    expect(screen.getByText('Đáp án đúng')).toBeInTheDocument();
    cleanup();
    await act(flush);
    await open();
    await userEvent.click(within(palette()).getByRole('button', { name: /^Câu 1,/ }));
    expect(await screen.findByText('Ngân hàng không hỏi mã.')).toBeVisible();
  });

  it('does not tell how an answer did before the server has', async () => {
    const server = serve({ feedback: 'at-once' });
    server.feedback = { isRight: true, points: 1_000, correct: null, explanation: '' };
    await open();
    await userEvent.click(option('Đáp án a của 1'));
    await screen.findByText('Máy chủ đã nhận câu 1');
    server.isReachable = false;
    await press('Trả lời');
    expect(await screen.findByText(/Có mạng sẽ biết đúng hay chưa/)).toBeVisible();
    server.isReachable = true;
    await act(flush);
    expect(await screen.findByText('Đúng.')).toBeVisible();
  });

  it('shows what the server has when an answer comes for a question that is final elsewhere', async () => {
    const server = serve({});
    await open();
    server.refusal = { code: 'attempt.answer-final', status: 409 };
    await userEvent.click(option('Đáp án a của 1'));
    expect(await screen.findByText('Câu này đã chốt nên không đổi được nữa.')).toBeVisible();
    expect(option('Đáp án a của 1')).not.toBeChecked();
  });
});
