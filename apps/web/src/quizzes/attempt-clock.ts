// The clock of an attempt as the page sees it: which news of it is newer, how long is left, what a change of it means. Pure.
import type { AttemptState } from '@onetouch/contract';

/** What happened to the clock, for the person who looks at it. */
export type ClockNews = { kind: 'credited'; minutes: number } | { kind: 'resumed' } | null;

const ms = (time: string) => Date.parse(time);
/** A shift that nobody would call a credit: seconds rounded up at a pause. */
const worthSayingMs = 30_000;

/** The newer of two states by the server's own time; news may arrive in any order. */
export function newerState(known: AttemptState, heard: AttemptState): AttemptState {
  return ms(heard.serverTime) >= ms(known.serverTime) ? heard : known;
}

/** Milliseconds that are left at `now`, never below 0; null without an end. A stopped clock stands still. */
export function remainingMs(
  state: Pick<AttemptState, 'deadlineAt' | 'pausedAt'>,
  now: number,
): number | null {
  if (!state.deadlineAt) return null;
  const at = state.pausedAt ? Math.min(now, ms(state.pausedAt)) : now;
  return Math.max(0, ms(state.deadlineAt) - at);
}

/** What to say about the change from one state to the next. */
export function clockNews(before: AttemptState, after: AttemptState): ClockNews {
  if (before.pausedAt && !after.pausedAt) return { kind: 'resumed' };
  if (!before.deadlineAt || !after.deadlineAt || before.pausedAt !== after.pausedAt) return null;
  const shift = ms(after.deadlineAt) - ms(before.deadlineAt);
  return shift >= worthSayingMs
    ? { kind: 'credited', minutes: Math.max(1, Math.round(shift / 60_000)) }
    : null;
}

/** `12:24`, or `1:05:09` from an hour on; a second that has begun counts. */
export function clockDigits(remaining: number): string {
  const seconds = Math.ceil(remaining / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Until when late answers are taken; null without an end. */
export function graceEnd({ deadlineAt }: AttemptState, graceMinutes: number): Date | null {
  return deadlineAt ? new Date(ms(deadlineAt) + graceMinutes * 60_000) : null;
}
