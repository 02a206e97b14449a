// News laid over the board, who needs help first, and what is worth saying aloud.
import { describe, expect, it } from '@jest/globals';
import { awayMinutes, rankPeople, rankRooms, roomReasons, troubleOf, usualDeadline } from './attention.js';
import { newerBoard, withCandidate, withNews, withSign } from './board-state.js';
import { isFound } from './folded.js';
import { importantChanges } from './important.js';
import {
  after,
  board,
  boardRoom,
  candidate,
  exam,
  lan,
  news,
  otherRoomId,
  pao,
  roomId,
  xuan,
} from './invigilation.sample.js';

const offline = candidate({ ...pao, status: 'offline', lastSeenAt: after(6) });

describe('news of the board', () => {
  it('a sign that nothing has changed moves its time alone, and never back', () => {
    const known = board();
    const later = new Date(Date.parse(known.serverTime) + 5_000).toISOString();
    expect(withSign(known, { serverTime: later })).toEqual({ ...known, serverTime: later });
    expect(withSign(known, { serverTime: '2026-01-01T00:00:00.000Z' })).toBe(known);
  });

  it('change who they name, keep the others in their order, and add who is new', () => {
    const dung = candidate({ id: 'new', fullName: 'Vàng Văn Dũng' });
    const heard = withNews(board(), news({ candidates: [offline, dung] }), roomId);
    expect(heard.candidates.map(({ fullName, status }) => [fullName, status])).toEqual([
      ['Giàng A Páo', 'offline'],
      ['Bàn Thị Xuân', 'absent'],
      ['Nguyễn Thị Lan', 'submitted'],
      ['Vàng Văn Dũng', 'working'],
    ]);
    expect(heard.serverTime).toBe(after(11));
  });

  it('take out who has another room now', () => {
    const moved = { ...pao, roomId: otherRoomId };
    expect(withNews(board(), news({ candidates: [moved] }), roomId).candidates).toEqual([xuan, lan]);
    expect(withCandidate(board(), moved, roomId).candidates).toEqual([xuan, lan]);
  });

  it('that are older than what is known change nothing', () => {
    const late = news({ serverTime: after(9), candidates: [offline] });
    expect(withNews(board(), late, roomId)).toEqual(board());
    expect(newerBoard(board(), board({ serverTime: after(9), candidates: [] }))).toEqual(board());
  });
});

describe('who needs help first', () => {
  it('whoever is offline the longest, then without the paper, then with answers that wait, then whoever is not there', () => {
    const make = (name: string, wish: object) => candidate({ id: name, fullName: name, ...wish });
    const candidates = [
      lan,
      make('works', {}),
      make('absent', { ...xuan, id: 'absent', fullName: 'absent' }),
      make('waits', { waiting: 3, lastSavedAt: after(5) }),
      make('no paper', { status: 'checked-in', startedAt: null }),
      make('away', { status: 'offline', lastSeenAt: after(8) }),
      make('long away', { status: 'offline', lastSeenAt: after(3) }),
    ];
    expect(rankPeople(board({ candidates })).map(({ fullName }) => fullName)).toEqual([
      'long away',
      'away',
      'no paper',
      'waits',
      'absent',
      'works',
      'Nguyễn Thị Lan',
    ]);
  });

  it('nobody is missed half an hour before the start, and everybody ten minutes before', () => {
    const before = exam({ status: 'check-in' });
    expect(troubleOf(xuan, before, after(-25))).toBeNull();
    expect(troubleOf(xuan, before, after(-9))).toBe('absent');
  });

  it('counts the minutes offline as of the board', () => {
    expect(awayMinutes(offline, after(10, 30))).toBe(4);
    expect(awayMinutes(offline, after(6, 20))).toBe(1);
  });
});

describe('which room needs a look', () => {
  it('the paused first, then the one with most people offline; each says why', () => {
    const calm = boardRoom({ id: 'calm', name: 'calm' }, { candidates: 9, working: 9 });
    const one = boardRoom({ id: 'one', name: 'one' }, { candidates: 9, working: 8, offline: 1 });
    const three = boardRoom({ id: 'three', name: 'three' }, { candidates: 9, working: 6, offline: 3 });
    const paused = boardRoom({ id: 'paused', name: 'paused', pausedAt: after(5) });
    const ranked = rankRooms(board({ rooms: [calm, one, three, paused] }));
    expect(ranked.map(({ room }) => room.name)).toEqual(['paused', 'three', 'one', 'calm']);
    expect(ranked[1]?.reasons).toEqual([{ kind: 'offline', count: 3 }]);
    expect(ranked[3]?.reasons).toEqual([]);
  });

  it('people without their paper count a minute after the start, and not before', () => {
    const room = boardRoom({}, { candidates: 3, checkedIn: 2, working: 1 });
    expect(roomReasons(room, exam(), after(0, 30))).toEqual([]);
    expect(roomReasons(room, exam(), after(2))).toEqual([{ kind: 'not-opened', count: 2 }]);
  });
});

describe('the end for most', () => {
  it('is the one in the middle, and says how many have another', () => {
    const ends = [45, 45, 45, 60].map((minutes, n) =>
      candidate({ id: String(n), deadlineAt: after(minutes, n) }),
    );
    expect(usualDeadline([...ends, xuan, lan])).toEqual({ at: after(45, 1), others: 1 });
    expect(usualDeadline([xuan, lan])).toBeNull();
  });
});

describe('what is worth saying aloud', () => {
  it('who lost the network, and nothing about who works on', () => {
    const before = board();
    const busy = withNews(before, news({ candidates: [{ ...pao, answered: 8 }] }), roomId);
    expect(importantChanges(before, busy, roomId)).toEqual([]);
    const lost = withNews(before, news({ candidates: [offline] }), roomId);
    expect(importantChanges(before, lost, roomId)).toEqual([{ kind: 'person-offline', name: 'Giàng A Páo' }]);
    expect(importantChanges(lost, lost, roomId)).toEqual([]);
  });

  it('on the board of the exam, how many in which room', () => {
    const worse = boardRoom({}, { candidates: 3, offline: 2, submitted: 1 });
    const after2 = withNews(board(), news({ rooms: [worse] }), null);
    expect(importantChanges(board(), after2, null)).toEqual([
      { kind: 'offline', count: 2, roomName: 'Phòng 1' },
    ]);
  });

  it('that everybody who is there has handed in, once', () => {
    const done = boardRoom({}, { candidates: 3, submitted: 2, absent: 1 });
    const finished = withNews(board(), news({ rooms: [done] }), roomId);
    expect(importantChanges(board(), finished, roomId)).toEqual([{ kind: 'all-submitted' }]);
    expect(importantChanges(finished, finished, roomId)).toEqual([]);
  });
});

describe('searching', () => {
  it('needs no accents and no order', () => {
    expect(isFound('pao giang', ['Giàng A Páo'])).toBe(true);
    expect(isFound('đọc', ['Phòng Đọc'])).toBe(true);
    expect(isFound('lan', ['Giàng A Páo'])).toBe(false);
  });
});
