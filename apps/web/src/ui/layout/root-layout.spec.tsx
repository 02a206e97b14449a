// What every page stands on: after a step people are at the heading of the new page, by ear and by keyboard.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useRef } from 'react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { startWords } from '../../platform/i18n.js';
import { AppLayout } from './app-layout.js';
import { RootLayout } from './root-layout.js';

const Home = () => (
  <>
    <h1>Khóa học</h1>
    <Link to="/viec-hoc">Mở việc học</Link>
    <Link to="/tim">Mở tìm kiếm</Link>
  </>
);
const Learning = () => <h1>Việc học</h1>;
function Search() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <h1>Tìm kiếm</h1>
      <input ref={field} aria-label="Tìm khóa học" />
    </>
  );
}

function open() {
  const page = (path: string, Component: () => React.JSX.Element, title: string) => ({
    path,
    Component,
    handle: { title },
  });
  const children = [
    page('/', Home, 'title.home'),
    page('/viec-hoc', Learning, 'title.myLearning'),
    page('/tim', Search, 'title.search'),
  ];
  const routes = [{ Component: RootLayout, children: [{ Component: AppLayout, children }] }];
  render(<RouterProvider router={createMemoryRouter(routes)} />);
}

describe('a step to another page', () => {
  beforeAll(startWords);

  it('leads to its heading, and changes the title', async () => {
    open();
    expect(document.body).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Mở việc học' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Việc học' })).toHaveFocus());
    expect(document.title).toBe('Việc học của tôi · OneTouch');
  });

  it('leaves the focus where the page has put it itself', async () => {
    open();
    await userEvent.click(screen.getByRole('link', { name: 'Mở tìm kiếm' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Tìm khóa học' })).toHaveFocus());
  });

  it('can be skipped past the bars with the first press of Tab', async () => {
    open();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Đến thẳng nội dung' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });
});
