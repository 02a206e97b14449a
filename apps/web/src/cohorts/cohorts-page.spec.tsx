// The list of cohorts, and opening one: with days as people type them, inside the own scope.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { hopThanh, laoCaiRef, placesFor } from '../places/places.sample.js';
import { cohort, cohortId } from './cohorts.sample.js';
import * as page from './cohorts-page.js';

const course = { id: 'course', title: { vi: 'Xử lý hồ sơ một cửa', en: '' } };
const scope = { places: [laoCaiRef], organisations: [] };
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    'GET /cohorts': () => ({ items: [cohort()], next: null, scope }),
    'GET /courses': () => ({ items: [course], next: null, total: 1, counts: {} }),
    'GET /places': ({ query }) => placesFor(query.get('q')),
    'POST /cohorts': () => cohort(),
  });
});

const show = (at = '/lop') =>
  showPage({ at, path: '/lop', words: ['cohorts', 'places'], module: page, others: ['/lop/:cohortId'] });

async function openForm() {
  await userEvent.click(await screen.findByRole('button', { name: 'Mở đợt học' }));
  return within(screen.getByRole('dialog', { name: 'Mở đợt học' }));
}

describe('the cohorts', () => {
  it('are shown with course, window and how far their people are', async () => {
    await show();
    const row = within(await screen.findByRole('row', { name: /Đợt 3\/2026/ }));
    expect(row.getByRole('link', { name: 'Đợt 3/2026' })).toHaveAttribute('href', `/lop/${cohortId}`);
    expect(row.getByText('14/09/2026 đến 31/12/2026')).toBeVisible();
    expect(row.getByText('3.564')).toBeVisible();
    expect(row.getByText('54%')).toBeVisible();
    expect(row.getByText(/1.925 \/ 3.564 hoàn thành/)).toBeVisible();
  });

  it('are searched by the words of the address', async () => {
    const router = await show('/lop?q=dot');
    expect((await screen.findAllByRole('row')).length).toBe(2);
    expect(server.sent('GET', '/cohorts')[0]?.query.get('q')).toBe('dot');
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Tìm' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('that are none say what will be here, with one thing to do', async () => {
    server.answers['GET /cohorts'] = () => ({ items: [], next: null, scope });
    await show();
    expect(await screen.findByText('Chưa có đợt học nào')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Mở đợt học' })).toHaveLength(1);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('that do not load can be tried again in place', async () => {
    server.answers['GET /cohorts'] = () => refusal(503, 'service.unavailable');
    await show();
    expect(await screen.findByText('Chưa tải được các đợt học')).toBeVisible();
    server.answers['GET /cohorts'] = () => ({ items: [cohort()], next: null, scope });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByRole('link', { name: 'Đợt 3/2026' })).toBeVisible();
  });
});

