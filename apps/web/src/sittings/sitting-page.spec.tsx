// The waiting room: goes by the server's clock, keeps the sealed paper, opens it by itself at the start, and never stops trying.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { paths } from '../paths.js';
import { takeHandedOver } from '../quizzes/attempt-copy.js';
import { attemptId, type ExamServer, minutes, sittingId, start } from './sittings.sample.js';
import { giveDevice, isAt, openWaitingRoom, said, startPath, takeDevice } from './waiting-room.sample.js';

let server: ExamServer;
let kept: Map<string, string>;
/** As at a reload: the page is gone, what lies on the device stays. */
const leave = () => cleanup();

beforeEach(() => {
  ({ server, kept } = giveDevice());
});
afterEach(takeDevice);

describe('before the room', () => {
  it('says when check-in opens, and offers it by itself at that time', async () => {
    server.at(start - minutes(40));
    await openWaitingRoom();
    expect(await screen.findByRole('timer', { name: 'Điểm danh mở sau 10 phút' })).toBeVisible();
    expect(screen.getByText(/Điểm danh mở: Hôm nay, 07:30/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Điểm danh' })).not.toBeInTheDocument();
    act(() => server.at(start - minutes(30)));
    expect(await screen.findByRole('link', { name: 'Điểm danh' })).toHaveAttribute('href', paths.checkIn());
  });

  it('lets a late person in as long as the exam is open', async () => {
    server.at(start + minutes(5));
    await openWaitingRoom();
    expect(await screen.findByRole('heading', { name: 'Kỳ thi đã bắt đầu' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Điểm danh' })).toBeVisible();
  });

  it('says that it is over, whom to ask, and where to go on', async () => {
    server.at(start + minutes(61));
    await openWaitingRoom();
    expect(await screen.findByRole('heading', { name: 'Kỳ thi đã kết thúc' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Về việc học của tôi' })).toBeVisible();
    expect(screen.queryByText('Cách thi')).not.toBeInTheDocument();
  });
});

describe('the waiting room', () => {
  beforeEach(() => server.checkInAt(start - minutes(20)));

  it('counts down by the clock of the server, and names room, person and rules', async () => {
    server.at(start - minutes(9) - 50_000);
    await openWaitingRoom();
    expect(await screen.findByRole('timer', { name: 'Bắt đầu sau 10 phút' })).toBeVisible();
    expect(screen.getByText('Đã điểm danh lúc 07:40.')).toBeVisible();
    expect(screen.getByText('Phòng 2')).toBeVisible();
    expect(screen.getByText('Lê Thị Lan')).toBeVisible();
    expect(screen.getByText(/3 câu, làm trong 20 phút\. Kỳ thi đóng lúc/)).toBeVisible();
    expect(screen.getByText(/sửa được cho đến khi nộp bài/)).toBeVisible();
    expect(screen.getByText(/vẫn được nhận trong 30 phút sau đó/)).toBeVisible();
    expect(server.sent(startPath)).toEqual([]);
  });

  it('says what a wrong choice costs and what a part of an answer earns, before anybody begins', async () => {
    const { exam } = server.sitting;
    const rule = { ...exam.rule, wrongPercent: 25, hasPartialCredit: true };
    server.sitting = { ...server.sitting, exam: { ...exam, rule } };
    server.at(start - minutes(8));
    await openWaitingRoom();
    expect(
      await screen.findByText(/Chọn sai bị trừ 25% điểm của câu, bỏ trống không bị trừ\./),
    ).toBeVisible();
    expect(screen.getByText(/đúng một phần được một phần điểm/)).toBeVisible();
  });

  it('says that the paper is kept only once it can be read again from the device', async () => {
    server.at(start - minutes(8));
    await openWaitingRoom();
    expect(await screen.findByText('Đề đã tải về máy, mất mạng vẫn giữ.')).toBeVisible();
    expect([...kept.keys()]).toContain(`/kept/sittings/lan/${sittingId}`);
    expect(JSON.stringify([...kept.values()])).not.toContain('Nội dung 1?');
    cleanup();
    Reflect.deleteProperty(globalThis, 'caches');
    await openWaitingRoom();
    expect(await screen.findByText(/máy này không giữ được khi đóng trang/)).toBeVisible();
    expect(screen.queryByText('Đề đã tải về máy, mất mạng vẫn giữ.')).not.toBeInTheDocument();
  });

  it('does not believe a device that takes the paper and keeps nothing', async () => {
    Object.assign(globalThis, {
      caches: { open: async () => ({ put: async () => undefined, match: async () => undefined }) },
    });
    server.at(start - minutes(8));
    await openWaitingRoom();
    expect(await screen.findByText(/máy này không giữ được khi đóng trang/)).toBeVisible();
  });

  it('keeps the paper when news comes without one', async () => {
    server.at(start - minutes(8));
    const router = await openWaitingRoom();
    await screen.findByText('Đề đã tải về máy, mất mạng vẫn giữ.');
    server.sitting = { ...server.sitting, room: { name: 'Phòng 9', place: null } };
    act(() => void dispatchEvent(new Event('online')));
    expect(await screen.findByText('Phòng 9')).toBeVisible();
    act(() => server.at(start));
    await isAt(router, paths.attempt(attemptId));
    expect(server.sent(startPath).map(({ body }) => body)).toMatchObject([{ needsQuestions: false }]);
  });

  it.each([10, 5, 1])('is read out with %i minutes to go, and not every second', async (count) => {
    server.at(start - minutes(count) - 50_000);
    await openWaitingRoom();
    await screen.findByRole('timer');
    expect(said().filter((words) => words !== '')).toEqual([]);
    act(() => server.at(start - minutes(count) + 1_000));
    await waitFor(() => expect(said()).toContain(`Còn ${count} phút là bắt đầu.`));
    act(() => server.at(start - minutes(count) + 22_000));
    await waitFor(() => expect(said()).not.toContain(`Còn ${count} phút là bắt đầu.`));
  });

  it('says what a wrong clock of the device means: nothing', async () => {
    server.at(start - minutes(8));
    await openWaitingRoom();
    expect(
      await screen.findByText(/Đồng hồ của máy (nhanh|chậm) .* giờ thi tính theo máy chủ/),
    ).toBeVisible();
    expect(await screen.findByText('Câu trả lời được cất trên máy khi mất mạng.')).toBeVisible();
  });

  it('opens again without a network, with the same paper and the same countdown', async () => {
    server.at(start - minutes(8));
    await openWaitingRoom();
    await screen.findByText('Đề đã tải về máy, mất mạng vẫn giữ.');
    leave();
    server.isReachable = false;
    const router = await openWaitingRoom();
    expect(await screen.findByRole('timer', { name: 'Bắt đầu sau 8 phút' })).toBeVisible();
    expect(await screen.findByText('Đề đã tải về máy, mất mạng vẫn giữ.')).toBeVisible();
    expect(screen.getByText(/Máy chủ chưa trả lời/)).toBeVisible();
    act(() => server.at(start));
    expect(await screen.findByText(/Trang tự thử lại lúc/)).toBeVisible();
    server.isReachable = true;
    await isAt(router, paths.attempt(attemptId));
    expect(takeHandedOver(attemptId)?.questions).toEqual(server.questions);
  });

  it('notices when check-in was taken back, and leads to it again', async () => {
    server.at(start + 1);
    server.refusals = [{ code: 'candidate.not-checked-in', status: 409 }];
    await openWaitingRoom();
    expect(await screen.findByRole('heading', { name: 'Chưa điểm danh' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Điểm danh' })).toHaveAttribute('href', paths.checkIn());
  });
});
