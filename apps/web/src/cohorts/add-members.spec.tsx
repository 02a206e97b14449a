// Adding members: searched or pasted, counted before, and told of one by one afterwards.
import type { PersonRow } from '@onetouch/contract';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { person } from '../accounts/accounts.sample.js';
import { cohort, cohortId, member, membersPage } from './cohorts.sample.js';
import * as page from './cohort-page.js';

const members = `/cohorts/${cohortId}/members`;
const lan: PersonRow = person({ id: 'lan', fullName: 'Đinh Thị Lan' });
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    [`GET /cohorts/${cohortId}`]: () => cohort(),
    [`GET ${members}`]: () => membersPage([member()]),
    [`GET /cohorts/${cohortId}/candidates`]: () => ({ items: [lan, person({ id: 'hoa' })] }),
  });
});

async function open() {
  await showPage({ at: `/lop/${cohortId}`, path: '/lop/:cohortId', words: ['cohorts'], module: page });
  await userEvent.click(await screen.findByRole('button', { name: 'Thêm học viên' }));
  return within(screen.getByRole('dialog'));
}

async function paste(dialog: Awaited<ReturnType<typeof open>>, text: string) {
  await userEvent.click(dialog.getByRole('button', { name: 'Dán danh sách' }));
  await userEvent.click(dialog.getByLabelText('Thư điện tử và số điện thoại'));
  await userEvent.paste(text);
}

describe('adding members', () => {
  it('one by one: found by name, chosen, and added by id', async () => {
    server.answers[`POST ${members}`] = () => ({ added: 1, already: 0, notFound: [], cohort: cohort() });
    const dialog = await open();
    await userEvent.type(dialog.getByRole('searchbox'), 'lan');
    await userEvent.click(await dialog.findByRole('checkbox', { name: /Đinh Thị Lan/ }));
    expect(dialog.getByText('Đã chọn 1 người')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Thêm 1 người' }));
    expect(await dialog.findByText('Đã thêm 1 người')).toBeVisible();
    expect(server.sent('POST', members)[0]?.body).toEqual({ personIds: ['lan'] });
    await waitFor(() => expect(server.sent('GET', members)).toHaveLength(2));
  });

  it('from a list that tells made-up people from real ones', async () => {
    server.answers[`GET /cohorts/${cohortId}/candidates`] = () => ({
      items: [lan, person({ id: 'made', fullName: 'Cư Seo Mẫu', isDemonstration: true })],
    });
    const dialog = await open();
    await userEvent.type(dialog.getByRole('searchbox'), 'an');
    expect(await dialog.findByRole('checkbox', { name: /Cư Seo Mẫu/ })).toHaveAccessibleName(
      /Tài khoản minh họa/,
    );
    expect(dialog.getByRole('checkbox', { name: /Đinh Thị Lan/ })).not.toHaveAccessibleName(/minh họa/);
  });

  it('as a list: counted before, and each that was not found named with its reason afterwards', async () => {
    server.answers[`POST ${members}`] = () => ({
      added: 9,
      already: 2,
      notFound: [
        { login: 'a@b.vn', reason: 'unknown' },
        { login: '7.91881E+10', reason: 'malformed' },
      ],
      cohort: cohort(),
    });
    const dialog = await open();
    await paste(dialog, 'a@b.vn\n0912 345 678\n0912345678\n7.91881E+10');
    expect(dialog.getByText('Đọc được 2 mục: 1 thư, 1 số điện thoại.')).toBeVisible();
    expect(dialog.getByText('1 mục chưa đúng mẫu: 7.91881E+10')).toBeVisible();
    expect(dialog.getByText('1 mục lặp lại được tính một lần.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Thêm 2 người' }));
    expect(await dialog.findByText('Đã thêm 9 người')).toBeVisible();
    expect(dialog.getByText('2 người đã có sẵn trong đợt')).toBeVisible();
    expect(dialog.getByText('2 mục không thêm được')).toBeVisible();
    expect(dialog.getByRole('row', { name: /a@b.vn Không có tài khoản/ })).toBeVisible();
    expect(server.sent('POST', members)[0]?.body).toEqual({
      logins: ['a@b.vn', '0912 345 678', '7.91881E+10'],
    });
  });

  it('copies the list of those who were not found', async () => {
    const user = userEvent.setup();
    server.answers[`POST ${members}`] = () => ({
      added: 0,
      already: 0,
      notFound: [{ login: 'a@b.vn', reason: 'unknown' }],
      cohort: cohort(),
    });
    const dialog = await open();
    await paste(dialog, 'a@b.vn');
    await user.click(dialog.getByRole('button', { name: 'Thêm 1 người' }));
    await user.click(await dialog.findByRole('button', { name: 'Chép danh sách này' }));
    expect(await dialog.findByText('Đã chép')).toBeVisible();
    expect(await navigator.clipboard.readText()).toMatch(/^a@b\.vn\tKhông có tài khoản/);
  });

  it('explains when nobody was chosen, and sends nothing', async () => {
    const dialog = await open();
    await userEvent.click(dialog.getByRole('button', { name: 'Thêm học viên' }));
    expect(dialog.getByText('Chọn hoặc dán ít nhất một người.')).toBeVisible();
    expect(server.sent('POST', members)).toHaveLength(0);
  });

  it('keeps the list when the server refuses, and when the dialog is closed', async () => {
    server.answers[`POST ${members}`] = () => refusal(503, 'service.unavailable');
    const dialog = await open();
    await paste(dialog, 'a@b.vn');
    await userEvent.click(dialog.getByRole('button', { name: 'Thêm 1 người' }));
    expect(await dialog.findByText(/Máy chủ đang bận/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Để sau' }));
    await userEvent.click(screen.getByRole('button', { name: 'Thêm học viên' }));
    expect(screen.getByLabelText('Thư điện tử và số điện thoại')).toHaveValue('a@b.vn');
  });
});
