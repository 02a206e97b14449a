// The trainer's desk: own courses, what waits to be published, page by page.
import { describe, expect, it } from '@jest/globals';
import type { StudioCourse } from '@onetouch/contract';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { Component, loader } from './desk-page.js';
import { draftOf, id } from './draft.sample.js';

const one = draftOf().course;
const asked: string[] = [];
function serve(...pages: { items: StudioCourse[]; next: string | null }[]) {
  asked.length = 0;
  globalThis.fetch = async (input) => {
    asked.push(String(input));
    const page = pages[asked.length - 1];
    return page
      ? new Response(JSON.stringify(page))
      : new Response(JSON.stringify({ code: 'service.unavailable', status: 503, title: '' }), {
          status: 503,
        });
  };
}
const open = () =>
  showPage({ at: paths.desk(), path: patterns.desk, words: ['studio'], module: { Component, loader } });

describe("the trainer's desk", () => {
  it('shows each course with its version, what waits, and its learners, and leads to the draft', async () => {
    serve({ items: [{ ...one, hasUnpublishedChanges: true, learnerCount: 12_480 }], next: null });
    await open();
    const row = within(await screen.findByRole('row', { name: /Điện thoại an toàn/ }));
    expect(row.getByText('Bản 3')).toBeVisible();
    expect(row.getByText('Có thay đổi chưa xuất bản')).toBeVisible();
    expect(row.getByText(/12\.480/)).toBeVisible();
    expect(row.getByRole('link')).toHaveAttribute('href', paths.draft(id(900)));
  });

  it('says of a new course that it is not published, and nothing else', async () => {
    serve({ items: [{ ...one, publishedNumber: null, hasUnpublishedChanges: true }], next: null });
    await open();
    expect(await screen.findByText('Chưa xuất bản')).toBeVisible();
    expect(screen.queryByText('Có thay đổi chưa xuất bản')).toBeNull();
  });

  it('reads on where the list ended, and says when that fails', async () => {
    const second = { ...one, id: id(901), title: { vi: 'Mua bán trên mạng', en: 'Selling' } };
    serve({ items: [one], next: 'abc' }, { items: [second], next: 'def' });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm khóa học' }));
    expect(await screen.findByText('Mua bán trên mạng')).toBeVisible();
    expect(asked[1]).toContain('cursor=abc');
    await userEvent.click(screen.getByRole('button', { name: 'Xem thêm khóa học' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Máy chủ đang bận');
  });

  it('says who to ask when there is no course', async () => {
    serve({ items: [], next: null });
    await open();
    expect(await screen.findByText('Chưa có khóa học nào để soạn')).toBeVisible();
  });
});
