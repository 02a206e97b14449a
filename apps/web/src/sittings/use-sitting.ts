// A sitting while its page is open: now and then, and whenever the network or the person comes back, the server is asked what has
// changed. Quietly: without a network everything stays as it is. Just before the start the server is left alone.
import type { Sitting } from '@onetouch/contract';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { serverNow } from '../platform/server-clock.js';
import { isPast, phaseOf, turnAt } from './phase.js';
import { askList, askSitting, renewed, type Loaded } from './read-sittings.js';
import { keepSitting } from './sitting-copy.js';

/** Spread, so that a whole province does not ask in the same second. */
const everyMs = () => 90_000 + Math.random() * 60_000;
const soonMs = 15_000;
const quietMs = 45_000;

export interface LiveSitting {
  sitting: Sitting;
  /** When the server answered last; null when only the copy on this device is known. */
  heardAt: number | null;
  /** Whether it lies on this device and can be read again; undefined until that was tried. */
  isKept: boolean | undefined;
  take: (sitting: Sitting) => void;
}

/** The whole sitting where the paper is missing, else only what changes. */
async function askAgain(known: Sitting): Promise<Sitting | null> {
  const isQuiet = false;
  if (known.checkedInAt && !known.sealedPaper) return askSitting(known.id, { isQuiet });
  const heard = (await askList({ isQuiet })).find(({ id }) => id === known.id);
  if (heard?.checkedInAt && !known.sealedPaper) return askSitting(known.id, { isQuiet });
  return heard ?? null;
}

function isWorthAsking(sitting: Sitting): boolean {
  const now = serverNow();
  const phase = phaseOf(sitting, now);
  const isClose = phase === 'waiting' && sitting.sealedPaper && turnAt(sitting) - now < quietMs;
  return phase !== 'starting' && !isPast(phase) && !isClose;
}

/** The sitting as the server said last. */
export function useSitting(loaded: Loaded<Sitting>): LiveSitting {
  const [sitting, setSitting] = useState(loaded.value);
  const [heardAt, setHeardAt] = useState(() => (loaded.copyAt ? null : serverNow()));
  const [isKept, setIsKept] = useState<boolean>();
  const take = useCallback((heard: Sitting) => {
    setSitting((known) => renewed(known, heard));
    setHeardAt(serverNow());
  }, []);
  const ask = useEffectEvent(async () => {
    if (!isWorthAsking(sitting)) return;
    const heard = await askAgain(sitting).catch(() => null);
    if (heard) take(heard);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let askedAt = performance.now();
    let isLeft = false;
    const go = async () => {
      clearTimeout(timer);
      askedAt = performance.now();
      await ask();
      if (!isLeft) timer = setTimeout(() => void go(), everyMs());
    };
    const back = () => {
      if (document.visibilityState === 'visible' && performance.now() - askedAt > soonMs) void go();
    };
    const online = () => void go();
    timer = setTimeout(() => void go(), loaded.copyAt ? soonMs : everyMs());
    addEventListener('online', online);
    document.addEventListener('visibilitychange', back);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', back);
    };
  }, [loaded]);
  useEffect(() => {
    let isLeft = false;
    void keepSitting(sitting).then((kept) => isLeft || setIsKept(kept));
    return () => {
      isLeft = true;
    };
  }, [sitting]);
  return { sitting, heardAt, isKept, take };
}
