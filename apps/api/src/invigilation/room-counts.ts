// How many stand where in each room. PostgreSQL counts people with the same facts, the domain says what those facts mean.
import type { RoomCounts } from '@onetouch/contract';
import { type CandidateFacts, candidateStatus, countRoom, offlineAfterSeconds } from '@onetouch/domain';
import { currentAttempt } from '../exams/board-candidates.js';
import type { Runner, Statement } from '../platform/database/database.js';

interface Alike {
  roomId: string | null;
  isCheckedIn: boolean;
  hasStarted: boolean;
  isSubmitted: boolean;
  isPaused: boolean;
  isSilent: boolean;
  count: number;
}

// No answers are read: a saved answer is a sign of life too, and the signs are written every few seconds.
const countAlike: Statement = {
  name: 'invigilation.count-alike',
  text: `SELECT c.room_id AS "roomId", c.checked_in_at IS NOT NULL AS "isCheckedIn", a.id IS NOT NULL AS "hasStarted",
      a.submitted_at IS NOT NULL AS "isSubmitted", a.paused_at IS NOT NULL AS "isPaused",
      coalesce(greatest(a.started_at, sign.last_seen_at) < $3, false) AS "isSilent", count(*)::integer AS count
    FROM exam_candidate c JOIN exam x ON x.id = c.exam_id ${currentAttempt} LEFT JOIN attempt_sign sign ON sign.attempt_id = a.id
    WHERE c.exam_id = $1 AND ($2::uuid[] IS NULL OR c.room_id = ANY($2)) GROUP BY 1, 2, 3, 4, 5, 6`,
};

/** Counts by room; under null those without one. */
export type CountsByRoom = Map<string | null, RoomCounts>;

const long = new Date(0);

/** Facts that stand for everybody of a group. */
function factsOf(group: Alike, now: Date): CandidateFacts {
  return {
    checkedInAt: group.isCheckedIn ? now : null,
    startedAt: group.hasStarted ? (group.isSilent ? long : now) : null,
    submittedAt: group.isSubmitted ? now : null,
    pausedAt: group.isPaused ? now : null,
    lastSeenAt: null,
  };
}

/** Adds up counts. */
export function sumCounts(all: Iterable<RoomCounts>): RoomCounts {
  const sum = countRoom([]);
  for (const counts of all)
    for (const key of Object.keys(sum) as (keyof RoomCounts)[]) sum[key] += counts[key];
  return sum;
}

/** Counts of the rooms with these ids, or with null of everybody in the exam. */
export async function countRooms(
  runner: Runner,
  { examId, roomIds, now }: { examId: string; roomIds: readonly string[] | null; now: Date },
): Promise<CountsByRoom> {
  const silentBefore = new Date(now.getTime() - offlineAfterSeconds * 1_000);
  const groups = await runner.rows<Alike>(countAlike, [examId, roomIds, silentBefore]);
  const byRoom = new Map<string | null, RoomCounts[]>();
  for (const group of groups) {
    const one = countRoom([candidateStatus(factsOf(group, now), now)]);
    for (const key of Object.keys(one) as (keyof RoomCounts)[]) one[key] *= group.count;
    byRoom.set(group.roomId, [...(byRoom.get(group.roomId) ?? []), one]);
  }
  return new Map([...byRoom].map(([roomId, parts]) => [roomId, sumCounts(parts)]));
}
