// The record of the morning that is over: what its people did and why, in their words. Pure.
import type { EventToRecord } from '../../exams/exam-events.js';
import { stableId } from '../content/stable-ids.js';
import { coordinator, examIdOf, type ExamTimes, pastExam, roomIdOf } from './exam-plan.js';
import { powerCut, type Seat } from './play-exam.js';

const minute = 60_000;
const day = 86_400_000;

type Line = Omit<EventToRecord, 'id' | 'examId' | 'actorId' | 'at'> & { by: string; at: number };

function before({ createdAt, startsAt }: ExamTimes, seats: readonly Seat[]): Line[] {
  const [eve, made] = [startsAt.getTime() - day, createdAt.getTime()];
  return [
    { kind: 'created', by: coordinator, at: made },
    { kind: 'changed', by: coordinator, at: made + 12 * minute, reason: `+${pastExam.rooms.length}` },
    { kind: 'assigned', by: coordinator, at: eve + 2 * minute, reason: `+${seats.length}` },
    { kind: 'prepared', by: coordinator, at: eve + 5 * minute },
  ];
}

function during({ startsAt }: ExamTimes, seats: readonly Seat[]): Line[] {
  const dark = pastExam.rooms[powerCut.room];
  const far = pastExam.rooms[1];
  if (!dark || !far) return [];
  const late = byHand(seats);
  const [start, darkId] = [startsAt.getTime(), roomIdOf(pastExam, dark)];
  const inDark = { by: dark.invigilator ?? coordinator, roomId: darkId };
  return [
    ...(late
      ? [
          {
            ...{ kind: 'checked-in-by-hand' as const, by: coordinator, at: start - 4 * minute },
            ...{ roomId: late.roomId, candidateId: late.candidateId, reason: 'Không mang điện thoại' },
          },
        ]
      : []),
    { ...inDark, kind: 'paused', at: start + 7 * minute, reason: 'Mất điện' },
    {
      ...inDark,
      kind: 'resumed',
      at: start + (7 + powerCut.pausedMinutes) * minute,
      reason: 'Đã chạy máy phát',
    },
    {
      ...{ ...inDark, kind: 'credited', at: start + 15 * minute },
      ...{ minutes: powerCut.creditMinutes, reason: 'Mất điện, khởi động lại máy' },
    },
    {
      ...{ kind: 'noted', by: far.invigilator ?? coordinator, roomId: roomIdOf(pastExam, far) },
      ...{
        at: start + 26 * minute,
        reason: 'Trạm phát sóng mất mạng từ 08:24, thí sinh vẫn làm bài trên máy.',
      },
    },
  ];
}

/** Who came without a phone and was checked in by the invigilator. */
export function byHand(seats: readonly Seat[]): Seat | undefined {
  const [first] = pastExam.rooms;
  return seats.find(({ attempt, roomId }) => attempt && first && roomId === roomIdOf(pastExam, first));
}

/** Lines in the order of the morning; `idOf` knows the accounts. */
export function pastRecord(
  times: ExamTimes,
  seats: readonly Seat[],
  idOf: (login: string) => string | null,
): EventToRecord[] {
  const released: Line = { kind: 'released', by: coordinator, at: times.releasedAt.getTime() };
  return [...before(times, seats), ...during(times, seats), released].map(({ by, at, ...line }, index) => ({
    ...line,
    id: stableId('exam event', pastExam.name, index),
    examId: examIdOf(pastExam),
    actorId: idOf(by),
    at: new Date(at),
  }));
}
