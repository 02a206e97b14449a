// The demonstration exams: one that is over, with everything that happens on such a morning, one whose essays wait to be marked, and one
// to come. Pure: the same at every loading, but for the days, which are counted from it.
import type { ExamRule } from '@onetouch/contract';
import { stableId } from '../content/stable-ids.js';
import { slugs, writersCohort, writersPlace } from '../people/plan.js';

export interface PlannedRoom {
  name: string;
  placeId: string;
  capacity: number;
  /** Of a demonstration account; null where nobody is named yet. */
  invigilator: string | null;
}

export interface PlannedExam {
  name: string;
  cohort: string;
  courseSlug: string;
  /** In which its cohort is. */
  placeId: string;
  startsInDays: number;
  /** Its results are known to everybody. */
  isReleased: boolean;
  rule: ExamRule;
  rooms: readonly PlannedRoom[];
}

const day = 86_400_000;
const minute = 60_000;
/** 08:00 in Viet Nam. */
const startOfMorning = 60 * minute;

export const coordinator = 'phutrach@demo.onetouch.local';
export const trainer = 'giangvien@demo.onetouch.local';
export const admin = 'quantri.demo@demo.onetouch.local';

const rule = { attemptsAllowed: 1, pauseMinutes: 0, timeLimitMinutes: 30, graceMinutes: 30 } as const;

export const pastExam: PlannedExam = {
  name: 'Kiểm tra giữa đợt 3/2026, cán bộ cấp xã (minh họa)',
  cohort: 'Đợt 3/2026, cán bộ cấp xã (minh họa)',
  courseSlug: slugs.government,
  placeId: 'p34-15',
  startsInDays: -3,
  isReleased: true,
  // As many questions as the quiz itself gives, so that figures of both can be told together.
  rule: { ...rule, draw: 12, passPercent: 60 },
  rooms: [
    { name: 'Hội trường phường Lào Cai', placeId: 'c-02647', capacity: 30, invigilator: coordinator },
    { name: 'Hội trường xã Bát Xát', placeId: 'c-02683', capacity: 30, invigilator: trainer },
    { name: 'Nhà văn hóa xã Mường Khương', placeId: 'c-02761', capacity: 30, invigilator: admin },
    { name: 'Trường THCS xã Hợp Thành', placeId: 'c-02680', capacity: 30, invigilator: coordinator },
  ],
};

/** An essay on every paper, marked by two people each by themselves, and a few questions of the same part of the course. */
export const writtenExam: PlannedExam = {
  name: 'Bài viết: nêu bài toán của phường (minh họa)',
  cohort: writersCohort,
  courseSlug: slugs.government,
  placeId: writersPlace,
  startsInDays: -1,
  isReleased: false,
  rule: {
    ...rule,
    ...{ draw: 5, passPercent: 60, timeLimitMinutes: 45, markers: 2, markGapPercent: 25 },
    paper: {
      fixed: [{ questionId: '7f0c1d52-93ab-4e0b-8a64-2d5be1f0c7a9' }],
      draws: [{ count: 4, from: { category: 'Tìm và nêu đúng bài toán' } }],
      keepsOrder: true,
    },
  },
  rooms: [
    { name: 'Phòng họp phường Cam Đường', placeId: writersPlace, capacity: 30, invigilator: coordinator },
  ],
};

export const comingExam: PlannedExam = {
  name: 'Kiểm tra kỹ năng số người dân (minh họa)',
  cohort: 'Người dân học kỹ năng số (minh họa)',
  courseSlug: slugs.resident,
  placeId: 'p34-15',
  startsInDays: 5,
  isReleased: false,
  rule: { ...rule, draw: 12, passPercent: 75 },
  rooms: [
    { name: 'Nhà văn hóa xã Hợp Thành', placeId: 'c-02680', capacity: 30, invigilator: coordinator },
    { name: 'Nhà văn hóa xã Cốc San', placeId: 'c-02746', capacity: 30, invigilator: null },
    { name: 'Hội trường phường Cam Đường', placeId: 'c-02671', capacity: 30, invigilator: trainer },
  ],
};

/** When things of an exam happen, counted from the loading. */
export interface ExamTimes {
  createdAt: Date;
  checkInOpensAt: Date;
  startsAt: Date;
  closesAt: Date;
  /** On the afternoon of the next day. */
  releasedAt: Date;
}

export function examTimes({ startsInDays }: PlannedExam, now: Date): ExamTimes {
  const starts = (Math.floor(now.getTime() / day) + startsInDays) * day + startOfMorning;
  return {
    createdAt: new Date(Math.min(now.getTime(), starts - 8 * day)),
    checkInOpensAt: new Date(starts - 45 * minute),
    startsAt: new Date(starts),
    closesAt: new Date(starts + 90 * minute),
    releasedAt: new Date(starts + day + 7 * 60 * minute),
  };
}

export const examIdOf = ({ name }: PlannedExam) => stableId('exam', name);
export const roomIdOf = (exam: PlannedExam, { name }: PlannedRoom) => stableId('exam room', exam.name, name);
export const candidateIdOf = (exam: PlannedExam, login: string) =>
  stableId('exam candidate', exam.name, login);
