// A lesson of an open course: read by anybody, recorded for nobody, with the way to enrol.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { detail, lesson } from './lesson.sample.js';

const asked: string[] = [];
const reply = (body: unknown, status = 200) =>
  Promise.resolve(new Response(JSON.stringify(body), { status }));

function serve(read: unknown, status = 200) {
  globalThis.fetch = (input, init) => {
    const url = String(input);
    asked.push(`${init?.method ?? 'GET'} ${url}`);
    if (url.includes('/lessons/')) return reply(read, status);
    return reply({ slug: 'an-toan', title: detail.courseTitle, outline: detail.outline });
  };
}
const open = async () => {
  const router = await showPage({
    at: paths.openLesson('an-toan', lesson.id),
    path: patterns.openLesson,
    words: ['enrolments', 'blocks'],
    module: await import('./open-lesson-page.js'),
    others: [patterns.course],
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
};

describe('an open lesson', () => {
  beforeEach(() => {
    asked.length = 0;
    serve({ lesson, previousId: 'l1', nextId: 'q1' });
  });

  it('is read without an account, answers its checks, and records nothing', async () => {
    await open();
    await userEvent.click(screen.getByLabelText('Gọi số in sau thẻ'));
    expect(screen.getByText(/Số in sau thẻ là số thật/)).toBeVisible();
    expect(asked.every((request) => request.startsWith('GET '))).toBe(true);
  });

  it('says what enrolling would give and leads to it', async () => {
    await open();
    const enrol = screen.getByRole('link', { name: 'Ghi danh để lưu tiến độ và nhận chứng nhận' });
    expect(enrol).toHaveAttribute('href', paths.course('an-toan'));
  });

  it('leads back to the course where the test comes next: that is for enrolled learners', async () => {
    const router = await open();
    await userEvent.click(screen.getByRole('link', { name: 'Về trang khóa học' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.course('an-toan')));
  });

  it('that is not there shows the page for it, with a way back', async () => {
    serve({ code: 'lesson.not-found', title: 'x', status: 404 }, 404);
    await open();
    expect(screen.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Việc học của tôi' })).toBeVisible();
  });
});
