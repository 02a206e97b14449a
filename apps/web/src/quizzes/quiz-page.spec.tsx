// Before a test: the rule in words, what stands in the way, and the start.
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Me, Quiz } from '@onetouch/contract';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { setMe } from '../platform/session.js';
import { sampleState } from './attempt.sample.js';
import { failed, quiz, sent, serve } from './quiz.sample.js';

const others = [patterns.attempt, patterns.course, patterns.certificate, patterns.lesson, patterns.quiz];
async function openQuiz(change: Partial<Quiz> = {}) {
  serve({ 'GET /enrolments/e1/quizzes/l9': { ...quiz, ...change } });
  const router = await showPage({
    at: paths.quiz('e1', 'l9'),
    path: patterns.quiz,
    words: ['quizzes'],
    module: await import('./quiz-page.js'),
    others: others.filter((other) => other !== patterns.quiz),
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
}
beforeEach(() => setMe({ id: 'lan', fullName: 'Lê Thị Lan' } as Me));

describe('before a test', () => {
  it('the rule stands there in plain words, with the name that the certificate will carry', async () => {
    await openQuiz();
    expect(screen.getByText(/Đạt khi đúng từ 16 trên 20 câu \(80%\)/)).toBeVisible();
    expect(screen.getByText(/Được làm 3 lần.*cách nhau ít nhất 4 giờ/)).toBeVisible();
    expect(screen.getByText('Lê Thị Lan')).toBeVisible();
    expect(screen.getByText('Chưa làm lần nào.')).toBeVisible();
  });

  it('starting leads to the attempt that the server made', async () => {
    const router = await openQuiz();
    serve({ 'POST /enrolments/e1/quizzes/l9/attempts': { id: 'a7', state: sampleState() } });
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu làm bài' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.attempt('a7')));
    expect(sent.filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  it('a refusal is said in words and the button stays', async () => {
    await openQuiz();
    const refusal = { code: 'quiz.no-attempts-left', title: '', status: 409 };
    serve({
      'POST /enrolments/e1/quizzes/l9/attempts': new Response(JSON.stringify(refusal), { status: 409 }),
      'GET /enrolments/e1/quizzes/l9': quiz,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu làm bài' }));
    expect(await screen.findByText('Đã hết lượt làm bài kiểm tra này.')).toBeVisible();
  });

  it('a locked test names the lessons to finish, each a link', async () => {
    await openQuiz({ lockedBy: [{ lessonId: 'l2', title: { vi: 'Giữ mật khẩu', en: 'Passwords' } }] });
    expect(screen.queryByRole('button', { name: 'Bắt đầu làm bài' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Giữ mật khẩu' })).toHaveAttribute(
      'href',
      paths.lesson('e1', 'l2'),
    );
  });

  it('during the pause it says until when, and how many attempts are left', async () => {
    await openQuiz({ nextAttemptAt: new Date(Date.now() + 3_600_000).toISOString(), attemptsLeft: 2 });
    expect(screen.getByText(/Lần tới làm được từ \d\d:\d\d/)).toBeVisible();
    expect(screen.getByText(/Còn 2 lần/)).toBeVisible();
  });

  it('an open attempt is continued, not started again', async () => {
    const open = { ...failed, id: 'a2', number: 2, submittedAt: null, points: null, hasPassed: null };
    await openQuiz({ attempts: [failed, open], openAttemptId: 'a2', attemptsLeft: 1 });
    expect(screen.getByRole('link', { name: 'Làm tiếp lần 2' })).toHaveAttribute('href', paths.attempt('a2'));
    expect(screen.getByRole('link', { name: 'Xem kết quả lần 1' })).toHaveAttribute(
      'href',
      paths.result('a1'),
    );
  });
});

describe('a test with a clock and a window', () => {
  const timed = { ...quiz.rule, timeLimitMinutes: 45, attemptsAllowed: 1, navigation: 'one-way' as const };

  it('says the limit with the own extension, one way, and how often with what was granted', async () => {
    await openQuiz({ rule: timed, timeLimitMinutes: 60, attemptsAllowed: 2 });
    expect(
      screen.getByText(/Làm trong 1 giờ, đồng hồ chạy theo máy chủ.*gửi thêm trong 30 phút/),
    ).toBeVisible();
    expect(screen.getByText(/bạn được thêm 15 phút/)).toBeVisible();
    expect(screen.getByText(/sang câu sau thì không quay lại/)).toBeVisible();
    expect(screen.getByText(/Được làm 2 lần. Trong đó bạn được thêm 1 lần/)).toBeVisible();
  });

  it('says from when to when it is open, and cannot be started before or after', async () => {
    const hour = 3_600_000;
    const opensAt = new Date(Date.now() + hour).toISOString();
    const closesAt = new Date(Date.now() + 2 * hour).toISOString();
    await openQuiz({ rule: { ...timed, opensAt, closesAt } });
    expect(screen.getByText(/Mở từ .* đến /)).toBeVisible();
    expect(screen.getByText(/Bài kiểm tra mở lúc/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Bắt đầu làm bài' })).not.toBeInTheDocument();
    cleanup();
    await openQuiz({ rule: { ...timed, closesAt: new Date(Date.now() - hour).toISOString() } });
    expect(screen.getByText(/Bài kiểm tra đã đóng lúc/)).toBeVisible();
  });

  it('asks for the access code, and says at the field when it is not right', async () => {
    await openQuiz({ needsAccessCode: true });
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu làm bài' }));
    const field = screen.getByLabelText('Mã vào bài');
    expect(field).toHaveAccessibleDescription(/Nhập mã vào bài trước/);
    const refusal = { code: 'quiz.access-code', title: '', status: 403 };
    serve({
      'POST /enrolments/e1/quizzes/l9/attempts': new Response(JSON.stringify(refusal), { status: 403 }),
    });
    await userEvent.type(field, 'sai');
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu làm bài' }));
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Mã vào bài chưa đúng/));
  });

  it('marks the attempt that counts, and one that waits for its mark', async () => {
    const second = { ...failed, id: 'a2', number: 2, points: null, hasPassed: null };
    await openQuiz({ attempts: [failed, second], countingAttemptId: 'a1' });
    const [newest, oldest] = screen
      .getAllByRole('listitem')
      .filter((item) => /Lần \d/.test(item.textContent));
    expect(newest).toHaveTextContent('Chưa có kết quả');
    expect(oldest).toHaveTextContent('Được tính');
  });
});
