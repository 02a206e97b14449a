// An exam with its rooms, people and results made up for the tests of this room.
import type { BoardCandidate, CohortRow, ExamDetail, ExamResultRow, ExamRoom } from '@onetouch/contract';
import { hopThanh, laoCaiRef } from '../places/places.sample.js';

export const id = (n: number) => `0190c8f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const examId = id(1);

export function examRoom(wish: Partial<ExamRoom> = {}): ExamRoom {
  return {
    id: id(50),
    name: 'Hội trường xã Hợp Thành',
    place: { id: hopThanh.id, fullName: hopThanh.fullName },
    invigilator: { id: id(60), fullName: 'Lò Thị Mai' },
    capacity: 20,
    code: 'K7M2QX',
    assigned: 12,
    pausedAt: null,
    ...wish,
  };
}

export function exam(wish: Partial<ExamDetail> = {}): ExamDetail {
  const rooms = wish.rooms ?? [examRoom()];
  return {
    id: examId,
    name: 'Sát hạch kỹ năng số đợt 3',
    courseId: id(2),
    courseTitle: { vi: 'Xử lý hồ sơ một cửa', en: 'One-stop files' },
    lessonId: id(3),
    quizTitle: { vi: 'Bài kiểm tra cuối khóa', en: 'Final test' },
    place: laoCaiRef,
    organisation: null,
    checkInOpensAt: '2099-11-28T00:30:00.000Z',
    startsAt: '2099-11-28T01:00:00.000Z',
    closesAt: '2099-11-28T02:00:00.000Z',
    status: 'planned',
    roomCount: rooms.length,
    candidateCount: 12,
    preparedCount: 0,
    rule: { draw: 20, passPercent: 70, attemptsAllowed: 1, pauseMinutes: 0, timeLimitMinutes: 45 },
    minutes: 45,
    questionCount: 20,
    release: 'by-person',
    releasedAt: null,
    releasedBy: null,
    spreadSeconds: 20,
    cohorts: [{ id: id(4), name: 'Đợt 3/2026', members: 12 }],
    unassigned: 0,
    preparation: null,
    abilities: { edit: true, prepare: true, invigilate: true, release: false, export: true },
    ...wish,
    rooms,
  };
}

export function cohortRow(wish: Partial<CohortRow> = {}): CohortRow {
  return {
    id: id(4),
    name: 'Đợt 3/2026',
    courseId: id(2),
    courseSlug: 'mot-cua',
    courseTitle: { vi: 'Xử lý hồ sơ một cửa', en: 'One-stop files' },
    place: laoCaiRef,
    organisation: null,
    opensAt: '2026-09-13T17:00:00.000Z',
    closesAt: '2099-12-31T16:59:59.999Z',
    funnel: { enrolled: 12, started: 10, completed: 5, certified: 5 },
    ...wish,
  };
}

const quizLesson = {
  id: id(3),
  kind: 'quiz',
  title: { vi: 'Bài kiểm tra cuối khóa', en: 'Final test' },
  minutes: 30,
  weightBytes: 0,
  questions: 20,
};
const quizRule = { draw: 20, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 15, requiresLessons: true };

/** The page of the course, as far as this room reads it. */
export const coursePage = {
  outline: [{ id: id(5), title: { vi: 'Phần 1', en: '' }, lessons: [quizLesson] }],
  requirements: [
    { kind: 'lessons', count: 3 },
    { kind: 'quiz', lessonId: id(3), title: quizLesson.title, rule: quizRule, passCount: 16 },
  ],
};

export function candidate(wish: Partial<BoardCandidate> = {}): BoardCandidate {
  return {
    id: id(70),
    roomId: id(50),
    fullName: 'Bàn Thị Xuân',
    organisationName: 'Ủy ban nhân dân xã Hợp Thành',
    isDemonstration: false,
    status: 'absent',
    checkedInAt: null,
    startedAt: null,
    deadlineAt: null,
    lastSavedAt: null,
    lastSeenAt: null,
    answered: 0,
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

export function result(wish: Partial<ExamResultRow> = {}): ExamResultRow {
  return {
    candidateId: id(70),
    personId: id(80),
    attemptId: id(90),
    fullName: 'Bàn Thị Xuân',
    organisationName: 'Ủy ban nhân dân xã Hợp Thành',
    place: laoCaiRef,
    roomName: 'Hội trường xã Hợp Thành',
    isDemonstration: false,
    status: 'passed',
    points: 16_500,
    possiblePoints: 20_000,
    submittedAt: '2099-11-28T01:40:00.000Z',
    closedBy: 'learner',
    lateCount: 0,
    lateProof: null,
    extraMinutes: 0,
    ...wish,
  };
}

export const totals = { candidates: 12, submitted: 10, passed: 7, failed: 2, marking: 1, absent: 1, late: 2 };
