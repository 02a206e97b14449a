// The board of one room: live news, a lost line said plainly, and everything that an invigilator does with its answer or refusal.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { forgetServerClock } from '../platform/server-clock.js';
import { FakeStream } from './fake-stream.sample.js';
import {
  after,
  board,
  boardRoom,
  candidate,
  exam,
  examEvent,
  examId,
  news,
  otherRoomId,
  pao,
  roomId,
  xuan,
} from './invigilation.sample.js';
import * as page from './room-page.js';

const path = '/coi-thi/:examId/phong/:roomId';
const readPath = `/exams/${examId}/board`;
const ofPao = `/exams/${examId}/candidates/${pao.id}`;
const ofXuan = `/exams/${examId}/candidates/${xuan.id}`;
const ofRoom = `/exams/${examId}/rooms/${roomId}`;
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  FakeStream.all = [];
  Object.assign(globalThis, { EventSource: FakeStream });
  forgetServerClock();
  server = fakeServer({
    [`GET ${readPath}`]: () => board(),
    [`GET /exams/${examId}/events`]: () => ({ items: [examEvent()], next: null }),
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'EventSource');
});

const show = async (search = '') => {
  const at = `/coi-thi/${examId}/phong/${roomId}${search}`;
  const router = await showPage({ at, path, words: ['invigilation', 'sittings'], module: page });
  await screen.findByRole('heading', { level: 1 });
  return router;
};
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const say = (wish: object) => act(() => FakeStream.last().say(news(wish)));
const help = async (name: string, what: string) => {
  await userEvent.click(screen.getByRole('button', { name: `Hỗ trợ ${name}` }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: what }));
  return within(await screen.findByRole('dialog'));
};

