// The board of one room: live news, a lost line said plainly, and everything that an invigilator does with its answer or refusal.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../test/server.js';
import { FakeStream } from './fake-stream.sample.js';
import { after, board, exam, examId, news, otherRoomId, pao, roomId } from './invigilation.sample.js';
import { giveRoom, readPath, showRoom, takeRoom } from './room-desk.sample.js';

let server: ReturnType<typeof giveRoom>;

beforeEach(() => {
  server = giveRoom();
});
afterEach(takeRoom);

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const say = (wish: object) => act(() => FakeStream.last().say(news(wish)));

describe('the board of a room', () => {
  it('shows the time of its numbers, the code, who needs help first, and the record', async () => {
    await showRoom();
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
    await showRoom();
    expect(screen.getByRole('heading', { level: 1, name: 'Không mở được bảng này' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem phòng tôi coi thi' })).toHaveAttribute('href', '/coi-thi');
  });

  it('applies news, moves who lost the network to the top, and says so aloud, but not every number', async () => {
    await showRoom();
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
    await showRoom();
    const reads = () => server.sent('GET', `/exams/${examId}/events`).length;
    await waitFor(() => expect(reads()).toBe(1));
    say({ candidates: [{ ...pao, roomId: otherRoomId }] });
    const words = 'Giàng A Páo đã được chuyển sang phòng khác. Xem nhật ký của phòng.';
    expect(screen.getByRole('log')).toHaveTextContent(words);
    expect(screen.queryByRole('row', { name: /Giàng A Páo/ })).toBeNull();
    await waitFor(() => expect(reads()).toBe(2));
  });

  it('says since when it is lost when neither stream nor server answer, and is live again by itself', async () => {
    await showRoom();
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
    await showRoom();
    await userEvent.type(screen.getByLabelText('Tìm tên, cơ quan'), 'xuan');
    expect(names()).toHaveLength(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/đang được hỏi lại 5 giây một lần/)).toBeVisible();
  });

  it('filters who needs help, keeps that in the address, and asks the server nothing for it', async () => {
    const router = await showRoom();
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
    await showRoom();
    expect(screen.queryByRole('button', { name: 'Bù giờ cả phòng' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Tạm dừng' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Hỗ trợ Giàng A Páo' }));
    const menu = within(screen.getByRole('list', { name: 'Chọn việc cần làm' }));
    expect(menu.getAllByRole('button').map((one) => one.textContent)).toEqual(['Ghi sự cố']);
  });

  it('shows the code on the wall, and gives the focus back', async () => {
    await showRoom();
    const button = screen.getByRole('button', { name: 'Chiếu mã' });
    await userEvent.click(button);
    const wall = within(screen.getByRole('dialog', { name: 'Phòng 1' }));
    expect(wall.getByText('Mã điểm danh: K 7 M 2 Q X')).toBeInTheDocument();
    expect(wall.getByText('Đã điểm danh 2 trên 3')).toBeVisible();
    await userEvent.click(wall.getByRole('button', { name: 'Thôi chiếu' }));
    await waitFor(() => expect(button).toHaveFocus());
  });
});
