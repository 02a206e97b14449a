// Where one's own place in an exam stands, by the server's time. Pure: knows no words and no page.
import type { Sitting } from '@onetouch/contract';

/** `starting`: the key may be asked for. `missed`: over, and nothing was begun. */
export type Phase = 'upcoming' | 'check-in' | 'waiting' | 'starting' | 'working' | 'submitted' | 'missed';

type Timed = Pick<Sitting, 'exam' | 'checkedInAt' | 'attemptId' | 'submittedAt' | 'waitMs'>;

const ms = (time: string) => Date.parse(time);

/** When this candidate asks for the key: the start, and the own part of the spread after it. */
export function turnAt({ exam, waitMs }: Timed): number {
  return ms(exam.startsAt) + waitMs;
}

/** Until when asking may make sense: whoever was restarted has the whole time even after the close. The server decides. */
function lastAskAt({ exam }: Timed): number {
  return ms(exam.closesAt) + exam.minutes * 60_000;
}

/** The phase at `now`. */
export function phaseOf(sitting: Timed, now: number): Phase {
  const { exam, checkedInAt, attemptId, submittedAt } = sitting;
  if (attemptId) return submittedAt ? 'submitted' : 'working';
  const isShut = exam.status === 'released';
  if (checkedInAt) {
    if (isShut || now >= lastAskAt(sitting)) return 'missed';
    return now >= turnAt(sitting) ? 'starting' : 'waiting';
  }
  if (isShut || now >= ms(exam.closesAt)) return 'missed';
  return now >= ms(exam.checkInOpensAt) ? 'check-in' : 'upcoming';
}

/** When the phase changes next by the clock alone; null when it never does. */
export function nextChangeAt(sitting: Timed, now: number): number | null {
  const { checkInOpensAt, startsAt, closesAt } = sitting.exam;
  const times = [ms(checkInOpensAt), ms(startsAt), turnAt(sitting), ms(closesAt), lastAskAt(sitting)];
  const ahead = times.filter((time) => time > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** Nothing is left to be done before or during the exam. */
export function isPast(phase: Phase): boolean {
  return phase === 'submitted' || phase === 'missed';
}

/** Of the own sittings: the one that matters next, or undefined. */
export function nextSitting<S extends Timed>(sittings: readonly S[], now: number): S | undefined {
  const open = sittings.filter((one) => !isPast(phaseOf(one, now)));
  return open.sort((one, other) => ms(one.exam.startsAt) - ms(other.exam.startsAt))[0];
}
