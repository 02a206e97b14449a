// The phase of a sitting, drawn again when the server's clock passes one of its times.
import type { Sitting } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { onServerClock, serverNow } from '../platform/server-clock.js';
import { nextChangeAt, phaseOf, type Phase } from './phase.js';

/** A timer is not trusted for longer: the clock may be measured anew, and a phone sleeps. */
const longestMs = 60_000;

export interface Moment {
  phase: Phase;
  /** The exam has begun. */
  isBegun: boolean;
}

function look(sitting: Sitting): Moment {
  const now = serverNow();
  return { phase: phaseOf(sitting, now), isBegun: now >= Date.parse(sitting.exam.startsAt) };
}

/** Where the sitting stands now. */
export function useSittingPhase(sitting: Sitting): Moment {
  const [moment, setMoment] = useState(() => look(sitting));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const see = () => {
      clearTimeout(timer);
      const next = look(sitting);
      setMoment((seen) => (seen.phase === next.phase && seen.isBegun === next.isBegun ? seen : next));
      const now = serverNow();
      const at = nextChangeAt(sitting, now);
      if (at !== null) timer = setTimeout(see, Math.min(longestMs, Math.max(0, at - now) + 5));
    };
    see();
    const stop = onServerClock(see);
    document.addEventListener('visibilitychange', see);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener('visibilitychange', see);
    };
  }, [sitting]);
  return moment;
}
