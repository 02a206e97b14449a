// Registering: consent is never given beforehand, faults are found where they are, and the server has the last word.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { placesFor } from '../places/places.sample.js';
import { currentMe, setMe } from '../platform/session.js';
import { me } from './accounts.sample.js';
import * as page from './register-page.js';

const show = (at = '/dang-ky') =>
  showPage({
    at,
    path: '/dang-ky',
    words: ['accounts', 'places'],
    module: page,
    others: ['/', '/viec-hoc'],
  });
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Lập tài khoản' }));
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  setMe(null);
  server = fakeServer({
    'GET /places': ({ query }) => placesFor(query.get('q')),
    'GET /organisations': () => ({ items: [], next: null }),
    'POST /people': () => me(),
  });
});

/** As a password manager or a clipboard fills a field. */
async function put(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

async function fill() {
  await put(await screen.findByLabelText('Họ và tên'), ' Lò Văn Inh');
  await put(screen.getByLabelText('Thư điện tử hoặc số điện thoại'), '0912.345.678');
  await put(screen.getByLabelText('Mật khẩu'), 'mua gao nep');
  await userEvent.click(screen.getByLabelText(/Người dân/));
  await put(screen.getByLabelText('Tỉnh, thành phố'), 'lao');
  await userEvent.click(await screen.findByText('Tỉnh Lào Cai'));
  await put(screen.getByLabelText(/Cơ quan, tổ chức/), 'Chợ Cốc Lếu');
  await userEvent.click(screen.getByLabelText(/Giữ hồ sơ học tập/));
}

describe('registering', () => {
  it('has nothing ticked, and says of each purpose what happens without it', async () => {
    await show();
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes).toHaveLength(4);
    boxes.forEach((box) => expect(box).not.toBeChecked());
    expect(screen.getAllByText(/^Không đồng ý thì/)).toHaveLength(4);
    expect(screen.getByText(/Bản chữ ngày 01\/11\/2026/)).toBeVisible();
  });

  it('lists everything that is missing, takes the focus there, and sends nothing', async () => {
    await show();
    await screen.findByLabelText('Họ và tên');
    await submit();
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Có 6 chỗ cần sửa');
    await userEvent.click(screen.getByRole('link', { name: 'Chọn tỉnh, thành phố.' }));
    expect(screen.getByRole('combobox', { name: 'Tỉnh, thành phố' })).toHaveFocus();
    expect(server.sent('POST', '/people')).toHaveLength(0);
  });

  it('tells of a wrong number when the field is left, not while typing, and not when it was only passed by', async () => {
    await show();
    const login = await screen.findByLabelText('Thư điện tử hoặc số điện thoại');
    await userEvent.click(login);
    await userEvent.tab();
    expect(login).not.toHaveAttribute('aria-invalid');
    await userEvent.type(login, '0912');
    expect(login).not.toHaveAttribute('aria-invalid');
    await userEvent.tab();
    expect(login).toBeInvalid();
    expect(login).toHaveAccessibleDescription(/Số điện thoại chưa đúng/);
  });

  it('sends what was filled in, and goes back to where one came from', async () => {
    const router = await show('/dang-ky?tiep=%2Fviec-hoc');
    await fill();
    await submit();
    await waitFor(() => expect(router.state.location.pathname).toBe('/viec-hoc'));
    expect(server.sent('POST', '/people')[0]?.body).toEqual({
      fullName: ' Lò Văn Inh',
      login: '0912.345.678',
      password: 'mua gao nep',
      audience: 'resident',
      placeId: 'p34-15',
      organisationId: null,
      organisationName: 'Chợ Cốc Lếu',
      locale: 'vi',
      consents: [{ purpose: 'training-record', textVersion: '2026-11-01' }],
    });
    expect(currentMe()?.id).toBe(me().id);
  });

  it('puts a taken address beside its field and keeps everything that was filled in', async () => {
    server.answers['POST /people'] = () => refusal(409, 'person.login-taken');
    await show();
    await fill();
    await submit();
    const login = screen.getByLabelText('Thư điện tử hoặc số điện thoại');
    await waitFor(() => expect(login).toBeInvalid());
    expect(login).toHaveAccessibleDescription(/đã có tài khoản/);
    expect(screen.getByLabelText('Họ và tên')).toHaveValue(' Lò Văn Inh');
    expect(currentMe()).toBeNull();
  });

  it('puts what the server finds wrong beside the field that it names', async () => {
    const issues = [{ path: 'body.fullName', message: 'must not contain control characters' }];
    server.answers['POST /people'] = () => refusal(400, 'request.invalid', { issues });
    await show();
    await fill();
    await submit();
    await waitFor(() => expect(screen.getByLabelText('Họ và tên')).toBeInvalid());
    expect(screen.getByRole('alert')).toHaveTextContent('Máy chủ không nhận ô này.');
  });

  it('says that there is no network without losing a word', async () => {
    delete server.answers['POST /people'];
    await show();
    await fill();
    await submit();
    expect(await screen.findByText(/Đang mất mạng/)).toBeVisible();
    expect(screen.getByLabelText('Mật khẩu')).toHaveValue('mua gao nep');
  });

  it('sends whoever is signed in on', async () => {
    setMe(me());
    const router = await show('/dang-ky?tiep=%2Fviec-hoc');
    await waitFor(() => expect(router.state.location.pathname).toBe('/viec-hoc'));
  });
});
