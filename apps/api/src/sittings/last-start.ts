// Until when somebody may begin. Pure.
import type { CompleteRule } from '@onetouch/domain';

interface Seat {
  closesAt: Date;
  attemptNumber: number;
}

/** The close of the exam; a restarted candidate has the whole time, and a moment to begin, whenever the exam closes. */
export function lastStartOf(
  { closesAt, attemptNumber }: Seat,
  { timeLimitMinutes }: Pick<CompleteRule, 'timeLimitMinutes'>,
): Date {
  const more = attemptNumber > 1 ? (timeLimitMinutes ?? 0) * 60_000 : 0;
  return new Date(closesAt.getTime() + more);
}
