// Where an exam stands, and everybody in it, by its times and the last signs of life. It knows no rows and no names.

export type ExamStatus = 'planned' | 'ready' | 'check-in' | 'running' | 'over' | 'released';
export type CandidateStatus = 'absent' | 'checked-in' | 'working' | 'offline' | 'paused' | 'submitted';

/** Longer than two beats of half a minute: one lost beat is not an outage. */
export const offlineAfterSeconds = 75;

export interface ExamFacts {
  readonly checkInOpensAt: Date;
  readonly startsAt: Date;
  readonly closesAt: Date;
  readonly releasedAt: Date | null;
  readonly candidateCount: number;
  /** Candidates whose paper is drawn. */
  readonly preparedCount: number;
  /** The latest deadline of an open attempt: credits may run past the close. */
  readonly lastDeadlineAt?: Date | null;
}

/** The status of an exam: released by a person, else by the clock, and before check-in by whether every paper is drawn. */
export function examStatus(facts: ExamFacts, now: Date): ExamStatus {
  if (facts.releasedAt) return 'released';
  const endsAt = Math.max(facts.closesAt.getTime(), facts.lastDeadlineAt?.getTime() ?? 0);
  if (now.getTime() >= endsAt) return 'over';
  if (now >= facts.startsAt) return 'running';
  if (now >= facts.checkInOpensAt) return 'check-in';
  const isPrepared = facts.candidateCount > 0 && facts.preparedCount >= facts.candidateCount;
  return isPrepared ? 'ready' : 'planned';
}

export interface CandidateFacts {
  readonly checkedInAt: Date | null;
  readonly startedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly pausedAt: Date | null;
  /** The last sign of life of any kind, a saved answer included. */
  readonly lastSeenAt: Date | null;
}

/** The furthest that a candidate got; somebody at work is offline after 75 s without a sign, unless the clock is stopped anyway. */
export function candidateStatus(facts: CandidateFacts, now: Date): CandidateStatus {
  if (facts.submittedAt) return 'submitted';
  if (!facts.startedAt) return facts.checkedInAt ? 'checked-in' : 'absent';
  if (facts.pausedAt) return 'paused';
  const seenAt = Math.max(facts.startedAt.getTime(), facts.lastSeenAt?.getTime() ?? 0);
  return now.getTime() - seenAt > offlineAfterSeconds * 1_000 ? 'offline' : 'working';
}

export interface RoomTally {
  candidates: number;
  checkedIn: number;
  working: number;
  offline: number;
  submitted: number;
  absent: number;
}

/** How many stand where, each once; those whose clock is stopped count as working. */
export function countRoom(statuses: Iterable<CandidateStatus>): RoomTally {
  const tally: RoomTally = { candidates: 0, checkedIn: 0, working: 0, offline: 0, submitted: 0, absent: 0 };
  for (const status of statuses) {
    tally.candidates += 1;
    if (status === 'checked-in') tally.checkedIn += 1;
    else if (status === 'paused') tally.working += 1;
    else tally[status] += 1;
  }
  return tally;
}
