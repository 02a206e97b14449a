// The clock of an attempt: when it ends, and what becomes of an answer by the time that it arrives. All times are the server's;
// the device's word counts only for answers that come after the deadline.

export type ClosedBy = 'learner' | 'deadline' | 'invigilator';

/** How long the closing waits for answers that were under way at the deadline. */
export const closingDelaySeconds = 10;
/** How far a device's idea of server time may be off before it is not believed. */
export const clockToleranceSeconds = 5;

export type ArrivalVerdict =
  { take: 'in-time' | 'late' } | { refuse: 'closed' | 'too-late' | 'time-invalid' };

export interface ArrivalFacts {
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly pausedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly closedBy: ClosedBy | null;
  readonly graceMinutes: number;
  /** When the request reached the server. */
  readonly arrivedAt: Date;
  /** When the answer was given, as the device says; null when it does not say. */
  readonly answeredAt: Date | null;
}

function later(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}

/**
 * The end of an attempt; null where neither a time limit nor a window ends it. Extensions, credits and pauses (`extraSeconds`)
 * count beyond the window too; the wait before a spread start (`waitMs`) only moves the end of the window, because the limit
 * counts from the start anyway.
 */
export function deadlineOf(facts: {
  readonly startedAt: Date;
  readonly timeLimitMinutes: number | null;
  readonly extraSeconds: number;
  readonly closesAt: Date | null;
  readonly waitMs?: number;
}): Date | null {
  const ends: number[] = [];
  if (facts.timeLimitMinutes !== null) ends.push(facts.startedAt.getTime() + facts.timeLimitMinutes * 60_000);
  if (facts.closesAt) ends.push(facts.closesAt.getTime() + (facts.waitMs ?? 0));
  return ends.length === 0 ? null : later(new Date(Math.min(...ends)), facts.extraSeconds);
}

/** Until when an exam may be begun: its close; a restarted candidate has the whole time, and a moment to begin, whenever it closes. */
export function lastStartOf(
  seat: { readonly closesAt: Date; readonly attemptNumber: number },
  rule: { readonly timeLimitMinutes: number | null },
): Date {
  return seat.attemptNumber > 1 ? later(seat.closesAt, (rule.timeLimitMinutes ?? 0) * 60) : seat.closesAt;
}

/** Whole seconds that a pause gives back, rounded up for the learner. */
export function pausedSeconds(pausedAt: Date, resumedAt: Date): number {
  return Math.max(0, Math.ceil((resumedAt.getTime() - pausedAt.getTime()) / 1_000));
}

/** Whether the server closes the attempt now: its deadline and the delay for answers under way are past, and its clock is not stopped. */
export function isDue(
  attempt: {
    readonly deadlineAt: Date | null;
    readonly pausedAt: Date | null;
    readonly submittedAt: Date | null;
  },
  now: Date,
): boolean {
  if (attempt.submittedAt || attempt.pausedAt || !attempt.deadlineAt) return false;
  return now >= later(attempt.deadlineAt, closingDelaySeconds);
}

/** Until when answers to a handed-in attempt are still taken; null for one that a person handed in. */
export function answersUntil(attempt: {
  readonly closedBy: ClosedBy | null;
  readonly deadlineAt: Date | null;
  readonly graceMinutes: number;
}): Date | null {
  const { closedBy, deadlineAt, graceMinutes } = attempt;
  return closedBy === 'deadline' && deadlineAt ? later(deadlineAt, graceMinutes * 60) : null;
}

/** An answer after the deadline: taken within the grace when the device says that it was given in time. */
function judgeAfterDeadline(facts: ArrivalFacts, deadlineAt: Date): ArrivalVerdict {
  const { startedAt, answeredAt, arrivedAt, graceMinutes } = facts;
  if (!answeredAt) return { refuse: 'too-late' };
  if (answeredAt < later(startedAt, -clockToleranceSeconds)) return { refuse: 'time-invalid' };
  if (answeredAt > later(arrivedAt, clockToleranceSeconds)) return { refuse: 'time-invalid' };
  if (answeredAt > deadlineAt) return { refuse: 'too-late' };
  if (!facts.submittedAt && arrivedAt <= later(deadlineAt, closingDelaySeconds)) return { take: 'in-time' };
  return arrivedAt <= later(deadlineAt, graceMinutes * 60) ? { take: 'late' } : { refuse: 'too-late' };
}

/**
 * What becomes of an answer. Up to the deadline and while the clock is stopped it is in time whatever the device says. After it,
 * only an answer given in time counts, within the grace: as in time while it was merely under way, else as late. What a learner or
 * an invigilator handed in stays closed.
 */
export function judgeArrival(facts: ArrivalFacts): ArrivalVerdict {
  const { deadlineAt, arrivedAt } = facts;
  if (facts.submittedAt) {
    if (facts.closedBy !== 'deadline' || !deadlineAt) return { refuse: 'closed' };
    return judgeAfterDeadline(facts, deadlineAt);
  }
  if (!deadlineAt || facts.pausedAt || arrivedAt <= deadlineAt) return { take: 'in-time' };
  return judgeAfterDeadline(facts, deadlineAt);
}
