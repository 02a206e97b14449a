// The records of the mornings that are over: what its people did and why, in their words. Pure.
import type { EventToRecord } from '../../exams/exam-events.js';
import { stableId } from '../content/stable-ids.js';
import { attemptIdOf } from '../people/tell-story.js';
import {
  coordinator,
  examIdOf,
  type ExamTimes,
  pastExam,
  type PlannedExam,
  roomIdOf,
  writtenExam,
} from './exam-plan.js';
import { powerCut, type Seat } from './play-exam.js';

const minute = 60_000;
const day = 86_400_000;

/** `by` is null for what the system did by itself. */
type Line = Omit<EventToRecord, 'examId' | 'actorId' | 'at'> & { by: string | null; at: number };

function before({ rooms }: PlannedExam, { createdAt, startsAt }: ExamTimes, seats: readonly Seat[]): Line[] {
  const [eve, made] = [startsAt.getTime() - day, createdAt.getTime()];
  return [
    { kind: 'created', by: coordinator, at: made },
    { kind: 'changed', by: coordinator, at: made + 12 * minute, reason: `+${rooms.length}` },
    { kind: 'assigned', by: coordinator, at: eve + 2 * minute, reason: `+${seats.length}` },
    { kind: 'prepared', by: coordinator, at: eve + 5 * minute },
  ];
}

function during({ startsAt }: ExamTimes, seats: readonly Seat[]): Line[] {
  const dark = pastExam.rooms[powerCut.room];
  const far = pastExam.rooms[1];
  if (!dark || !far) return [];
  const hand = byHand(seats);
  const [start, darkId] = [startsAt.getTime(), roomIdOf(pastExam, dark)];
  const inDark = { by: dark.invigilator ?? coordinator, roomId: darkId };
  return [
    ...(hand
      ? [
          {
            ...{ kind: 'checked-in-by-hand' as const, by: coordinator, at: start - 4 * minute },
            ...{ roomId: hand.roomId, candidateId: hand.candidateId, reason: 'Không mang điện thoại' },
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

/** A line for everybody some of whose answers came after the deadline. */
function late(seats: readonly Seat[]): Line[] {
  return seats.flatMap(({ learner, roomId, candidateId, attempt }): Line[] => {
    const first = attempt?.answers.find(({ isLate }) => isLate);
    if (!attempt || !first) return [];
    // Its id is that of the attempt, as the system writes it.
    const id = attemptIdOf(stableId('enrolment', learner.login, learner.courseSlug), attempt);
    return [{ id, kind: 'late-answers', by: null, roomId, candidateId, at: first.savedAt.getTime() }];
  });
}

/** Who came without a phone and was checked in by the invigilator. */
export function byHand(seats: readonly Seat[]): Seat | undefined {
  const [first] = pastExam.rooms;
  return seats.find(({ attempt, roomId }) => attempt && first && roomId === roomIdOf(pastExam, first));
}

type IdOf = (login: string) => string | null;

function recordOf(exam: PlannedExam, lines: readonly Line[], idOf: IdOf): EventToRecord[] {
  return lines.map(({ by, at, ...line }, index) => ({
    id: stableId('exam event', exam.name, index),
    ...line,
    examId: examIdOf(exam),
    actorId: by && idOf(by),
    at: new Date(at),
  }));
}

/** Lines in the order of the morning; `idOf` knows the accounts. */
export function pastRecord(times: ExamTimes, seats: readonly Seat[], idOf: IdOf): EventToRecord[] {
  const released: Line = { kind: 'released', by: coordinator, at: times.releasedAt.getTime() };
  const lines = [...before(pastExam, times, seats), ...during(times, seats), ...late(seats), released];
  return recordOf(pastExam, lines, idOf);
}

/** Of the written exam: a morning on which nothing happened. */
export const writtenRecord = (times: ExamTimes, seats: readonly Seat[], idOf: IdOf) =>
  recordOf(writtenExam, before(writtenExam, times, seats), idOf);
