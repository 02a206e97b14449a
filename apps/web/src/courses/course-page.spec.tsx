import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CoursePage, EnrolmentDetail } from '@onetouch/contract';
import { showPage } from '../../test/page.js';
import { setMe } from '../platform/session.js';
import * as page from './course-page.js';
import { coursePage, enrolment, fakeServer, ids, me, refusal } from './courses.sample.js';

const find = `GET /me/courses/${ids.course}/enrolment`;

async function show(course: CoursePage, own?: EnrolmentDetail | null, hash = '') {
  setMe(own === undefined ? null : me());
  const server = fakeServer({
    'GET /courses/an-toan': () => course,
    ...(own !== undefined && { [find]: () => ({ enrolment: own }) }),
  });
  const router = await showPage({
    at: `/khoa-hoc/an-toan${hash}`,
    path: '/khoa-hoc/:slug',
    words: ['courses'],
    module: page,
    others: ['/hoc/:enrolmentId/bai/:lessonId', '/chung-nhan/:certificateId'],
  });
  await screen.findByRole('heading', { level: 1, name: 'Nhận biết lừa đảo' });
  return { server, router, panel: within(screen.getByRole('region', { name: /Tiến độ và thông tin/ })) };
}

afterEach(() => setMe(null));

describe('the course page of a visitor', () => {
  it('opens the first lesson of an open course, and enrols by signing in and coming back', async () => {
    const { panel } = await show(coursePage());
    expect(panel.getByRole('link', { name: 'Đọc bài 1' })).toHaveAttribute(
      'href',
      `/khoa-hoc/an-toan/bai/${ids.lesson}`,
    );
    expect(panel.getByRole('link', { name: 'Ghi danh học' })).toHaveAttribute(
      'href',
      '/dang-nhap?tiep=%2Fkhoa-hoc%2Fan-toan',
    );
  });

  it('offers only to enrol where the lessons are not open', async () => {
    const { panel } = await show(coursePage({ isOpen: false }));
    expect(panel.queryByRole('link', { name: /Đọc bài/ })).toBeNull();
    expect(panel.getByRole('link', { name: 'Ghi danh học' })).toBeVisible();
    expect(screen.queryByRole('link', { name: /Ba dấu hiệu/ })).toBeNull();
  });

  it('tells before the start what will be asked for', async () => {
    await show(coursePage());
    expect(screen.getByRole('heading', { name: '1. Học xong 2 bài' })).toBeVisible();
    expect(screen.getByText('Đúng từ 16/20 câu. Được làm tối đa 3 lần.')).toBeVisible();
    expect(screen.getByText('Cần ghi danh để làm bài')).toBeVisible();
    expect(screen.queryByText(/Kiểm tra lại họ tên/)).toBeNull();
  });

  it('marks the lesson that a search has led to', async () => {
    await show(coursePage(), undefined, '#bai-2');
    const rows = within(screen.getByRole('region', { name: 'Nội dung' })).getAllByRole('listitem');
    expect(rows.map((row) => row.className)).toEqual(['row', 'row asked', 'row']);
  });

  it('shows the certificate that completing the course gives, as every course does', async () => {
    await show(coursePage());
    expect(screen.getByRole('heading', { name: 'Chứng nhận' })).toBeVisible();
  });
});

