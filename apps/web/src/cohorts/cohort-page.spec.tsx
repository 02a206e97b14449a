// One cohort: figures with their time, filters in the address, pages by cursor, and members that come and go.
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { hopThanh } from '../places/places.sample.js';
import { cohort, cohortId, member, membersPage } from './cohorts.sample.js';
import * as page from './cohort-page.js';

const at = `/lop/${cohortId}`;
const members = `/cohorts/${cohortId}/members`;
const xuan = member();
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    [`GET /cohorts/${cohortId}`]: () => cohort(),
    [`GET ${members}`]: () => membersPage([xuan], { total: 3564, next: 'abc' }),
    [`DELETE ${members}/${xuan.personId}`]: () => undefined,
    [`POST ${members}`]: () => ({ added: 1, already: 0, notFound: [], cohort: cohort() }),
  });
});

const show = (search = '') =>
  showPage({ at: at + search, path: '/lop/:cohortId', words: ['cohorts'], module: page });
const asked = () => Object.fromEntries(server.sent('GET', members).at(-1)?.query ?? []);

describe('a cohort', () => {
  it('shows how many are where, with the time of the counting', async () => {
    await show();
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Đợt 3/2026');
    const card = within(screen.getByRole('region', { name: 'Tình hình chung' }));
    expect(card.getByText('54%')).toBeVisible();
    expect(card.getByText('tính đến 09:41, 21/11/2026')).toBeVisible();
    expect(card.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'Có chứng nhận 1.800',
      'Hoàn thành, chưa nhận chứng nhận 125',
      'Đang học 1.219',
      'Chưa bắt đầu 420',
    ]);
    expect(screen.getByText('Còn 40 ngày')).toBeVisible();
  });

  it('asks for the members that the address names', async () => {
    await show(`?q=lan&trang-thai=learning&xa=${hopThanh.id}&co-quan=UBND&xep=progress-desc&trang=abc`);
    await screen.findByRole('table');
    expect(asked()).toEqual({
      q: 'lan',
      status: 'learning',
      placeId: hopThanh.id,
      organisationName: 'UBND',
      sort: 'progress',
      order: 'desc',
      cursor: 'abc',
      limit: '50',
    });
  });

  it('puts a filter into the address, keeps the others, and begins at the first page', async () => {
    const router = await show('?q=lan&trang=abc');
    await userEvent.selectOptions(await screen.findByLabelText('Lọc theo trạng thái'), 'not-started');
    await waitFor(() => expect(asked()).toMatchObject({ q: 'lan', status: 'not-started' }));
    expect(router.state.location.search).toBe('?q=lan&trang-thai=not-started');
    expect(await screen.findByText('Lọc được 3.564 người')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('carries the filters over to the file', async () => {
    await show('?trang-thai=learning&xep=progress-desc');
    expect(await screen.findByRole('link', { name: 'Tải danh sách' })).toHaveAttribute(
      'href',
      `/api/v1${members}.csv?status=learning&sort=progress&order=desc`,
    );
  });

  it('marks made-up people, and no others', async () => {
    const made = member({ personId: 'made', fullName: 'Cư Seo Mẫu', isDemonstration: true });
    server.answers[`GET ${members}`] = () => membersPage([xuan, made]);
    await show();
    expect(await screen.findByRole('rowheader', { name: 'Cư Seo Mẫu Tài khoản minh họa' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: xuan.fullName })).toBeVisible();
    expect(screen.getAllByText('Tài khoản minh họa')).toHaveLength(1);
  });

  it('says by which column it is sorted, and turns the order at another press', async () => {
    await show();
    const head = await screen.findByRole('columnheader', { name: 'Họ và tên' });
    expect(head).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(head).getByRole('link'));
    await waitFor(() => expect(asked()).toMatchObject({ sort: 'name', order: 'desc' }));
    const progress = screen.getByRole('columnheader', { name: 'Tiến độ' });
    expect(progress).not.toHaveAttribute('aria-sort');
    await userEvent.click(within(progress).getByRole('link'));
    await waitFor(() => expect(asked()).toMatchObject({ sort: 'progress', order: 'asc' }));
  });

  it('goes to the next page and back by the cursors it came by', async () => {
    await show();
    expect(await screen.findByText('1 đến 1 trong 3.564 người')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Trang sau' }));
    expect(await screen.findByText('51 đến 51 trong 3.564 người')).toBeVisible();
    expect(asked()['cursor']).toBe('abc');
    await userEvent.click(screen.getByRole('link', { name: 'Trang trước' }));
    expect(await screen.findByText('1 đến 1 trong 3.564 người')).toBeVisible();
    expect(asked()['cursor']).toBeUndefined();
  });

  it('opened by a link in the middle leads to the first page instead of the one before', async () => {
    await show('?trang=abc');
    expect(await screen.findByRole('link', { name: 'Về trang đầu' })).toHaveAttribute(
      'href',
      `${at}#danh-sach`,
    );
    expect(screen.getByText('1 trong 3.564 người')).toBeVisible();
  });

  it('takes a member off at once, and puts the same back when it is undone', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Bỏ khỏi đợt: Bàn Thị Xuân' }));
    expect(await screen.findByText('Đã bỏ Bàn Thị Xuân khỏi đợt học')).toBeVisible();
    await waitFor(() => expect(server.sent('GET', members)).toHaveLength(2));
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(server.sent('GET', members)).toHaveLength(3));
    expect(server.sent('POST', members)[0]?.body).toEqual({ personIds: [xuan.personId] });
  });

  it('does not say that somebody was taken off when the server refused', async () => {
    server.answers[`DELETE ${members}/${xuan.personId}`] = () => refusal(503, 'service.unavailable');
    await show();
    await userEvent.click(await screen.findByRole('button', { name: /Bỏ khỏi đợt/ }));
    expect(await screen.findByText(/Chưa bỏ được Bàn Thị Xuân/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).toBeNull();
  });

  it('shows the figures by commune, each line leading to its people', async () => {
    await show('?xem=xa');
    const row = await screen.findByRole('row', { name: /Xã Hợp Thành/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(0, 5)
        .map((cell) => cell.textContent),
    ).toEqual(['3.500', '400', '1.200', '1.900', '1.780']);
    expect(within(row).getByRole('link')).toHaveAttribute('href', `${at}?xa=${hopThanh.id}`);
    expect(screen.getByRole('row', { name: /Chưa ghi xã, phường/ })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Theo xã, phường' })).toHaveAttribute('aria-current', 'page');
    expect(server.sent('GET', members)).toHaveLength(0);
  });

  it('keeps its figures when the members do not load', async () => {
    server.answers[`GET ${members}`] = () => refusal(500, 'service.failed');
    await show();
    expect(await screen.findByText('Chưa tải được danh sách học viên')).toBeVisible();
    expect(screen.getByText('54%')).toBeVisible();
  });

  it('without anybody says what to do', async () => {
    const funnel = { enrolled: 0, started: 0, completed: 0, certified: 0 };
    server.answers[`GET /cohorts/${cohortId}`] = () => cohort({ funnel, byCommune: [], byOrganisation: [] });
    await show();
    expect(await screen.findByText('Chưa có học viên')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Thêm học viên' })).toHaveLength(1);
  });

  it('has no buttons for what the person may not do', async () => {
    const abilities = { addMembers: false, removeMembers: false, export: false, edit: false };
    server.answers[`GET /cohorts/${cohortId}`] = () => cohort({ abilities });
    await show();
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: /Thêm học viên|Bỏ khỏi đợt/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Tải danh sách' })).toBeNull();
  });

  it('is a list with its own order on a phone', async () => {
    const wide = window.matchMedia;
    window.matchMedia = jest.fn((query: string) =>
      Object.assign(wide(query), { matches: query.includes('max-width') }),
    );
    await show();
    expect(await screen.findByText('Xã Hợp Thành · học gần nhất 02/11/2026')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Xếp theo'), 'progress-asc');
    await waitFor(() => expect(asked()).toMatchObject({ sort: 'progress', order: 'asc' }));
    window.matchMedia = wide;
  });
});
