// Checks in with a code, and tries again by itself where only time or the network is missing.
import { sittings } from '@onetouch/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { isProblem, Problem } from '../platform/problem.js';
import { serverNow, withServerTime } from '../platform/server-clock.js';
import { handOverSitting } from './sitting-copy.js';

export interface CheckingIn {
  isBusy: boolean;
  problem: Problem | null;
  /** It is tried again without anybody's doing. */
  isWaiting: boolean;
  checkIn: (code: string) => void;
  /** The code was changed: what was said about the one before no longer counts. */
  forget: () => void;
}

const soonestMs = 1_000;
const networkMs = 10_000;
/** A clock that was never measured may be wrong: ask at least so often. */
const longestMs = 60_000;

/** In how many milliseconds to try again by itself; null when a person has to do something first. */
export function retryInMs(problem: Problem | null): number | null {
  if (!problem) return null;
  const { code, retryAt } = problem;
  if (code === 'check-in.not-open' || code === 'request.throttled') {
    const wait = retryAt ? retryAt.getTime() - serverNow() : networkMs;
    return Math.min(longestMs, Math.max(soonestMs, wait));
  }
  return problem.isPassing && problem.status !== 401 ? networkMs : null;
}

/** The way into a room: after it the page of the sitting opens. */
export function useCheckIn(): CheckingIn {
  const navigate = useNavigate();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [code, setCode] = useState('');
  const checkIn = async (wanted: string) => {
    setIsBusy(true);
    setCode(wanted);
    try {
      const sitting = await withServerTime(
        () => call(sittings.checkIn, { body: { code: wanted } }),
        ({ serverTime }) => serverTime,
      );
      await handOverSitting(sitting);
      await navigate(paths.sitting(sitting.id), { replace: true });
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'service.failed', status: 500 }));
    }
    setIsBusy(false);
  };
  const again = useEffectEvent(() => void checkIn(code));
  useEffect(() => {
    const pause = retryInMs(problem);
    if (pause === null) return;
    const timer = setTimeout(() => again(), pause);
    const back = () => problem?.isNetwork && again();
    addEventListener('online', back);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', back);
    };
  }, [problem]);
  return {
    isBusy,
    problem,
    isWaiting: retryInMs(problem) !== null,
    checkIn: (wanted) => void checkIn(wanted),
    forget: () => setProblem(null),
  };
}
