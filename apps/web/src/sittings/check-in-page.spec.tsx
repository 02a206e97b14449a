// The door of the room: codes as people type them, the address of a QR code, and a next step for every refusal.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { setMe } from '../platform/session.js';
import {
  ExamServer,
  giveCaches,
  giveCrypto,
  lan,
  minutes,
  sampleSitting,
  sittingId,
  start,
} from './sittings.sample.js';
import { takeHandedOver } from './sitting-copy.js';
import { readCode } from './typed-code.js';

let server: ExamServer;
const open = async (code = '') =>
  showPage({
    at: paths.checkIn(code),
    path: code ? patterns.checkInCode : patterns.checkIn,
    words: ['sittings', 'certificates'],
    module: await import('./check-in-page.js'),
    others: [patterns.sitting, patterns.sittings, patterns.signIn],
  });
const field = () => screen.findByRole('textbox', { name: 'Mã điểm danh' });
const press = () => userEvent.click(screen.getByRole('button', { name: 'Điểm danh' }));
const enter = async (code: string) => {
  await open();
  await userEvent.type(await field(), code);
  await press();
};

beforeEach(() => {
  giveCrypto(true);
  giveCaches();
  setMe(lan);
  server = new ExamServer(sampleSitting());
  server.at(start - minutes(20));
});
afterEach(() => {
  cleanup();
  takeHandedOver(sittingId);
  Reflect.deleteProperty(globalThis, 'caches');
  Reflect.deleteProperty(globalThis, 'BarcodeDetector');
});

describe('a code', () => {
  it.each([
    ['ab3-k9x', 'AB3K9X'],
    [' AB3 K9X ', 'AB3K9X'],
    ['https://onetouch.example/check-in/AB3K9X?x=1', 'AB3K9X'],
    ['đb3k9x', 'DB3K9X'],
    ['ấb3k9x', 'AB3K9X'],
    ['', ''],
    ['/check-in/%E0%A4%A', 'E0A4A'],
  ])('is read from "%s" as "%s"', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });
});

describe('check-in', () => {
  it('forgives case, blanks and dashes, and leads to the waiting room that needs no second request', async () => {
    const router = await open();
    await userEvent.type(await field(), 'ab3-k9x');
    expect(screen.getByText('Lê Thị Lan')).toBeVisible();
    await press();
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.sitting(sittingId)));
    expect(server.sent('/check-in')).toEqual([{ path: '/check-in', body: { code: 'AB3K9X' } }]);
    expect(takeHandedOver(sittingId)?.sealedPaper).not.toBeNull();
    expect(router.state.historyAction).toBe('REPLACE');
  });

  it('with the address of a QR code needs one press, and none happens by itself', async () => {
    const router = await open('AB3K9X');
    expect(await field()).toHaveValue('AB3K9X');
    expect(server.sent('/check-in')).toEqual([]);
    await press();
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.sitting(sittingId)));
  });

  it('says what is missing without asking the server', async () => {
    await open();
    await field();
    await press();
    expect(screen.getByText('Chưa có mã. Xem mã ghi ở phòng thi.')).toBeVisible();
    await userEvent.type(await field(), 'AB3');
    await press();
    expect(screen.getByText(/ở đây đang có 3/)).toBeVisible();
    expect(await field()).toBeInvalid();
    expect(server.sent('/check-in')).toEqual([]);
  });

  it('says at the field that no room has the code, until it is changed', async () => {
    server.refusals = [{ code: 'check-in.code-unknown', status: 404 }];
    await enter('AB3K9Y');
    expect(await screen.findByText(/Không có phòng thi nào dùng mã này/)).toBeVisible();
    expect(await field()).toBeInvalid();
    await userEvent.type(await field(), '{Backspace}X');
    expect(await field()).toBeValid();
  });

  it.each([
    { code: 'check-in.not-listed', status: 403, words: /Không có tên trong danh sách/ },
    { code: 'room.full', status: 409, words: /Phòng này đã đủ người/ },
  ])('tells whoever is refused by $code to see the invigilator, by name', async ({ words, ...refusal }) => {
    server.refusals = [refusal];
    await enter('AB3K9X');
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByText(/Báo giám thị tên Lê Thị Lan/)).toBeVisible();
    expect(screen.getByText(/Báo giám thị tên Lê Thị Lan/)).toHaveTextContent(/Điểm danh lại/);
    expect(await screen.findByText(/phòng được xếp là Phòng 2, Xã Hợp Thành/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Điểm danh' })).toBeEnabled();
  });

  it('waits where it is too early, and checks in by itself when it opens', async () => {
    const refusal = {
      ...{ code: 'check-in.not-open', status: 409 },
      // From when it is refused, however long it takes to come so far.
      get retryAt() {
        return new Date(server.now() + 1_200).toISOString();
      },
    };
    server.refusals = [refusal];
    const router = await open('AB3K9X');
    await field();
    await press();
    expect(await screen.findByText(/Cứ để trang này, đến giờ sẽ tự điểm danh/)).toBeVisible();
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.sitting(sittingId)));
    expect(server.sent('/check-in')).toHaveLength(2);
  });

  it('keeps the code without a network, and goes on when it is back', async () => {
    server.isReachable = false;
    const router = await open('AB3K9X');
    await field();
    await press();
    expect(await screen.findByText(/Mã đã ghi lại. Trang này tự thử lại./)).toBeVisible();
    server.isReachable = true;
    dispatchEvent(new Event('online'));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.sitting(sittingId)));
  });

  it('lets the next person of a shared machine sign in and come back to the code', async () => {
    const router = await open('AB3K9X');
    await field();
    const answer = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      init?.method === 'DELETE' || String(input).includes('sign-out')
        ? Promise.resolve(new Response(null, { status: 204 }))
        : answer(input, init);
    await userEvent.click(screen.getByRole('button', { name: 'Không phải bạn? Đổi tài khoản' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.signIn()));
    expect(router.state.location.search).toBe('?tiep=%2Fcheck-in%2FAB3K9X');
  });

  it('offers the camera only where the browser reads QR codes', async () => {
    await open();
    await field();
    expect(screen.queryByRole('button', { name: 'Quét mã QR' })).not.toBeInTheDocument();
    cleanup();
    Object.assign(globalThis, { BarcodeDetector: class {} });
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia: () => Promise.reject(new Error('not allowed')) },
    });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Quét mã QR' }));
    expect(await screen.findByRole('dialog')).toBeVisible();
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
