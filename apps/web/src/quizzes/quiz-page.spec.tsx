// Before and after a test: the rule, what stands in the way, the verdict in words, and what to do next.
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptResult, Me, Quiz } from '@onetouch/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { setMe } from '../platform/session.js';
import { sampleState } from './attempt.sample.js';

const title = { vi: 'Bài kiểm tra cuối khóa', en: 'Final test' };
const quiz: Quiz = {
  enrolmentId: 'e1',
  lessonId: 'l9',
  courseSlug: 'an-toan',
  courseTitle: { vi: 'Dùng điện thoại an toàn', en: 'Safe phones' },
  title,
  minutes: 12,
  rule: { draw: 20, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 240, requiresLessons: true },
  needsAccessCode: false,
  timeLimitMinutes: null,
  attemptsAllowed: 3,
  passCount: 16,
  attempts: [],
  countingAttemptId: null,
  attemptsLeft: 3,
  nextAttemptAt: null,
  openAttemptId: null,
  lockedBy: [],
  hasPassed: false,
};
const question = (id: string, isRight: boolean, points = 1_000): AttemptResult['questions'][number] => ({
  question: {
    id,
    kind: 'single',
    prompt: `Nội dung ${id}?`,
    options: [
      { id: 'a', text: 'Gọi lại' },
      { id: 'b', text: 'Gác máy' },
    ],
    points,
    maxWords: null,
  },
  text: '',
  correction: null,
  comment: null,
  chosen: [isRight ? 'b' : 'a'],
  correct: ['b'],
  isRight,
  points: isRight ? points : 0,
  explanation: 'Gác máy rồi kể với người nhà.',
  review: { lessonId: 'l4', title: { vi: 'Mã OTP', en: 'One-time codes' }, minutes: 4 },
});
const failed: AttemptResult = {
  id: 'a1',
  number: 1,
  startedAt: '2026-11-21T02:30:00.000Z',
  submittedAt: '2026-11-21T02:58:00.000Z',
  closedBy: 'learner',
  points: 1_000,
  neededPoints: 3_000,
  possiblePoints: 4_000,
  hasPassed: false,
  examId: null,
  status: 'marked',
  shows: { feedback: true, key: true, nextAt: null },
  lateCount: 0,
  enrolmentId: 'e1',
  lessonId: 'l9',
  courseSlug: 'an-toan',
  courseTitle: quiz.courseTitle,
  title,
  receipt: '4D08',
  rightCount: 1,
  questionCount: 4,
  neededCount: 3,
  attemptsAllowed: 3,
  attemptsLeft: 2,
  nextAttemptAt: new Date(Date.now() + 3_600_000).toISOString(),
  parts: [
    {
      title: { vi: 'Nhận ra lừa đảo', en: 'Fraud' },
      right: 1,
      total: 4,
      points: 1_000,
      possiblePoints: 4_000,
    },
  ],
  competences: [],
  reviews: [{ lessonId: 'l4', number: 4, title: { vi: 'Mã OTP', en: 'Codes' }, minutes: 4, wrong: 3 }],
  questions: [question('q1', true), question('q2', false), question('q3', false), question('q4', false)],
  courseCompletedAt: null,
};

const sent: string[] = [];
function serve(answers: Record<string, unknown>) {
  sent.length = 0;
  globalThis.fetch = (input, init) => {
    const path = String(input).replace('/api/v1', '');
    sent.push(`${init?.method} ${path}`);
    const answer = answers[`${init?.method} ${path}`];
    return Promise.resolve(
      answer instanceof Response ? answer : new Response(JSON.stringify(answer), { status: 200 }),
    );
  };
}
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
async function openResult(change: Partial<AttemptResult> = {}, more: Record<string, unknown> = {}) {
  serve({ 'GET /attempts/a1/result': { ...failed, ...change }, ...more });
  const router = await showPage({
    at: paths.result('a1'),
    path: patterns.result,
    words: ['quizzes'],
    module: await import('./result-page.js'),
    others,
  });
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

describe('after a test', () => {
  it('a failed one says how many questions are missing, what to review, and when to try again', async () => {
    await openResult();
    expect(await screen.findByRole('heading', { level: 1, name: 'Chưa đạt, còn thiếu 2 câu' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Ôn lại 4 phút rồi thi lại' })).toBeVisible();
    expect(screen.getByRole('link', { name: /Bài 4. Mã OTP/ })).toHaveTextContent('4 phút · Sai 3 câu');
    expect(screen.getByText(/Còn 2 lần/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ôn bài 4' })).toHaveAttribute('href', paths.lesson('e1', 'l4'));
    expect(screen.queryByRole('link', { name: 'Thi lại' })).not.toBeInTheDocument();
  });

  it('is told in points when questions weigh differently', async () => {
    await openResult({
      questions: [question('q1', true, 1_500), question('q2', false, 2_500)],
      points: 1_500,
      neededPoints: 3_200,
      possiblePoints: 4_000,
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Chưa đạt, còn thiếu 1,7 điểm' }),
    ).toBeVisible();
  });

  it('every answer can be seen with the right one and the reason', async () => {
    await openResult();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem từng câu trả lời' }));
    const [first, second] = within(screen.getByText('Từng câu trả lời').closest('section') as HTMLElement)
      .getAllByRole('listitem')
      .filter((item) => within(item).queryByRole('heading', { level: 3 }));
    expect(first).toHaveTextContent(/Đã chọn, đúng/);
    expect(second).toHaveTextContent(/Gọi lạiĐã chọn, chưa đúng/);
    expect(second).toHaveTextContent(/Gác máyĐáp án đúng/);
  });

  it('a pass that completes the course leads to the certificate', async () => {
    const router = await openResult(
      { hasPassed: true, points: 4_000, rightCount: 4, courseCompletedAt: '2026-11-21T02:58:00.000Z' },
      { 'POST /enrolments/e1/certificate': { id: 'c1' } },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Nhận chứng nhận' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.certificate('c1')));
  });

  it('a pass with the course unfinished names what is missing', async () => {
    const condition = {
      kind: 'lessons',
      met: false,
      open: [{ lessonId: 'l3', title: { vi: 'Nhận biết tin giả', en: 'Fake messages' }, missing: [] }],
    };
    await openResult(
      { hasPassed: true, points: 4_000, rightCount: 4 },
      { 'GET /enrolments/e1': { id: 'e1', conditions: [condition], resume: null } },
    );
    expect(await screen.findByRole('link', { name: 'Học xong: Nhận biết tin giả' })).toHaveAttribute(
      'href',
      paths.lesson('e1', 'l3'),
    );
    expect(screen.queryByRole('button', { name: 'Nhận chứng nhận' })).not.toBeInTheDocument();
  });

  it('an attempt that is not handed in leads back to itself', async () => {
    const refusal = { code: 'attempt.not-submitted', title: '', status: 409 };
    const router = await openResult(
      {},
      {
        'GET /attempts/a1/result': new Response(JSON.stringify(refusal), { status: 409 }),
      },
    );
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.attempt('a1')));
  });
});
