// Signing in: back to where one was going, and refusals that help without telling strangers anything.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { currentMe, setMe } from '../platform/session.js';
import { me } from './accounts.sample.js';
import * as page from './sign-in-page.js';

let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  setMe(null);
  server = fakeServer({ 'POST /session': () => me() });
});

const show = () =>
  showPage({
    at: '/dang-nhap?tiep=%2Flop%3Fq%3Dcan',
    path: '/dang-nhap',
    words: ['accounts'],
    module: page,
    others: ['/', '/lop'],
  });

async function signIn() {
  await userEvent.type(await screen.findByLabelText('Thư điện tử hoặc số điện thoại'), 'anh@coquan.gov.vn');
  await userEvent.type(screen.getByLabelText('Mật khẩu'), 'mua gao nep');
  await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }));
}

describe('signing in', () => {
  it('goes on to where one was going', async () => {
    const router = await show();
    await signIn();
    await waitFor(() =>
      expect(router.state.location.pathname + router.state.location.search).toBe('/lop?q=can'),
    );
    expect(currentMe()?.fullName).toBe(me().fullName);
  });

  it('carries the way back over to registering', async () => {
    await show();
    expect(await screen.findByRole('link', { name: 'Đăng ký' })).toHaveAttribute(
      'href',
      '/dang-ky?tiep=%2Flop%3Fq%3Dcan',
    );
  });

  it('does not say which of the two was wrong, and stays where it is', async () => {
    server.answers['POST /session'] = () => refusal(401, 'session.wrong-credentials');
    const router = await show();
    await signIn();
    expect(await screen.findByText(/mật khẩu chưa đúng/)).toBeVisible();
    expect(router.state.location.pathname).toBe('/dang-nhap');
  });

  it('says how many minutes to wait after too many tries', async () => {
    const retryAt = new Date(Date.now() + 3 * 60_000 - 5_000).toISOString();
    server.answers['POST /session'] = () => refusal(429, 'request.throttled', { retryAt });
    await show();
    await signIn();
    expect(await screen.findByText(/Chờ 3 phút rồi thử lại, từ \d\d:\d\d/)).toBeVisible();
  });

  it('sends twice only when it is pressed again after an answer', async () => {
    await show();
    await signIn();
    expect(server.sent('POST', '/session')).toHaveLength(1);
  });
});
