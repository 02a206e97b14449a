// Pages as routes: closed to visitors unless public, back after signing in, and never blank when something is missing.
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@onetouch/contract';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { page, type PageFacts, type PageModule } from './page-route.js';
import { startWords } from './platform/i18n.js';
import { Problem } from './platform/problem.js';
import { setMe } from './platform/session.js';

const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;
const Component = () => <h1>Việc học</h1>;
const facts: PageFacts = { path: '/viec-hoc', title: 'title.myLearning', words: ['enrolments'] };

function open(load: () => Promise<PageModule>, more: Partial<PageFacts> = {}) {
  const signIn = { path: '/dang-nhap', Component: () => <h1>Đăng nhập</h1> };
  const router = createMemoryRouter(
    [{ HydrateFallback: () => null, children: [page({ ...facts, ...more }, load), signIn] }],
    {
      initialEntries: ['/viec-hoc?trang=2'],
    },
  );
  render(<RouterProvider router={router} />);
  return router;
}

describe('a page', () => {
  beforeAll(startWords);
  beforeEach(() => {
    setMe(lan);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it('is shown to a person who is signed in', async () => {
    open(() => Promise.resolve({ Component }));
    expect(await screen.findByRole('heading')).toHaveTextContent('Việc học');
  });

  it('sends a visitor to sign in, remembers where to come back to, and asks the server for nothing', async () => {
    setMe(null);
    const loader = jest.fn(() => null);
    const router = open(() => Promise.resolve({ Component, loader }));
    expect(await screen.findByRole('heading')).toHaveTextContent('Đăng nhập');
    expect(router.state.location.search).toBe(`?tiep=${encodeURIComponent('/viec-hoc?trang=2')}`);
    expect(loader).not.toHaveBeenCalled();
  });

  it('that is public is shown to a visitor', async () => {
    setMe(null);
    open(() => Promise.resolve({ Component }), { isPublic: true });
    expect(await screen.findByRole('heading')).toHaveTextContent('Việc học');
  });

  it('whose session has ended on the server leads to signing in', async () => {
    const loader = () => Promise.reject(new Problem({ code: 'session.missing', status: 401 }));
    const router = open(() => Promise.resolve({ Component, loader }));
    expect(await screen.findByRole('heading')).toHaveTextContent('Đăng nhập');
    expect(router.state.location.search).toContain('tiep=');
  });

  it('that did not arrive says so and offers another try', async () => {
    open(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Chưa mở được trang này');
    expect(screen.getByText(/Một phần của trang chưa tải về được/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  });

  it('whose data the server refuses shows the words and the code of the refusal', async () => {
    const problem = new Problem({ code: 'service.unavailable', status: 503, requestId: 'r-81f2' });
    open(() => Promise.resolve({ Component, loader: () => Promise.reject(problem) }));
    expect(await screen.findByText(/Máy chủ đang bận/)).toBeVisible();
    expect(screen.getByText('Mã lỗi: service.unavailable · r-81f2')).toBeVisible();
  });

  it('about something that does not exist says that there is no such page', async () => {
    const problem = new Problem({ code: 'enrolment.not-found', status: 404 });
    open(() => Promise.resolve({ Component, loader: () => Promise.reject(problem) }));
    expect(await screen.findByRole('heading')).toHaveTextContent('Không có trang này');
  });

  it('that is not for this person says who to ask', async () => {
    const problem = new Problem({ code: 'access.denied', status: 403 });
    open(() => Promise.resolve({ Component, loader: () => Promise.reject(problem) }));
    expect(await screen.findByText(/Hỏi người quản trị/)).toBeVisible();
  });
});