describe('the course page of somebody signed in', () => {
  it('enrols and opens the first lesson in one press', async () => {
    const { server, router, panel } = await show(coursePage(), null);
    server.answers['POST /enrolments'] = (_, init) => {
      expect(JSON.parse(String(init?.body))).toEqual({ courseId: ids.course });
      return enrolment({ startedAt: null });
    };
    await userEvent.click(panel.getByRole('button', { name: 'Ghi danh và học bài 1' }));
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/hoc/${ids.enrolment}/bai/${ids.second}`),
    );
  });

  it('says why enrolling was refused and stays', async () => {
    const { server, panel } = await show(coursePage(), null);
    server.answers['POST /enrolments'] = () => refusal(409, 'course.not-published');
    await userEvent.click(panel.getByRole('button', { name: 'Ghi danh và học bài 1' }));
    expect(await panel.findByText('Khóa học chưa xuất bản nên chưa dùng được.')).toBeVisible();
    expect(panel.getByRole('button', { name: 'Ghi danh và học bài 1' })).toBeVisible();
  });

  it('shows the whole name that the certificate will carry, and where to correct it', async () => {
    await show(coursePage(), null);
    expect(screen.getByText('Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Sửa họ tên' })).toHaveAttribute('href', '/toi');
  });

  it('shows the course although the own progress did not come, and lets try again', async () => {
    setMe(me());
    const server = fakeServer({
      'GET /courses/an-toan': () => coursePage(),
      [find]: () => refusal(500, 'service.failed'),
    });
    await showPage({ at: '/khoa-hoc/an-toan', path: '/khoa-hoc/:slug', words: ['courses'], module: page });
    expect(await screen.findByText('Chưa tải được tiến độ của bạn.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Ghi danh/ })).toBeNull();
    server.answers[find] = () => ({ enrolment: enrolment() });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect((await screen.findAllByRole('link', { name: 'Học tiếp bài 2' }))[0]).toBeInTheDocument();
  });
});

describe('the course page of a learner', () => {
  it('names the lesson that the button opens, and shows steps, states and conditions', async () => {
    const { panel } = await show(coursePage(), enrolment());
    expect(panel.getByRole('link', { name: 'Học tiếp bài 2' })).toHaveAttribute(
      'href',
      `/hoc/${ids.enrolment}/bai/${ids.second}`,
    );
    expect(panel.getByText('Đã xong 1/3 bước')).toBeVisible();
    const rows = within(screen.getByRole('region', { name: 'Nội dung' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Đã xong: Bài 1. Ba dấu hiệu'),
      expect.stringContaining('Đang học: Bài 2. Mã OTP'),
      expect.stringContaining('Chưa mở: Bài kiểm tra cuối khóa'),
    ]);
    expect(within(rows[2] as HTMLElement).queryByRole('link')).toBeNull();
    expect(screen.getByText('1/2 bài')).toBeVisible();
    expect(screen.getByText('Chưa làm')).toBeVisible();
  });

  it.each([
    { points: 12_500, met: false, said: 'Cao nhất 12,5/20 điểm, cần 16' },
    { points: 17_000, met: true, said: 'Đã đạt 17/20 điểm, cần 16' },
  ])('tells the best test in points as people write them: $said', async ({ points, met, said }) => {
    const best = { points, needed: 16_000, possible: 20_000, attemptNumber: 1, receipt: '4D08' };
    const conditions = enrolment().conditions.map((one) =>
      one.kind === 'quiz' ? { ...one, met, best: { ...best, submittedAt: '2026-11-21T02:41:00.000Z' } } : one,
    );
    await show(coursePage(), enrolment({ conditions }));
    expect(screen.getByText(said)).toBeVisible();
  });

  it('begins with the first lesson before anything was learned', async () => {
    const resume = {
      lessonId: ids.lesson,
      kind: 'content' as const,
      number: 1,
      title: { vi: 'Ba dấu hiệu', en: '' },
      minutes: 5,
      blockId: null,
    };
    const { panel } = await show(coursePage(), enrolment({ startedAt: null, resume }));
    expect(panel.getByRole('link', { name: 'Bắt đầu bài 1' })).toBeVisible();
  });

  it('keeps the own version when a newer one is out, and does not show its rule', async () => {
    const newer = coursePage({ versionId: '0190c8f0-0000-7000-8000-000000000099', versionNumber: 2 });
    await show(newer, enrolment());
    expect(screen.getByText(/Bạn học theo phiên bản 1. Phiên bản 2 ra ngày 21\/11\/2026/)).toBeVisible();
    expect(screen.queryByText(/Đúng từ 16\/20 câu/)).toBeNull();
  });

  it('claims the certificate of a completed course and opens it', async () => {
    const done = enrolment({
      completedAt: '2026-11-21T02:41:00.000Z',
      resume: null,
      steps: { done: 3, total: 3 },
      percent: 100,
    });
    const { server, router, panel } = await show(coursePage(), done);
    server.answers[`POST /enrolments/${ids.enrolment}/certificate`] = () => ({ id: ids.quiz });
    expect(panel.getByText('Đã hoàn thành')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Nhận chứng nhận' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/chung-nhan/${ids.quiz}`));
  });

  it('opens the certificate that is there', async () => {
    const done = enrolment({
      completedAt: '2026-11-21T02:41:00.000Z',
      resume: null,
      certificateId: ids.quiz,
    });
    const { panel } = await show(coursePage(), done);
    expect(panel.getByRole('link', { name: 'Xem chứng nhận' })).toHaveAttribute(
      'href',
      `/chung-nhan/${ids.quiz}`,
    );
    expect(panel.getByRole('link', { name: 'Xem lại từ bài 1' })).toBeVisible();
  });
});

describe('a course that is not there', () => {
  it('is the page of what is not found, also for a name that cannot be one', async () => {
    setMe(null);
    const codes: unknown[] = [];
    fakeServer({ 'GET /courses/Khong_Co': () => refusal(400, 'request.invalid') });
    const request = new Request('http://localhost/khoa-hoc/Khong_Co');
    await page
      .loader({ params: { slug: 'Khong_Co' }, request } as never)
      .catch((error: { status: number }) => codes.push(error.status));
    expect(codes).toEqual([404]);
  });
});
