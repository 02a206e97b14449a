// Who needs help first, and which room needs a look, from what the board says. Knows no words and no colours.
import type { Board, BoardCandidate, BoardRoom, CandidateStatus, ExamRow } from '@onetouch/contract';

const minuteMs = 60_000;
/** The start is spread over some seconds, and a slow phone takes some more. */
const startedLateMs = minuteMs;
/** So long before the start the ones who are not there are counted. */
const soonMs = 10 * minuteMs;
/** Answers that wait for so long do not only wait for the next second. */
const stuckMs = minuteMs;

const ms = (time: string) => Date.parse(time);

/** Why a room needs a look. */
export type RoomReason =
  | { kind: 'paused' }
  | { kind: 'offline'; count: number }
  | { kind: 'not-opened'; count: number }
  | { kind: 'absent'; count: number };

type Times = Pick<ExamRow, 'startsAt' | 'closesAt' | 'status'>;

const isRunning = ({ status }: Times) => status === 'running';

/** The reasons, the gravest first; none when all is well or nothing is going on. */
export function roomReasons({ room, counts }: BoardRoom, exam: Times, now: string): RoomReason[] {
  const reasons: RoomReason[] = [];
  const isLive = isRunning(exam) || exam.status === 'check-in';
  if (room.pausedAt && isLive) reasons.push({ kind: 'paused' });
  if (counts.offline > 0) reasons.push({ kind: 'offline', count: counts.offline });
  const sinceStart = ms(now) - ms(exam.startsAt);
  if (isRunning(exam) && sinceStart > startedLateMs && counts.checkedIn > 0)
    reasons.push({ kind: 'not-opened', count: counts.checkedIn });
  const isAwaited = isLive && sinceStart > -soonMs && ms(now) < ms(exam.closesAt);
  if (isAwaited && counts.absent > 0) reasons.push({ kind: 'absent', count: counts.absent });
  return reasons;
}

const graveness = { paused: 0, offline: 1, 'not-opened': 2, absent: 3 } as const;

/** Rooms with what is the matter in them: those that need a look first, the gravest before the others. */
export function rankRooms({ rooms, exam, serverTime }: Pick<Board, 'rooms' | 'exam' | 'serverTime'>) {
  const rank = ([first]: RoomReason[]) => (first ? graveness[first.kind] : 9);
  const weight = ([first]: RoomReason[]) => (first && 'count' in first ? first.count : 0);
  return rooms
    .map((one) => ({ ...one, reasons: roomReasons(one, exam, serverTime) }))
    .sort((a, b) => rank(a.reasons) - rank(b.reasons) || weight(b.reasons) - weight(a.reasons));
}

/** What is the matter with one person. */
export type Trouble = 'offline' | 'not-opened' | 'waiting' | 'absent';

/** Nothing for whoever is well, or has handed in. */
export function troubleOf(candidate: BoardCandidate, exam: Times, now: string): Trouble | null {
  const { status, waiting, lastSavedAt, startedAt } = candidate;
  if (status === 'offline') return 'offline';
  const sinceStart = ms(now) - ms(exam.startsAt);
  if (status === 'checked-in') return isRunning(exam) && sinceStart > startedLateMs ? 'not-opened' : null;
  if (status === 'working') {
    const savedAt = lastSavedAt ?? startedAt ?? now;
    return waiting > 0 && ms(now) - ms(savedAt) > stuckMs ? 'waiting' : null;
  }
  const isAwaited = status === 'absent' && exam.status !== 'over' && exam.status !== 'released';
  return isAwaited && sinceStart > -soonMs ? 'absent' : null;
}

const troubleRank = { offline: 0, 'not-opened': 1, waiting: 2, absent: 3 } as const;
const statusRank: Record<CandidateStatus, number> = {
  offline: 4,
  absent: 4,
  paused: 5,
  working: 6,
  'checked-in': 7,
  submitted: 8,
};

/** Whoever needs help first, those who have been away the longest on top; else as they stood. */
export function rankPeople({ candidates, exam, serverTime }: Board): BoardCandidate[] {
  const rank = (one: BoardCandidate) => {
    const trouble = troubleOf(one, exam, serverTime);
    return trouble ? troubleRank[trouble] : statusRank[one.status];
  };
  const away = (one: BoardCandidate) => (one.status === 'offline' ? ms(one.lastSeenAt ?? serverTime) : 0);
  return candidates
    .map((one) => ({ one, rank: rank(one), away: away(one) }))
    .sort((a, b) => a.rank - b.rank || a.away - b.away)
    .map(({ one }) => one);
}

/** Whole minutes since the last sign of life, as of the board's own time; at least one. */
export function awayMinutes({ lastSeenAt, startedAt }: BoardCandidate, now: string): number {
  const seenAt = lastSeenAt ?? startedAt ?? now;
  return Math.max(1, Math.floor((ms(now) - ms(seenAt)) / minuteMs));
}

/** When most of those who still work must hand in, and how many have another end. Null when nobody works. */
export function usualDeadline(candidates: BoardCandidate[]): { at: string; others: number } | null {
  const ends = candidates
    .filter(({ startedAt, submittedAt }) => startedAt && !submittedAt)
    .flatMap(({ deadlineAt }) => deadlineAt ?? [])
    .sort((a, b) => ms(a) - ms(b));
  const at = ends[Math.floor((ends.length - 1) / 2)];
  if (at === undefined) return null;
  return { at, others: ends.filter((end) => Math.abs(ms(end) - ms(at)) > minuteMs).length };
}
