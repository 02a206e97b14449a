// An exam morning made up for the tests of this room: two rooms, and people who stand in different places.
import type { Board, BoardCandidate, BoardNews, BoardRoom, ExamEvent, ExamRow } from '@onetouch/contract';
import { hopThanh, laoCaiRef } from '../places/places.sample.js';

const id = (n: number) => `0190c8f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const examId = id(1);
export const roomId = id(11);
export const otherRoomId = id(12);
/** 09:00 in Viet Nam. */
export const startsAt = '2026-11-21T02:00:00.000Z';
/** Minutes and seconds after the start. */
export const after = (minutes: number, seconds = 0) =>
  new Date(Date.parse(startsAt) + (minutes * 60 + seconds) * 1_000).toISOString();

export function exam(wish: Partial<ExamRow> = {}): ExamRow {
  return {
    id: examId,
    name: 'Sát hạch chuyển đổi số, đợt 3/2026',
    courseId: id(2),
    courseTitle: { vi: 'Chuyển đổi số', en: 'Digital transformation' },
    lessonId: id(3),
    quizTitle: { vi: 'Bài sát hạch', en: 'Exam' },
    place: laoCaiRef,
    organisation: null,
    checkInOpensAt: after(-30),
    startsAt,
    closesAt: after(120),
    status: 'running',
    roomCount: 2,
    candidateCount: 5,
    preparedCount: 5,
    ...wish,
  };
}

const noCounts = { candidates: 0, checkedIn: 0, working: 0, offline: 0, submitted: 0, absent: 0 };

export function boardRoom(
  room: Partial<BoardRoom['room']> = {},
  counts: Partial<BoardRoom['counts']> = {},
): BoardRoom {
  return {
    room: {
      id: roomId,
      name: 'Phòng 1',
      place: { id: hopThanh.id, fullName: hopThanh.fullName },
      invigilator: { id: id(21), fullName: 'Lù Thị Mai' },
      capacity: 15,
      code: 'K7M2QX',
      assigned: 3,
      pausedAt: null,
      ...room,
    },
    counts: { ...noCounts, ...counts },
  };
}

export function candidate(wish: Partial<BoardCandidate> = {}): BoardCandidate {
  return {
    id: id(31),
    roomId,
    fullName: 'Giàng A Páo',
    organisationName: 'Ủy ban nhân dân xã Hợp Thành',
    isDemonstration: false,
    status: 'working',
    checkedInAt: after(-20),
    startedAt: after(0, 4),
    deadlineAt: after(45, 4),
    lastSavedAt: after(9, 50),
    lastSeenAt: after(9, 55),
    answered: 7,
    questionCount: 20,
    waiting: 0,
    submittedAt: null,
    closedBy: null,
    lateCount: 0,
    extraMinutes: 0,
    attemptNumber: 1,
    ...wish,
  };
}

export const pao = candidate();
export const xuan = candidate({
  id: id(32),
  fullName: 'Bàn Thị Xuân',
  status: 'absent',
  ...{
    checkedInAt: null,
    startedAt: null,
    deadlineAt: null,
    lastSavedAt: null,
    lastSeenAt: null,
    answered: 0,
  },
});
export const lan = candidate({
  id: id(33),
  fullName: 'Nguyễn Thị Lan',
  status: 'submitted',
  submittedAt: after(9),
  closedBy: 'learner',
  answered: 20,
});

/** The people of the first room at 09:10. */
export function board(wish: Partial<Board> = {}): Board {
  return {
    exam: exam(),
    serverTime: after(10),
    totals: { ...noCounts, candidates: 5, working: 3, submitted: 1, absent: 1 },
    rooms: [
      boardRoom({}, { candidates: 3, working: 1, submitted: 1, absent: 1 }),
      boardRoom(
        { id: otherRoomId, name: 'Phòng 2', code: 'P4RT9W', assigned: 2 },
        { candidates: 2, working: 2 },
      ),
    ],
    candidates: [pao, xuan, lan],
    abilities: {
      pause: true,
      credit: true,
      restart: true,
      extend: true,
      note: true,
      close: true,
      undoCheckIn: true,
      checkIn: true,
      move: true,
    },
    ...wish,
  };
}

/** News at 09:11. */
export function news(wish: Partial<BoardNews> = {}): BoardNews {
  return { serverTime: after(11), totals: board().totals, rooms: [], candidates: [], ...wish };
}

export function examEvent(wish: Partial<ExamEvent> = {}): ExamEvent {
  return {
    id: id(41),
    kind: 'paused',
    at: after(5),
    actorName: 'Lù Thị Mai',
    roomName: 'Phòng 1',
    fromRoomName: null,
    candidateName: null,
    minutes: null,
    reason: 'Mất điện',
    ...wish,
  };
}
