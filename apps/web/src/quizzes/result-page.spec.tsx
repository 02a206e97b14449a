// After a test: the verdict in words, what is kept back and since when it shows, and what to do next.
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptResult, Me } from '@onetouch/contract';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { setMe } from '../platform/session.js';
import { failed, question, serve } from './quiz.sample.js';

const others = [patterns.attempt, patterns.course, patterns.certificate, patterns.lesson, patterns.quiz];
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

describe('after a test', () => {
  it('a failed one says how many questions are missing, what to review, and when to try again', async () => {
    await openResult();
    expect(await screen.findByRole('heading', { level: 1, name: 'Chưa đạt, còn thiếu 2 câu' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Ôn lại 4 phút rồi thi lại' })).toBeVisible();
    expect(screen.getByText('Nhận ra lừa đảo').closest('li')).toHaveTextContent(/1\/4, cần ôn lại/);
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
    expect(screen.getByText('Nhận ra lừa đảo').closest('li')).toHaveTextContent(/1\/4 điểm/);
  });

  it('is told in points where wrong answers cost some, also when nothing is left', async () => {
    await openResult({
      wrongPercent: 50,
      rightCount: 0,
      points: 0,
      neededPoints: 3_000,
      possiblePoints: 4_000,
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Chưa đạt, còn thiếu 3 điểm' }),
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

  it('leads to the certificate that was claimed before, and offers no other', async () => {
    await openResult({
      ...{ hasPassed: true, points: 4_000, rightCount: 4 },
      ...{ courseCompletedAt: '2026-11-21T02:58:00.000Z', certificateId: 'c1' },
    });
    const link = await screen.findByRole('link', { name: 'Xem chứng nhận' });
    expect(link).toHaveAttribute('href', paths.certificate('c1'));
    expect(screen.queryByRole('button', { name: 'Nhận chứng nhận' })).not.toBeInTheDocument();
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

  it('that is held back says so, shows no figure, and keeps its receipt', async () => {
    await openResult({
      status: 'held',
      points: null,
      hasPassed: null,
      rightCount: null,
      ...{ examId: 'x1', examName: 'Kỳ thi chuyển đổi số' },
      closedBy: 'deadline',
      parts: [],
      reviews: [],
      questions: [],
      shows: { feedback: false, key: false, nextAt: null },
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nộp bài' })).toBeVisible();
    expect(screen.getByText(/Kết quả sẽ được công bố/)).toBeVisible();
    expect(screen.getByText(/Kỳ thi chuyển đổi số · hết giờ, hệ thống nộp lúc/)).toBeVisible();
    expect(screen.getByText(/biên nhận 4D08/)).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Xem từng câu trả lời' })).not.toBeInTheDocument();
  });

  it('says until when answers that came late are taken, and is read again then', async () => {
    const shows = { feedback: false, key: false, nextAt: new Date().toISOString() };
    const hidden = { points: null, hasPassed: null, rightCount: null, parts: [], reviews: [] };
    await openResult({ ...hidden, status: 'late', closedBy: 'deadline', lateCount: 1, shows });
    expect(await screen.findByText(/Hệ thống còn nhận thêm đến/)).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    serve({ 'GET /attempts/a1/result': { ...failed, lateCount: 1 } });
    expect(await screen.findByRole('heading', { name: /Chưa đạt/ })).toBeVisible();
  });

  it('with an essay waits for a person, and shows afterwards what that person wrote', async () => {
    await openResult({ status: 'marking', points: null, hasPassed: null, rightCount: null });
    expect(await screen.findByRole('heading', { name: 'Đã nộp bài, đang chờ chấm' })).toBeVisible();
    expect(screen.queryByText('Điểm theo tiêu chí')).not.toBeInTheDocument();
    cleanup();
    const essay = question('q1', true, 2_500);
    await openResult({
      points: 2_250,
      neededPoints: 2_000,
      possiblePoints: 2_500,
      hasPassed: true,
      questions: [
        {
          ...essay,
          question: { ...essay.question, kind: 'essay', options: [], maxWords: 200 },
          chosen: [],
          text: 'Gác máy rồi gọi lại số in sau thẻ.',
          correct: null,
          isRight: null,
          points: 2_250,
          comment: 'Nêu thêm việc khóa tài khoản.',
          criteria: [
            { title: 'Việc phải làm ngay', points: 1_500, possiblePoints: 1_500 },
            { title: 'Việc làm sau đó', points: 750, possiblePoints: 1_000 },
          ],
        },
      ],
    });
    expect(await screen.findByText(/2,25\/2,5 điểm/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Xem từng câu trả lời' }));
    expect(screen.getByText('Gác máy rồi gọi lại số in sau thẻ.')).toBeVisible();
    expect(screen.getByText('Nêu thêm việc khóa tài khoản.')).toBeVisible();
    const terms = screen.getAllByRole('term').map(({ textContent }) => textContent);
    const points = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(terms).toEqual(['Việc phải làm ngay', 'Việc làm sau đó']);
    expect(points).toEqual(['1,5/1,5 điểm', '0,75/1 điểm']);
  });

  it('keeps back the key and says since when it shows; a dropped question is named, and has no points', async () => {
    const hidden = { ...question('q1', false), correct: null, explanation: null };
    await openResult({
      shows: { feedback: true, key: false, nextAt: '2026-11-22T02:00:00.000Z' },
      questions: [hidden, { ...question('q2', true), points: 0, correction: 'dropped' as const }],
      points: 1_000,
    });
    expect(await screen.findByText(/Đáp án đúng hiện từ 09:00/)).toBeVisible();
    expect(screen.getByText('1 câu có lỗi đã bỏ khỏi bài chấm, không tính cho ai.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Xem từng câu trả lời' }));
    expect(screen.getByText('Câu này đã bỏ khỏi bài chấm')).toBeVisible();
    const [first, second] = within(screen.getByText('Từng câu trả lời').closest('section') as HTMLElement)
      .getAllByRole('listitem')
      .filter((item) => within(item).queryByRole('heading', { level: 3 }));
    expect(first).not.toHaveTextContent('Đáp án đúng');
    expect(first).toHaveTextContent(/\d điểm/);
    expect(first).toHaveTextContent('Đã chọn');
    expect(second).not.toHaveTextContent(/\d điểm/);
  });

  it('shows what people are able to do, and that late answers were taken', async () => {
    const competence = {
      title: { vi: 'Giữ tài khoản', en: 'Accounts' },
      right: 1,
      total: 2,
      points: 500,
      possiblePoints: 2_000,
    };
    await openResult({ competences: [competence], lateCount: 2 });
    expect(await screen.findByRole('heading', { name: 'Theo năng lực' })).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Giữ tài khoản' })).toHaveAttribute(
      'aria-valuenow',
      '500',
    );
    expect(
      screen.getByText(/2 câu tới máy chủ sau khi hết giờ nhưng còn trong thời gian cho phép/),
    ).toBeVisible();
  });
});
