// Looks at the server's clock once in every second that is shown, and again when it was measured anew or the page comes back.
import type { AttemptState } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { onServerClock, serverNow } from '../platform/server-clock.js';
import { remainingMs } from './attempt-clock.js';

type Clock = Pick<AttemptState, 'deadlineAt' | 'pausedAt'>;

function useWatched<T>({ deadlineAt, pausedAt }: Clock, read: (remaining: number | null) => T): T {
  const now = () => remainingMs({ deadlineAt, pausedAt }, serverNow());
  const [seen, setSeen] = useState(() => read(now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const left = remainingMs({ deadlineAt, pausedAt }, serverNow());
      setSeen(read(left));
      if (left && !pausedAt) timer = setTimeout(look, (left % 1_000) + 5);
    };
    look();
    const stop = onServerClock(look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [deadlineAt, pausedAt, read]);
  return seen;
}

const itself = (remaining: number | null) => remaining;
const isNothing = (remaining: number | null) => remaining === 0;

/** Milliseconds that are left, drawn again with every second; null without an end. */
export function useRemaining(clock: Clock): number | null {
  return useWatched(clock, itself);
}

/** Whether the time is up; drawn again only when that changes. */
export function useIsOver(clock: Clock): boolean {
  return useWatched(clock, isNothing);
}
