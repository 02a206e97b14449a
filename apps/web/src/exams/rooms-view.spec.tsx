// Rooms: pasted with a trial that writes nothing, added, changed without losing the invigilator, and removed.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { hopThanh, placesFor } from '../places/places.sample.js';
import * as page from './exam-page.js';
import { exam, examId, examRoom, id } from './exams.sample.js';

let server: ReturnType<typeof fakeServer>;
const path = `/exams/${examId}`;

beforeEach(() => {
  server = fakeServer({
    [`GET ${path}`]: () => exam(),
    'GET /places': ({ query }) => placesFor(query.get('q')),
    [`POST ${path}/rooms`]: () => exam(),
  });
});

async function show() {
  await showPage({
    at: `/ky-thi/${examId}?xem=phong`,
    path: '/ky-thi/:examId',
    words: ['exams', 'places'],
    module: page,
    others: ['/coi-thi/:examId', '/ky-thi/:examId/ma-phong'],
  });
  await screen.findByRole('heading', { name: 'Phòng thi' });
}

async function paste(text: string) {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Dán danh sách' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('textbox'));
  await userEvent.paste(text);
  await userEvent.click(dialog.getByRole('button', { name: 'Kiểm tra danh sách' }));
  return dialog;
}

describe('a pasted list of rooms', () => {
  it('is tried first: lines with their reasons, and nothing is written', async () => {
    const dialog = await paste(
      'Phòng 1; Xã Hợp Thành; mai@vidu.vn; 30\nPhòng 2; Xã Không Có; ; 20\nPhòng 3; hop thanh; ; nhiều\nHội trường xã Hợp Thành;;;5',
    );
    expect(
      await dialog.findByText(/1 phòng đúng, 30 chỗ\. 3 dòng cần sửa\. Chạy thử, chưa ghi gì\./),
    ).toBeVisible();
    const lines = within(dialog.getByRole('list', { name: 'Các dòng cần sửa' })).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/Dòng 2.*Không có xã, phường “Xã Không Có”/),
      expect.stringMatching(/Dòng 3.*Sức chứa là một số/),
      expect.stringMatching(/Dòng 4.*đã có phòng tên này/),
    ]);
    expect(server.sent('POST', `${path}/rooms`)).toHaveLength(0);
  });

  it('is added with the lines that are good; the others stay to be mended', async () => {
    const dialog = await paste('Phòng 1; Hợp Thành; mai@vidu.vn; 30\nPhòng 2;;;không');
    await userEvent.click(await dialog.findByRole('button', { name: 'Thêm 1 phòng' }));
    expect(await screen.findByText('Đã thêm 1 phòng.')).toBeVisible();
    expect(server.sent('POST', `${path}/rooms`)[0]?.body).toEqual({
      rooms: [{ name: 'Phòng 1', placeId: hopThanh.id, invigilatorLogin: 'mai@vidu.vn', capacity: 30 }],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Dán danh sách' }));
    expect(within(screen.getByRole('dialog')).getByRole('textbox')).toHaveValue('Phòng 2;;;không');
  });

  it('names every line whose invigilator has no account', async () => {
    server.answers[`POST ${path}/rooms`] = () =>
      refusal(422, 'room.person-unknown', {
        issues: [{ path: 'body.rooms.1.invigilatorLogin', message: 'is no account' }],
      });
    const dialog = await paste('Phòng 1;;;30\n\nPhòng 2;;ai@vidu.vn;20');
    await userEvent.click(await dialog.findByRole('button', { name: 'Thêm 2 phòng' }));
    const lines = within(await dialog.findByRole('list', { name: 'Các dòng cần sửa' }));
    expect(lines.getByRole('listitem')).toHaveTextContent(/Dòng 3.*Không có tài khoản nào/);
    expect(dialog.getByRole('button', { name: 'Thêm 1 phòng' })).toBeVisible();
  });

  it('says so when there is nothing in it', async () => {
    const dialog = await paste('   ');
    expect(await dialog.findByText('Dán ít nhất một dòng.')).toBeVisible();
  });
});

describe('a room', () => {
  const roomPath = `${path}/rooms/${id(50)}`;

  it('is changed without its invigilator being named again', async () => {
    server.answers[`PUT ${roomPath}`] = () => exam();
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Sửa: Hội trường xã Hợp Thành' }));
    const dialog = within(screen.getByRole('dialog'));
    const seats = dialog.getByLabelText('Sức chứa');
    await userEvent.clear(seats);
    await userEvent.type(seats, '11');
    await userEvent.click(dialog.getByRole('button', { name: 'Lưu phòng thi' }));
    expect(seats).toHaveAccessibleDescription(/đang có 12 thí sinh/);
    await userEvent.clear(seats);
    await userEvent.type(seats, '25');
    await userEvent.click(dialog.getByRole('button', { name: 'Lưu phòng thi' }));
    expect(await screen.findByText('Đã lưu Hội trường xã Hợp Thành.')).toBeVisible();
    expect(server.sent('PUT', roomPath)[0]?.body).toEqual({
      name: 'Hội trường xã Hợp Thành',
      placeId: hopThanh.id,
      capacity: 25,
      newCode: false,
    });
  });

  it('that is new may wait for its invigilator, and an unknown account is said at its field', async () => {
    server.answers[`POST ${path}/rooms`] = () => refusal(422, 'room.person-unknown');
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Thêm phòng' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Tên phòng'), 'Phòng 9');
    await userEvent.type(dialog.getByLabelText('Sức chứa'), '30');
    const login = dialog.getByLabelText(/Thư hoặc số điện thoại/);
    await userEvent.type(login, 'ai@vidu.vn');
    await userEvent.click(dialog.getByRole('button', { name: 'Thêm phòng' }));
    await waitFor(() => expect(login).toHaveAccessibleDescription(/Không có tài khoản nào/));
  });

  it('is removed after one question that says what follows', async () => {
    server.answers[`DELETE ${roomPath}`] = () => refusal(409, 'room.not-empty');
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ phòng: Hội trường xã Hợp Thành' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/12 thí sinh của phòng này sẽ chưa có phòng. Mã K7M2QX/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Bỏ phòng này' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(/đang có thí sinh/);
    server.answers[`DELETE ${roomPath}`] = () => exam();
    await userEvent.click(dialog.getByRole('button', { name: 'Bỏ phòng này' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('without an invigilator is marked in words and can be asked for', async () => {
    const bare = examRoom({ id: id(51), name: 'Phòng 2', invigilator: null });
    server.answers[`GET ${path}`] = () => exam({ rooms: [examRoom(), bare] });
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Thiếu giám thị (1)' }));
    await waitFor(() => expect(screen.queryByText('Hội trường xã Hợp Thành')).toBeNull());
    expect(screen.getByText('Chưa có giám thị')).toBeVisible();
  });
});