describe('opening a cohort', () => {
  it('sends whole days in Viet Nam and the place of the own scope, and goes to the new cohort', async () => {
    const router = await show();
    const form = await openForm();
    await userEvent.type(form.getByLabelText('Tên đợt học'), 'Đợt 4/2026');
    await userEvent.type(form.getByRole('combobox', { name: 'Khóa học' }), 'mot cua');
    await userEvent.click(await form.findByRole('option', { name: 'Xử lý hồ sơ một cửa' }));
    expect(form.getByRole('combobox', { name: 'Địa phương' })).toHaveValue('Tỉnh Lào Cai');
    const opens = form.getByLabelText('Ngày bắt đầu');
    await userEvent.clear(opens);
    await userEvent.type(opens, '01/12/2026');
    await userEvent.type(form.getByLabelText('Ngày kết thúc'), '31-12-2026');
    await userEvent.click(form.getByRole('button', { name: 'Mở đợt học' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/lop/${cohortId}`));
    expect(server.sent('POST', '/cohorts')[0]?.body).toEqual({
      name: 'Đợt 4/2026',
      courseId: 'course',
      placeId: 'p34-15',
      organisationId: null,
      opensAt: '2026-11-30T17:00:00.000Z',
      closesAt: '2026-12-31T16:59:59.999Z',
    });
  });

  it('says which day does not exist, and that the end comes after the beginning', async () => {
    await show();
    const form = await openForm();
    const opens = form.getByLabelText('Ngày bắt đầu');
    const closes = form.getByLabelText('Ngày kết thúc');
    await userEvent.type(closes, '31/02/2027');
    await userEvent.tab();
    expect(closes).toHaveAccessibleDescription(/Tháng 2 không có ngày 31/);
    await userEvent.clear(opens);
    await userEvent.type(opens, '01/03/2027');
    await userEvent.clear(closes);
    await userEvent.type(closes, '28/02/2027');
    await userEvent.click(form.getByRole('button', { name: 'Mở đợt học' }));
    expect(closes).toHaveAccessibleDescription(/Ngày kết thúc phải sau ngày bắt đầu/);
    expect(server.sent('POST', '/cohorts')).toHaveLength(0);
  });

  it('offers places of the own scope only: itself first, then those below', async () => {
    await show();
    const form = await openForm();
    const place = form.getByRole('combobox', { name: 'Địa phương' });
    await userEvent.click(place);
    expect(await form.findByRole('option', { name: 'Tỉnh Lào Cai' })).toBeVisible();
    await userEvent.clear(place);
    await userEvent.type(place, 'hop');
    await userEvent.click(await form.findByRole('option', { name: hopThanh.fullName }));
    expect(server.sent('GET', '/places').at(-1)?.query.get('under')).toBe('p34-15');
  });

  it('keeps what was filled in when the server refuses, with the reason at its field', async () => {
    server.answers['POST /cohorts'] = () => refusal(422, 'cohort.scope-invalid');
    await show();
    const form = await openForm();
    await userEvent.type(form.getByLabelText('Tên đợt học'), 'Đợt 4/2026');
    await userEvent.click(form.getByRole('combobox', { name: 'Khóa học' }));
    await userEvent.click(await form.findByRole('option', { name: 'Xử lý hồ sơ một cửa' }));
    await userEvent.type(form.getByLabelText('Ngày kết thúc'), '31/12/2099');
    await userEvent.click(form.getByRole('button', { name: 'Mở đợt học' }));
    const place = form.getByRole('combobox', { name: 'Địa phương' });
    await waitFor(() => expect(place).toHaveAccessibleDescription(/phạm vi được giao/));
    expect(form.getByLabelText('Tên đợt học')).toHaveValue('Đợt 4/2026');
  });

  it('is not offered to who has no scope of today', async () => {
    const none = { places: [], organisations: [] };
    server.answers['GET /cohorts'] = () => ({ items: [cohort()], next: null, scope: none });
    await show();
    expect(await screen.findByRole('link', { name: 'Đợt 3/2026' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Mở đợt học' })).toBeNull();
  });

  it('is for one of the own organisations when only organisations are coordinated', async () => {
    const organisation = { id: '0190c8f0-0000-7000-8000-0000000000aa', name: 'Hợp tác xã Nhãn Đồi' };
    const own = { places: [], organisations: [organisation] };
    server.answers['GET /cohorts'] = () => ({ items: [cohort()], next: null, scope: own });
    await show();
    const form = await openForm();
    expect(form.queryByRole('combobox', { name: 'Địa phương' })).toBeNull();
    await userEvent.type(form.getByLabelText('Tên đợt học'), 'Đợt 4/2026');
    await userEvent.click(form.getByRole('combobox', { name: 'Khóa học' }));
    await userEvent.click(await form.findByRole('option', { name: 'Xử lý hồ sơ một cửa' }));
    await userEvent.type(form.getByLabelText('Ngày kết thúc'), '31/12/2099');
    await userEvent.click(form.getByRole('button', { name: 'Mở đợt học' }));
    await waitFor(() => expect(server.sent('POST', '/cohorts')).toHaveLength(1));
    expect(server.sent('POST', '/cohorts')[0]?.body).toMatchObject({
      placeId: 'vn',
      organisationId: organisation.id,
    });
  });
});
