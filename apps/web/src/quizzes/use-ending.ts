// The end by the clock: when the time is up, or the server has closed the attempt for it, what waits is sent and the page goes on
// to the result by itself. Without a network it keeps trying for as long as it is open.
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { keepTrying } from '../platform/keep-trying.js';
import { useOutboxStatus } from '../platform/outbox.js';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import { finish } from './hand-in.js';
import { useIsOver } from './use-clock.js';

const againMs = 5_000;

/** `sending` at first, `waiting` after a try that did not get through; null while there is time. */
export function useEnding(
  store: AttemptStore,
  { state, isClosed }: AttemptView,
): 'sending' | 'waiting' | null {
  const isTimeUp = useIsOver(state);
  const isUp = isClosed ? state.closedBy === 'deadline' : isTimeUp && !state.pausedAt;
  // What another attempt stands in for comes to no end of its own.
  const isEnding = isUp && !state.voidedAt;
  const [hasFailed, setHasFailed] = useState(false);
  const isAllSent = useOutboxStatus().waiting === 0;
  const navigate = useNavigate();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    if (!isEnding) return;
    const stop = keepTrying(async (ended) => {
      const isDone = await finish(store);
      if (isGone.current) return null;
      if (isDone) {
        void navigate(paths.result(store.attempt.id), { replace: true });
        return null;
      }
      if (!ended.aborted) setHasFailed(true);
      return againMs;
    });
    return () => {
      stop();
      setHasFailed(false);
    };
    // What waits is looked at again at every try, and at once when the last of it is gone.
  }, [store, navigate, isEnding, isAllSent]);
  if (!isEnding) return null;
  return hasFailed ? 'waiting' : 'sending';
}
