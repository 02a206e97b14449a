// One exam: what is left to do and its one button, papers watched while they are drawn, results and their release.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../test/server.js';
import { giveExam, path, showExam } from './exam-desk.sample.js';
import { candidate, exam, examId, examRoom, id } from './exams.sample.js';

let server: ReturnType<typeof giveExam>;

beforeEach(() => {
  server = giveExam();
});
afterEach(() => void jest.useRealTimers());

const steps = async () =>
  within(await screen.findByRole('region', { name: 'Việc cần làm trước khi thi' })).getAllByRole('listitem');

describe('the checklist', () => {
  it('says of each step whether it is done, with the one button that does it', async () => {
    server.answers[`GET ${path}`] = () =>
      exam({ unassigned: 12, rooms: [examRoom({ invigilator: null, assigned: 0 })] });
    await showExam();
    const [rooms, invigilators, seats, papers, codes] = await steps();
    expect(rooms).toHaveTextContent('Xong. 1 phòng, đủ chỗ cho mọi thí sinh.');
    expect(invigilators).toHaveTextContent('Chưa xong. 1 phòng chưa có giám thị.');
    expect(seats).toHaveTextContent('12 người chưa có phòng.');
    expect(papers).toHaveTextContent('12 người chưa có đề.');
    expect(codes).toHaveTextContent('1 phòng chưa in mã từ máy này.');
    expect(
      screen.getByText('Còn 4 việc trước khi thi. Điểm danh mở lúc 07:30 ngày 28/11/2099.'),
    ).toBeVisible();
  });

  it('seats everybody at a press, and says so after the answer', async () => {
    let isSeated = false;
    server.answers[`GET ${path}`] = () =>
      exam({ unassigned: isSeated ? 0 : 12, rooms: [examRoom({ assigned: 0 })] });
    server.answers[`POST ${path}/assign`] = () => {
      isSeated = true;
      return exam();
    };
    await showExam();
    await userEvent.click(await screen.findByRole('button', { name: 'Xếp chỗ' }));
    expect(await screen.findByText('Đã xếp chỗ cho mọi thí sinh.')).toBeVisible();
    expect(await screen.findByText(/Cả 12 thí sinh đều có phòng/)).toBeVisible();
  });

  it('says how many seats lack before anybody presses, and why the server refused', async () => {
    server.answers[`GET ${path}`] = () =>
      exam({ unassigned: 12, rooms: [examRoom({ capacity: 5, assigned: 0 })] });
    server.answers[`POST ${path}/assign`] = () => refusal(422, 'exam.seats-missing');
    await showExam();
    expect((await steps())[2]).toHaveTextContent('Còn thiếu 7 chỗ.');
    await userEvent.click(screen.getByRole('button', { name: 'Xếp chỗ' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Các phòng chưa đủ chỗ.');
  });

  it('looks every two seconds while papers are drawn, and stops when all are there', async () => {
    jest.useFakeTimers();
    let done = 3;
    const preparation = () => ({ requestedAt: '2026-11-21T00:00:00.000Z', done, total: 12 });
    server.answers[`GET ${path}`] = () => exam({ preparedCount: done, preparation: preparation() });
    await showExam();
    expect(await screen.findByRole('progressbar', { name: 'Rút đề' })).toHaveAttribute('aria-valuenow', '3');
    done = 12;
    await act(() => jest.advanceTimersByTimeAsync(2_100));
    expect((await steps())[3]).toHaveTextContent('Đủ 12 đề, niêm phong đến giờ thi.');
    const asked = server.sent('GET', path).length;
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(server.sent('GET', path)).toHaveLength(asked);
  });

  it('says after all papers are drawn that they are, and no longer that the server will draw them', async () => {
    let done = 0;
    let isAsked = false;
    const preparation = () => (isAsked ? { requestedAt: '2026-11-21T00:00:00.000Z', done, total: 12 } : null);
    server.answers[`GET ${path}`] = () => exam({ preparedCount: done, preparation: preparation() });
    server.answers[`POST ${path}/prepare`] = () => {
      isAsked = true;
      return exam({ preparedCount: 0, preparation: preparation() });
    };
    await showExam();
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
    await user.click(await screen.findByRole('button', { name: 'Rút đề' }));
    expect(await screen.findByText('Máy chủ đã nhận việc rút đề.')).toBeVisible();
    done = 12;
    await act(() => jest.advanceTimersByTimeAsync(2_100));
    expect(await screen.findByText('Đã rút đề cho mọi thí sinh.')).toBeVisible();
    expect(screen.queryByText('Máy chủ đã nhận việc rút đề.')).toBeNull();
  });

  it('is not there for what cannot be done any more', async () => {
    const over = exam({ status: 'over' });
    server.answers[`GET ${path}`] = () => ({
      ...over,
      abilities: { ...over.abilities, edit: false, prepare: false },
    });
    await showExam();
    expect(await screen.findByText(/Đã hết giờ. Xem kết quả/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Việc cần làm trước khi thi' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Sửa kỳ thi' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Mở bảng giám thị' })).toHaveAttribute(
      'href',
      `/coi-thi/${examId}`,
    );
  });
});

describe('the candidates', () => {
  beforeEach(() => {
    server.answers[`GET ${path}`] = () =>
      exam({
        unassigned: 1,
        candidateCount: 2,
        rooms: [examRoom(), examRoom({ id: id(51), name: 'Phòng 2', assigned: 3 })],
      });
    const loose = candidate({ id: id(71), fullName: 'Sùng Đến Sau', roomId: null });
    server.answers[`GET ${path}/candidates`] = ({ query }) =>
      query.get('roomId') === 'none'
        ? { items: [loose], next: null, total: 1 }
        : { items: [candidate(), loose], next: null, total: 2 };
  });

  it('without a room stand before all others, and are given one', async () => {
    server.answers[`PUT ${path}/candidates/${id(71)}/room`] = () => candidate();
    await showExam('?xem=thi-sinh');
    expect(await screen.findByRole('heading', { name: '1 người chưa có phòng' })).toBeVisible();
    const [first] = screen.getAllByRole('button', { name: 'Chuyển phòng: Sùng Đến Sau' });
    if (!first) throw new Error('no button');
    await userEvent.click(first);
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Chuyển phòng' }));
    expect(dialog.getByRole('combobox')).toHaveAccessibleDescription(/Chọn phòng trong danh sách/);
    await userEvent.type(dialog.getByRole('combobox'), 'phong 2');
    await userEvent.click(await dialog.findByRole('option', { name: /Phòng 2/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Chuyển phòng' }));
    expect(await screen.findByText('Đã chuyển Sùng Đến Sau sang Phòng 2.')).toBeVisible();
    expect(server.sent('PUT', `${path}/candidates/${id(71)}/room`)[0]?.body).toEqual({
      roomId: id(51),
      reason: '',
    });
  });

  it('are filtered by the room that the address names', async () => {
    await showExam(`?xem=thi-sinh&phong=${id(51)}`);
    const row = within(await screen.findByRole('row', { name: /Bàn Thị Xuân/ }));
    // A state and a button of two words stay in one line on a narrow desk.
    expect(row.getByText('Chưa điểm danh').closest('td')).toHaveClass('short');
    expect(row.getByRole('button', { name: /^Chuyển phòng/ }).closest('td')).toHaveClass('short');
    expect(server.sent('GET', `${path}/candidates`).map(({ query }) => query.get('roomId'))).toEqual([
      id(51),
    ]);
  });
});
