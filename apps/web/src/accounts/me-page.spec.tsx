// The own profile: what is saved is said by the server, consents are taken back as easily as given.
import { consentTextVersion, type Consent } from '@onetouch/contract';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { currentMe, setMe } from '../platform/session.js';
import { coordinator, longName, me } from './accounts.sample.js';
import * as page from './me-page.js';

const consent = (purpose: Consent['purpose'], givenAt: string | null): Consent => ({
  purpose,
  textVersion: consentTextVersion,
  givenAt,
  withdrawnAt: null,
});
const consents = [
  consent('training-record', '2026-11-20T02:41:00.000Z'),
  consent('certificate-publication', null),
  consent('reminders', '2026-11-20T02:41:00.000Z'),
  consent('improvement', null),
];
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  setMe(me());
  server = fakeServer({
    'GET /me/consents': () => ({ items: consents }),
    'PATCH /me': ({ body }) => me(body as object),
    'DELETE /me/sessions': () => undefined,
    'DELETE /session': () => undefined,
  });
});

const show = () =>
  showPage({ at: '/toi', path: '/toi', words: ['accounts', 'places'], module: page, others: ['/'] });
const item = (name: string) => within(screen.getByRole('region', { name }));

describe('the own profile', () => {
  it('is saved whole, and said to be saved after the server has answered', async () => {
    await show();
    const name = await screen.findByLabelText('Họ và tên');
    await userEvent.clear(name);
    await userEvent.type(name, 'Lò Văn Inh');
    await userEvent.click(screen.getByRole('button', { name: 'Lưu thông tin' }));
    expect(await screen.findByText(/Đã lưu/)).toBeVisible();
    expect(server.sent('PATCH', '/me')[0]?.body).toEqual({
      fullName: 'Lò Văn Inh',
      audience: 'government',
      placeId: 'p34-15',
      organisationId: null,
      organisationName: 'Văn phòng Ủy ban',
    });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lò Văn Inh');
  });

  it('is not said to be saved when the server refuses', async () => {
    server.answers['PATCH /me'] = () => refusal(503, 'service.unavailable');
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Lưu thông tin' }));
    expect(await screen.findByText(/Máy chủ đang bận/)).toBeVisible();
    expect(screen.queryByText(/Đã lưu/)).toBeNull();
  });

  it('shows when each consent was given, and takes it back at one press', async () => {
    server.answers['PUT /me/consents/reminders'] = () => ({
      items: consents.map((one) =>
        one.purpose === 'reminders' ? { ...one, withdrawnAt: '2026-11-21T03:00:00.000Z' } : one,
      ),
    });
    await show();
    await screen.findByRole('region', { name: 'Nhận lời nhắc học' });
    const reminders = item('Nhận lời nhắc học');
    expect(reminders.getByText('Đã đồng ý ngày 20/11/2026, 09:41, bản chữ ngày 01/11/2026')).toBeVisible();
    await userEvent.click(reminders.getByRole('button', { name: 'Rút lại đồng ý' }));
    expect(await reminders.findByText('Đã rút lại ngày 21/11/2026, 10:00')).toBeVisible();
    expect(server.sent('PUT', '/me/consents/reminders')[0]?.body).toEqual({
      given: false,
      textVersion: consentTextVersion,
    });
  });

  it('explains why the training record cannot be taken back', async () => {
    await show();
    await screen.findByRole('region', { name: 'Giữ hồ sơ học tập' });
    const record = item('Giữ hồ sơ học tập');
    expect(record.queryByRole('button')).toBeNull();
    expect(record.getByText(/không rút lại được khi tài khoản còn/)).toBeVisible();
  });

  it('stands without the consents when they do not load, with another try in their place', async () => {
    server.answers['GET /me/consents'] = () => refusal(500, 'service.failed');
    await show();
    expect(await screen.findByText('Chưa tải được các mục đồng ý')).toBeVisible();
    expect(screen.getByLabelText('Họ và tên')).toHaveValue(longName);
    server.answers['GET /me/consents'] = () => ({ items: consents });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByRole('region', { name: 'Nhận lời nhắc học' })).toBeVisible();
  });

  it('puts a wrong password beside its field', async () => {
    server.answers['PUT /me/password'] = () => refusal(403, 'person.wrong-password');
    await show();
    await userEvent.type(await screen.findByLabelText('Mật khẩu hiện tại'), 'khong phai');
    await userEvent.type(screen.getByLabelText('Mật khẩu mới'), 'mua gao nep');
    await userEvent.click(screen.getByRole('button', { name: 'Đổi mật khẩu' }));
    await waitFor(() => expect(screen.getByLabelText('Mật khẩu hiện tại')).toBeInvalid());
  });

  it('says that a changed password has signed out the other devices, and empties the fields', async () => {
    server.answers['PUT /me/password'] = () => undefined;
    await show();
    await userEvent.type(await screen.findByLabelText('Mật khẩu hiện tại'), 'mua gao te');
    await userEvent.type(screen.getByLabelText('Mật khẩu mới'), 'mua gao nep');
    await userEvent.click(screen.getByRole('button', { name: 'Đổi mật khẩu' }));
    expect(await screen.findByText(/Các máy khác đã đăng xuất/)).toBeVisible();
    expect(screen.getByLabelText('Mật khẩu mới')).toHaveValue('');
  });

  it('names the roles of staff with the doors that they open', async () => {
    const abilities = { author: false, coordinate: true, administer: false };
    setMe(me({ grants: [coordinator], abilities }));
    await show();
    expect(await screen.findByText('Cán bộ phụ trách đào tạo · Tỉnh Lào Cai')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Đợt học' })).toHaveAttribute('href', '/lop');
  });

  it('opens the rooms of somebody who invigilates without any role', async () => {
    setMe(me({ id: '0190c8f0-0000-7000-8000-000000000051' }));
    server.answers['GET /exams/invigilated'] = () => ({ items: [{}] });
    await show();
    expect(await screen.findByRole('link', { name: 'Phòng tôi coi thi' })).toHaveAttribute(
      'href',
      '/coi-thi',
    );
  });

  it('offers no rooms to somebody who invigilates nowhere', async () => {
    server.answers['GET /exams/invigilated'] = () => ({ items: [] });
    await show();
    await waitFor(() => expect(server.sent('GET', '/exams/invigilated')).toHaveLength(1));
    expect(screen.queryByRole('region', { name: 'Quyền được giao' })).toBeNull();
  });

  it('ends every session after asking, and goes home', async () => {
    const router = await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Đăng xuất mọi máy' }));
    expect(server.sent('DELETE', '/me/sessions')).toHaveLength(0);
    const dialog = within(screen.getByRole('dialog', { name: 'Đăng xuất mọi máy?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Đăng xuất mọi máy' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
    expect(server.sent('DELETE', '/me/sessions')).toHaveLength(1);
    expect(currentMe()).toBeNull();
  });
});
