// The start of an exam in the waiting room: the key, the sealed paper, every refusal, and another device that was first.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../paths.js';
import { keptAttempt, takeHandedOver } from '../quizzes/attempt-copy.js';
import { attemptId, type ExamServer, giveCrypto, minutes, seal, start } from './sittings.sample.js';
import { giveDevice, isAt, openWaitingRoom, said, startPath, takeDevice } from './waiting-room.sample.js';

let server: ExamServer;

beforeEach(() => {
  ({ server } = giveDevice());
});
afterEach(takeDevice);

describe('the start', () => {
  beforeEach(() => server.checkInAt(start - minutes(20)));

  it('asks for the key after the own part of the spread, opens the sealed paper, and puts the attempt on the device', async () => {
    server.sitting = { ...server.sitting, waitMs: minutes(1) };
    server.at(start - minutes(2));
    const router = await openWaitingRoom();
    await screen.findByRole('timer');
    act(() => server.at(start));
    expect(await screen.findByRole('heading', { name: 'Đang mở đề. Không cần bấm gì.' })).toBeVisible();
    expect(said()).toContain('Đến giờ thi. Đang mở đề.');
    expect(server.sent(startPath)).toEqual([]);
    act(() => server.at(start + minutes(1)));
    await isAt(router, paths.attempt(attemptId));
    expect(server.sent(startPath)).toHaveLength(1);
    expect(server.sent(startPath)[0]?.body).toMatchObject({ needsQuestions: false });
    expect(takeHandedOver(attemptId)).toMatchObject({
      examId: 'x1',
      examName: server.sitting.exam.name,
      enrolmentId: 'e1',
      rule: { questionsPerPage: 5 },
      questions: server.questions,
      possiblePoints: 3_000,
      answers: [],
    });
    expect((await keptAttempt(attemptId))?.questions).toEqual(server.questions);
  });

  it('leaves no way back into the waiting room', async () => {
    server.at(start);
    const router = await openWaitingRoom();
    await isAt(router, paths.attempt(attemptId));
    expect(router.state.historyAction).toBe('REPLACE');
  });

  it('tries again by itself while the server is busy, calmly, and at once when asked', async () => {
    const busy = { code: 'service.unavailable', status: 503 };
    server.refusals = [busy, { ...busy, retryAt: new Date(start + 50_000).toISOString() }];
    server.at(start);
    const router = await openWaitingRoom();
    await waitFor(() => expect(screen.getByText(/Trang tự thử lại lúc 08:00/)).toBeVisible());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await waitFor(() => expect(server.sent(startPath)).toHaveLength(2));
    expect(await screen.findByText(/Trang tự thử lại lúc 08:00:[45]\d/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Thử ngay' }));
    await isAt(router, paths.attempt(attemptId));
    expect(server.sent(startPath)).toHaveLength(3);
  });

  it('does not say that the paper is opening while the server is not reached', async () => {
    server.at(start - minutes(2));
    await openWaitingRoom();
    await screen.findByRole('timer');
    server.isReachable = false;
    act(() => server.at(start));
    const name = 'Chưa kết nối được máy chủ. Có kết nối là bài thi tự mở.';
    expect(await screen.findByRole('heading', { name })).toBeVisible();
    expect(said()).toContain(name);
    expect(screen.queryByText(/Đang mở đề/)).not.toBeInTheDocument();
  });

  it('does not wait any longer once the network is back', async () => {
    const retryAt = new Date(start + 50_000).toISOString();
    server.refusals = [{ code: 'service.unavailable', status: 503, retryAt }];
    server.at(start);
    const router = await openWaitingRoom();
    await screen.findByText(/Trang tự thử lại lúc 08:00:[45]\d/);
    act(() => void dispatchEvent(new Event('online')));
    await isAt(router, paths.attempt(attemptId));
  });

  it('does not call it trouble when the clock here is a moment ahead of the one there', async () => {
    // So far ahead that the page stays as it is until it was looked at.
    const retryAt = new Date(start + minutes(1)).toISOString();
    server.refusals = [{ code: 'exam.not-started', status: 409, retryAt }];
    server.at(start);
    const router = await openWaitingRoom();
    await waitFor(() => expect(server.sent(startPath)).not.toEqual([]));
    expect(await screen.findByRole('heading', { name: 'Đang mở đề. Không cần bấm gì.' })).toBeVisible();
    expect(screen.queryByText(/thử lại lúc/)).not.toBeInTheDocument();
    act(() => void dispatchEvent(new Event('online')));
    await isAt(router, paths.attempt(attemptId));
  });

  it('asks for the questions themselves where the browser has no Web Crypto', async () => {
    giveCrypto(false);
    server.at(start - minutes(8));
    const router = await openWaitingRoom();
    expect(await screen.findByText(/Máy này nhận đề từ máy chủ đúng giờ thi/)).toBeVisible();
    expect(screen.queryByText('Đề đã tải về máy, mất mạng vẫn giữ.')).not.toBeInTheDocument();
    act(() => server.at(start));
    await isAt(router, paths.attempt(attemptId));
    expect(server.sent(startPath).map(({ body }) => body)).toMatchObject([{ needsQuestions: true }]);
    expect(takeHandedOver(attemptId)?.questions).toEqual(server.questions);
  });

  it('asks for the questions themselves when the paper here is not the one of the key', async () => {
    const sealedPaper = seal(server.questions, server.key, 'somebody else');
    server.sitting = { ...server.sitting, sealedPaper };
    server.at(start);
    const router = await openWaitingRoom();
    await isAt(router, paths.attempt(attemptId));
    expect(server.sent(startPath).map(({ body }) => body)).toMatchObject([
      { needsQuestions: false },
      { needsQuestions: true },
    ]);
    expect(takeHandedOver(attemptId)?.questions).toEqual(server.questions);
  });

  it('hands nothing over that has no answers when another device has begun before', async () => {
    server.begunElsewhere = start + 1_000;
    server.at(start + minutes(10));
    const router = await openWaitingRoom();
    await isAt(router, paths.attempt(attemptId));
    expect(takeHandedOver(attemptId)).toBeNull();
  });

  it('says what the server refuses for good, with a code and a way to try again', async () => {
    server.refusals = [{ code: 'quiz.network', status: 403 }];
    server.at(start);
    const router = await openWaitingRoom();
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByText(/Mã lỗi: quiz.network/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await isAt(router, paths.attempt(attemptId));
  });

  it('is over for whoever comes when the server says so', async () => {
    server.refusals = [{ code: 'exam.over', status: 409 }];
    server.at(start + minutes(61));
    await openWaitingRoom();
    expect(await screen.findByRole('heading', { name: 'Kỳ thi đã kết thúc' })).toBeVisible();
    expect(said()).not.toContain('Đến giờ thi. Đang mở đề.');
  });
});

describe('a sitting with an attempt', () => {
  it('goes straight on to it', async () => {
    server.sitting = { ...server.sitting, attemptId };
    server.at(start + minutes(5));
    await isAt(await openWaitingRoom(), paths.attempt(attemptId));
  });

  it('goes to the result once it is handed in', async () => {
    server.sitting = { ...server.sitting, attemptId, submittedAt: new Date(start).toISOString() };
    server.at(start + minutes(25));
    await isAt(await openWaitingRoom(), paths.result(attemptId));
  });

  it('follows when another device begins', async () => {
    server.checkInAt(start - minutes(20));
    server.at(start - minutes(5));
    const router = await openWaitingRoom();
    await screen.findByRole('timer');
    server.sitting = { ...server.sitting, attemptId };
    act(() => void dispatchEvent(new Event('online')));
    await isAt(router, paths.attempt(attemptId));
  });
});