describe('the board of a room', () => {
  it('shows the time of its numbers, the code, who needs help first, and the record', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Phòng 1');
    expect(screen.getByText(/Cập nhật liên tục · tính đến 09:10:00/)).toBeVisible();
    expect(screen.getByText('K7M2QX')).toBeVisible();
    expect(screen.getByRole('timer')).toHaveAccessibleName(/Đa số còn 36 phút/);
    expect(names()[0]).toContain('Bàn Thị Xuân');
    const row = within(screen.getByRole('row', { name: /Giàng A Páo/ }));
    expect(row.getByText('7/20 câu')).toBeVisible();
    expect(row.getByText('09:09:50')).toBeVisible();
    expect(await screen.findByText('Tạm dừng phòng')).toBeVisible();
    expect(server.sent('GET', readPath)[0]?.query.get('roomId')).toBe(roomId);
    expect(FakeStream.last().url).toBe(`/api/v1${readPath}/stream?roomId=${roomId}`);
  });

  it("somebody else's room is told as such, with the way to the own rooms", async () => {
    server.answers[`GET ${readPath}`] = () => refusal(404, 'room.not-found');
    await show();
    expect(screen.getByRole('heading', { level: 1, name: 'Không mở được bảng này' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem phòng tôi coi thi' })).toHaveAttribute('href', '/coi-thi');
  });

  it('applies news, moves who lost the network to the top, and says so aloud, but not every number', async () => {
    await show();
    const said = screen.getByRole('log');
    say({ candidates: [{ ...pao, answered: 8 }] });
    expect(screen.getByText('8/20 câu')).toBeVisible();
    expect(said).toBeEmptyDOMElement();
    say({ candidates: [{ ...pao, status: 'offline', lastSeenAt: after(7), waiting: 2 }] });
    expect(said).toHaveTextContent('Giàng A Páo mất mạng.');
    expect(screen.getByText('Mất mạng 4 phút')).toBeVisible();
    expect(screen.getByText('2 câu chờ trên máy')).toBeVisible();
    expect(screen.getByText(/tính đến 09:11:00/)).toBeVisible();
    expect(names()[0]).toContain('Giàng A Páo');
  });

  it('says who was moved to another room, and reads the record again', async () => {
    await show();
    const reads = () => server.sent('GET', `/exams/${examId}/events`).length;
    await waitFor(() => expect(reads()).toBe(1));
    say({ candidates: [{ ...pao, roomId: otherRoomId }] });
    const words = 'Giàng A Páo đã được chuyển sang phòng khác. Xem nhật ký của phòng.';
    expect(screen.getByRole('log')).toHaveTextContent(words);
    expect(screen.queryByRole('row', { name: /Giàng A Páo/ })).toBeNull();
    await waitFor(() => expect(reads()).toBe(2));
  });

  it('says since when it is lost when neither stream nor server answer, and is live again by itself', async () => {
    await show();
    delete server.answers[`GET ${readPath}`];
    act(() => FakeStream.last().fail());
    const words = /Mất kết nối từ 09:10:00. Số liệu bên dưới là của lúc đó/;
    expect((await screen.findAllByText(words))[0]).toBeVisible();
    expect(screen.queryByText(/Cập nhật liên tục/)).not.toBeInTheDocument();
    server.answers[`GET ${readPath}`] = () => board({ serverTime: after(12) });
    await userEvent.click(screen.getByRole('button', { name: 'Nối lại ngay' }));
    expect(await screen.findByText(/Cập nhật liên tục · tính đến 09:12:00/)).toBeVisible();
    expect(screen.getByText('Đã nối lại. Số liệu là của bây giờ.')).toBeInTheDocument();
  });

  it('asks for the board while the stream does not come', async () => {
    Reflect.deleteProperty(globalThis, 'EventSource');
    await show();
    await userEvent.type(screen.getByLabelText('Tìm tên, cơ quan'), 'xuan');
    expect(names()).toHaveLength(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/đang được hỏi lại 5 giây một lần/)).toBeVisible();
  });

  it('filters who needs help, keeps that in the address, and asks the server nothing for it', async () => {
    const router = await show();
    const before = server.sent('GET', readPath).length;
    await userEvent.click(screen.getByRole('button', { name: 'Cần chú ý (1)' }));
    expect(names()).toHaveLength(1);
    expect(router.state.location.search).toBe('?chu-y=1');
    expect(server.sent('GET', readPath)).toHaveLength(before);
  });

  it('offers only what the server allows', async () => {
    const none = { pause: false, credit: false, restart: false, extend: false, close: false };
    const abilities = { ...board().abilities, ...none, undoCheckIn: false, checkIn: false, move: false };
    const before = exam({ status: 'check-in' });
    server.answers[`GET ${readPath}`] = () => board({ abilities, exam: before, serverTime: after(-20) });
    await show();
    expect(screen.queryByRole('button', { name: 'Bù giờ cả phòng' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Tạm dừng' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Hỗ trợ Giàng A Páo' }));
    const menu = within(screen.getByRole('list', { name: 'Chọn việc cần làm' }));
    expect(menu.getAllByRole('button').map((one) => one.textContent)).toEqual(['Ghi sự cố']);
  });

  it('shows the code on the wall, and gives the focus back', async () => {
    await show();
    const button = screen.getByRole('button', { name: 'Chiếu mã' });
    await userEvent.click(button);
    const wall = within(screen.getByRole('dialog', { name: 'Phòng 1' }));
    expect(wall.getByText('Mã điểm danh: K 7 M 2 Q X')).toBeInTheDocument();
    expect(wall.getByText('Đã điểm danh 2 trên 3')).toBeVisible();
    await userEvent.click(wall.getByRole('button', { name: 'Thôi chiếu' }));
    await waitFor(() => expect(button).toHaveFocus());
  });
});

describe('what is done for one person', () => {
  it('check-in by hand needs no reason and shows the answer of the server', async () => {
    const answer = { ...xuan, status: 'checked-in', checkedInAt: after(11) };
    server.answers[`POST ${ofXuan}/check-in`] = () => answer;
    await show();
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
    await show();
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
    await show();
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
    await show();
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
    await show();
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
    await show();
    const dialog = await help('Giàng A Páo', 'Bỏ điểm danh');
    await userEvent.click(dialog.getByRole('button', { name: 'Điểm danh nhầm người' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Bỏ điểm danh' }));
    expect(await dialog.findByText(/Người này đã mở đề/)).toBeVisible();
  });

  it('a note names the person and is followed by a fresh record', async () => {
    server.answers[`POST /exams/${examId}/notes`] = () => examEvent({ kind: 'noted', at: after(11, 12) });
    await show();
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
    await show();
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
    await show();
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
