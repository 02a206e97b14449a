// The board of an exam and the list of the own rooms: what needs a look first, filters, news.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer } from '../../test/server.js';
import * as page from './board-page.js';
import { FakeStream } from './fake-stream.sample.js';
import { board, boardRoom, exam, examId, news, otherRoomId, roomId } from './invigilation.sample.js';
import * as rooms from './rooms-page.js';

const words = ['invigilation', 'sittings'] as const;
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  FakeStream.all = [];
  Object.assign(globalThis, { EventSource: FakeStream });
  server = fakeServer({ [`GET /exams/${examId}/board`]: () => board() });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'EventSource');
});

const show = async () => {
  const at = `/coi-thi/${examId}`;
  await showPage({ at, path: '/coi-thi/:examId', words: [...words], module: page });
  await screen.findByRole('heading', { level: 1 });
};
const tiles = () => screen.getAllByRole('heading', { level: 3 }).map((name) => name.textContent);

describe('the board of an exam', () => {
  it('shows the room that needs a look first, with the reason in words, and leads to each', async () => {
    await show();
    expect(tiles()).toEqual(['Phòng 1', 'Phòng 2']);
    expect(screen.getByText('1 người chưa điểm danh')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Phòng 2' })).toHaveAttribute(
      'href',
      `/coi-thi/${examId}/phong/${otherRoomId}`,
    );
  });

  it('takes news of rooms, and says aloud in which room somebody lost the network', async () => {
    await show();
    const worse = boardRoom({ id: otherRoomId, name: 'Phòng 2' }, { candidates: 2, offline: 2 });
    act(() => FakeStream.last().say(news({ rooms: [worse] })));
    expect(tiles()).toEqual(['Phòng 2', 'Phòng 1']);
    expect(screen.getByRole('log')).toHaveTextContent('Phòng 2: 2 người vừa mất mạng.');
    expect(screen.getByText('2 người mất mạng')).toBeVisible();
  });

  it('filters by words without accents and by what needs a look', async () => {
    await show();
    await userEvent.type(screen.getByLabelText('Tìm phòng, nơi thi, giám thị'), 'phong 2');
    expect(tiles()).toEqual(['Phòng 2']);
    expect(screen.getByText('1 trên 2 phòng')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cần chú ý (1)' }));
    expect(screen.getByText('Không có phòng nào tên như vậy')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Xem tất cả các phòng' }));
    expect(tiles()).toHaveLength(2);
  });
});

describe('the rooms of an invigilator', () => {
  const list = (items: object[]) => {
    server.answers['GET /exams/invigilated'] = () => ({ items });
    return showPage({ at: '/coi-thi', path: '/coi-thi', words: [...words], module: rooms });
  };

  it('lead to their boards, one filled button for the next start', async () => {
    await list([{ exam: exam(), room: boardRoom().room }]);
    const card = within((await screen.findByRole('heading', { level: 2 })).closest('li') as HTMLElement);
    expect(card.getByText('3 thí sinh, 15 chỗ')).toBeVisible();
    expect(card.getByRole('link')).toHaveAttribute('href', `/coi-thi/${examId}/phong/${roomId}`);
  });

  it('are explained when there are none', async () => {
    await list([]);
    expect(await screen.findByText('Chưa có phòng thi nào')).toBeVisible();
  });
});
