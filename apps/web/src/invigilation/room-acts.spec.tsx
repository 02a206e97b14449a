// What an invigilator does for a person or the whole room, each act with its answer or refusal.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../test/server.js';
import {
  after,
  board,
  boardRoom,
  candidate,
  examEvent,
  examId,
  otherRoomId,
  pao,
  roomId,
  xuan,
} from './invigilation.sample.js';
import { giveRoom, readPath, showRoom, takeRoom } from './room-desk.sample.js';

const ofPao = `/exams/${examId}/candidates/${pao.id}`;
const ofXuan = `/exams/${examId}/candidates/${xuan.id}`;
const ofRoom = `/exams/${examId}/rooms/${roomId}`;
let server: ReturnType<typeof giveRoom>;

beforeEach(() => {
  server = giveRoom();
});
afterEach(takeRoom);

const help = async (name: string, what: string) => {
  await userEvent.click(screen.getByRole('button', { name: `Hỗ trợ ${name}` }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: what }));
  return within(await screen.findByRole('dialog'));
};

describe('what is done for one person', () => {
  it('check-in by hand needs no reason and shows the answer of the server', async () => {
    const answer = { ...xuan, status: 'checked-in', checkedInAt: after(11) };
    server.answers[`POST ${ofXuan}/check-in`] = () => answer;
    await showRoom();
    const dialog = await help('Bàn Thị Xuân', 'Điểm danh tay');
    await userEvent.click(dialog.getByRole('button', { name: 'Điểm danh' }));
    expect(await dialog.findByText('Đã điểm danh Bàn Thị Xuân lúc 09:11.')).toBeVisible();
    expect(server.sent('POST', `${ofXuan}/check-in`)[0]?.body).toEqual({ reason: '' });
    await userEvent.click(dialog.getAllByRole('button', { name: 'Đóng' }).at(-1) as HTMLElement);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Hỗ trợ Bàn Thị Xuân' })).toHaveFocus());
  });

  it('more minutes ask for minutes and a reason, and the same wish sent again has the same id', async () => {
    let tries = 0;
    server.answers[`POST ${ofPao}/extension`] = () => {
      tries += 1;
      if (tries === 1) return refusal(503, 'service.unavailable');
      return { ...pao, extraMinutes: 15, deadlineAt: after(60) };
    };
    await showRoom();
    const dialog = await help('Giàng A Páo', 'Thêm phút');
    const submit = dialog.getByRole('button', { name: 'Thêm phút' });
    await userEvent.click(submit);
    expect(dialog.getAllByText('Ghi lý do, ít nhất 3 chữ cái.')).not.toHaveLength(0);
    expect(dialog.getAllByText('Ghi số phút từ 1 đến 180.')).not.toHaveLength(0);
    expect(server.sent('POST', `${ofPao}/extension`)).toHaveLength(0);
    await userEvent.click(dialog.getByRole('button', { name: '15 phút' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Mất mạng' }));
    await userEvent.click(submit);
    expect(await dialog.findByText(/Máy chủ đang bận/)).toBeVisible();
    await userEvent.click(submit);
    expect(await dialog.findByText('Giàng A Páo được thêm tất cả 15 phút.')).toBeVisible();
    expect(dialog.getByText('Hạn nộp mới: 10:00.')).toBeVisible();
    const [first, second] = server.sent('POST', `${ofPao}/extension`).map(({ body }) => body);
    expect(first).toMatchObject({ minutes: 15, reason: 'Mất mạng' });
    expect(second).toEqual(first);
  });

  it('a full room is refused in words, and another room is taken', async () => {
    server.answers[`PUT ${ofPao}/room`] = () => refusal(409, 'room.full');
    await showRoom();
    const dialog = await help('Giàng A Páo', 'Chuyển phòng');
    await userEvent.selectOptions(dialog.getByLabelText('Phòng mới'), otherRoomId);
    await userEvent.click(dialog.getByRole('button', { name: 'Chuyển phòng' }));
    expect(await dialog.findByText('Phòng đó đã đủ chỗ. Chọn phòng khác.')).toBeVisible();
    server.answers[`PUT ${ofPao}/room`] = () => ({ ...pao, roomId: otherRoomId });
    server.answers[`GET ${readPath}`] = () => board({ serverTime: after(11), candidates: [xuan] });
    await userEvent.click(dialog.getByRole('button', { name: 'Chuyển phòng' }));
    expect(await dialog.findByText('Đã chuyển Giàng A Páo sang Phòng 2.')).toBeVisible();
    expect(server.sent('PUT', `${ofPao}/room`)[1]?.body).toEqual({ roomId: otherRoomId, reason: '' });
    await waitFor(() => expect(screen.queryByText('Giàng A Páo')).not.toBeInTheDocument());
  });

  it('starting over is not offered for time that was lost: it leads to more minutes', async () => {
    await showRoom();
    const dialog = await help('Giàng A Páo', 'Làm lại từ đầu');
    expect(dialog.getByText(/không cần làm lại: dùng Thêm phút, các câu đã trả lời vẫn còn/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Mở nhầm bài của người khác' })).toBeVisible();
    for (const name of ['Mất mạng', 'Máy hỏng, phải đổi máy'])
      expect(dialog.queryByRole('button', { name })).not.toBeInTheDocument();
  });

  it.each([
    ['Làm lại từ đầu', 'Cho làm lại', 'restart', { status: 'checked-in', attemptNumber: 2 }, /lượt 2/],
    [
      'Nộp giúp',
      'Nộp bài giúp',
      'close',
      { status: 'submitted', submittedAt: after(12) },
      /lúc 09:12, 7\/20 câu/,
    ],
  ])('%s asks for a reason and shows what came of it', async (act1, submit, verb, wish, words) => {
    server.answers[`POST ${ofPao}/${verb}`] = () => candidate({ ...pao, ...(wish as object) });
    await showRoom();
    const dialog = await help('Giàng A Páo', act1);
    await userEvent.type(dialog.getByLabelText('Lý do'), 'Mở nhầm');
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    expect(await dialog.findByText(words)).toBeVisible();
    expect(server.sent('POST', `${ofPao}/${verb}`)[0]?.body).toMatchObject({ reason: 'Mở nhầm' });
  });

  it('undoing a check-in after the start is refused in words', async () => {
    const waits = candidate({ ...pao, status: 'checked-in', startedAt: null });
    server.answers[`GET ${readPath}`] = () => board({ candidates: [waits] });
    server.answers[`POST ${ofPao}/undo-check-in`] = () => refusal(409, 'exam.started');
    await showRoom();
    const dialog = await help('Giàng A Páo', 'Bỏ điểm danh');
    await userEvent.click(dialog.getByRole('button', { name: 'Điểm danh nhầm người' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Bỏ điểm danh' }));
    expect(await dialog.findByText(/Người này đã mở đề/)).toBeVisible();
  });

  it('a note names the person and is followed by a fresh record', async () => {
    server.answers[`POST /exams/${examId}/notes`] = () => examEvent({ kind: 'noted', at: after(11, 12) });
    await showRoom();
    const before = server.sent('GET', `/exams/${examId}/events`).length;
    const dialog = await help('Giàng A Páo', 'Ghi sự cố');
    await userEvent.type(dialog.getByLabelText('Chuyện gì đã xảy ra'), 'Đổi máy lúc 09:11');
    await userEvent.click(dialog.getByRole('button', { name: 'Ghi vào nhật ký' }));
    expect(await dialog.findByText('Đã ghi vào nhật ký lúc 09:11:12.')).toBeVisible();
    expect(server.sent('POST', `/exams/${examId}/notes`)[0]?.body).toMatchObject({
      ...{ roomId, candidateId: pao.id, text: 'Đổi máy lúc 09:11' },
    });
    await waitFor(() => expect(server.sent('GET', `/exams/${examId}/events`)).toHaveLength(before + 1));
  });
});

describe('what is done to the whole room', () => {
  const act2 = async (button: string) => {
    await userEvent.click(screen.getByRole('button', { name: button }));
    return within(await screen.findByRole('dialog'));
  };

  it('a pause stops the clock of the board, and the room can go on', async () => {
    const rooms = [boardRoom({ pausedAt: after(11) }, board().rooms[0]?.counts)];
    const stopped = board({ serverTime: after(11), rooms });
    server.answers[`POST ${ofRoom}/pause`] = () => stopped;
    await showRoom();
    const dialog = await act2('Tạm dừng');
    await userEvent.click(dialog.getByRole('button', { name: 'Mất điện' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Tạm dừng phòng' }));
    expect(await dialog.findByText('Đồng hồ của phòng dừng từ 09:11:00.')).toBeVisible();
    await userEvent.click(dialog.getAllByRole('button', { name: 'Đóng' }).at(-1) as HTMLElement);
    expect(screen.getByText('Dừng từ 09:11.')).toBeVisible();
    server.answers[`POST ${ofRoom}/resume`] = () => board({ serverTime: after(12) });
    const again = await act2('Cho chạy tiếp');
    await userEvent.click(again.getByRole('button', { name: 'Cho chạy tiếp' }));
    expect(await again.findByText('Đồng hồ của phòng đã chạy lại.')).toBeVisible();
  });

  it('time given back shows the new end, or why it was refused', async () => {
    server.answers[`POST ${ofRoom}/credit`] = () => refusal(409, 'exam.released');
    await showRoom();
    const dialog = await act2('Bù giờ cả phòng');
    await userEvent.click(dialog.getByRole('button', { name: '10 phút' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Mất điện' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Bù giờ' }));
    expect(await dialog.findByText(/Kết quả kỳ thi đã công bố/)).toBeVisible();
    const candidates = [{ ...pao, extraMinutes: 10, deadlineAt: after(55) }];
    server.answers[`POST ${ofRoom}/credit`] = () => board({ serverTime: after(11), candidates });
    await userEvent.click(dialog.getByRole('button', { name: 'Bù giờ' }));
    expect(await dialog.findByText('Đa số hết giờ lúc 09:55.')).toBeVisible();
    const [body] = server.sent('POST', `${ofRoom}/credit`).map((one) => one.body);
    expect(body).toMatchObject({ minutes: 10, reason: 'Mất điện' });
  });
});
