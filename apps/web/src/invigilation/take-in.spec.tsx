// Somebody of another room stands at the door: found, taken in with a reason, and refused with words that help.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { board, candidate, examEvent, examId, otherRoomId, roomId } from './invigilation.sample.js';
import * as page from './room-page.js';

const stranger = candidate({
  id: '0190c8f0-0000-7000-8000-0000000000ee',
  fullName: 'Vừ Mí Sính',
  roomId: otherRoomId,
  status: 'absent',
  checkedInAt: null,
  startedAt: null,
});
const movePath = `/exams/${examId}/candidates/${stranger.id}/room`;
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    [`GET /exams/${examId}/board`]: () => board(),
    [`GET /exams/${examId}/events`]: () => ({ items: [examEvent()], next: null }),
    [`GET /exams/${examId}/board/candidates`]: () => ({
      items: [
        { ...stranger, roomName: 'Phòng 2' },
        { ...stranger, id: '0190c8f0-0000-7000-8000-0000000000ef', roomId, roomName: 'Phòng 1' },
      ],
    }),
  });
});

const find = async () => {
  const at = `/coi-thi/${examId}/phong/${roomId}`;
  const path = '/coi-thi/:examId/phong/:roomId';
  await showPage({ at, path, words: ['invigilation', 'sittings'], module: page });
  await userEvent.click(await screen.findByRole('button', { name: 'Nhận người phòng khác' }));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Tên thí sinh' }), 'vu mi');
  return within(screen.getByRole('dialog'));
};
const choose = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Nhận vào phòng này: Vừ Mí Sính' }));
  return within(screen.getByRole('dialog'));
};

describe('somebody of another room', () => {
  it('is found in the whole exam with the room of the seat, and not offered from the own room', async () => {
    const dialog = await find();
    expect(await dialog.findByText('Tìm thấy 2 người.')).toBeVisible();
    expect(dialog.getByText(/^Phòng 2 · /)).toBeVisible();
    expect(dialog.getByText(/^Đã ở phòng này · /)).toBeVisible();
    expect(dialog.getAllByRole('button', { name: /Nhận vào phòng này: / })).toHaveLength(1);
    await waitFor(() => {
      const [asked] = server.sent('GET', `/exams/${examId}/board/candidates`).slice(-1);
      expect(asked?.query.get('q')).toBe('vu mi');
    });
  });

  it('is taken in with a reason and stands on the board', async () => {
    const here = { ...stranger, roomId };
    server.answers[`PUT ${movePath}`] = () => {
      const all = [...board().candidates, here];
      server.answers[`GET /exams/${examId}/board`] = () => board({ candidates: all });
      return here;
    };
    await find();
    const dialog = await choose();
    expect(dialog.getByText('Chỗ hiện nay: Phòng 2.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Nhận vào phòng' }));
    expect(dialog.getByLabelText('Lý do')).toBeInvalid();
    expect(server.sent('PUT', movePath)).toHaveLength(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Ngồi nhầm phòng' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Nhận vào phòng' }));
    expect(await dialog.findByText('Vừ Mí Sính đã thuộc phòng này.')).toBeVisible();
    expect(server.sent('PUT', movePath)[0]?.body).toEqual({ roomId, reason: 'Ngồi nhầm phòng' });
    await userEvent.click(dialog.getAllByRole('button', { name: 'Đóng' }).slice(-1)[0] as HTMLElement);
    expect(screen.getByRole('row', { name: /Vừ Mí Sính/ })).toBeVisible();
  });

  it('is told of a room without a free seat in words for the invigilator', async () => {
    server.answers[`PUT ${movePath}`] = () => refusal(409, 'room.full');
    await find();
    const dialog = await choose();
    await userEvent.click(dialog.getByRole('button', { name: 'Ngồi nhầm phòng' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Nhận vào phòng' }));
    expect(await dialog.findByText('Phòng này đã đủ chỗ. Nhờ người tổ chức thêm chỗ.')).toBeVisible();
  });
});
