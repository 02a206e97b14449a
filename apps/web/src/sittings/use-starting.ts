// Asks for the key as soon as it is this candidate's turn, and again for as long as the server cannot answer: nobody has to press.
import type { Sitting } from '@onetouch/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { keepTrying } from '../platform/keep-trying.js';
import { isProblem, Problem } from '../platform/problem.js';
import { serverNow } from '../platform/server-clock.js';
import { beginAttempt } from './begin-attempt.js';

export interface Starting {
  /** Why it did not work yet; it is tried again at `againAt`, server time. */
  trouble: { problem: Problem; againAt: number } | null;
  /** What trying again by itself does not help against. */
  refusal: Problem | null;
  /** Tries now. */
  retry: () => void;
}

const longestMs = 15_000;
const soonestMs = 250;

/** 1, 2, 4 ... 15 seconds with some chance in it, or when the server said. */
function pauseOf(problem: Problem, tries: number): number {
  const asked = problem.retryAt ? problem.retryAt.getTime() - serverNow() : 0;
  if (problem.code === 'exam.not-started') return Math.max(soonestMs, Math.min(asked, longestMs));
  const backOff = Math.min(longestMs, 1_000 * 2 ** tries) * (0.75 + Math.random() / 2);
  return Math.max(backOff, Math.min(asked, 60_000));
}

const asProblem = (error: unknown) =>
  isProblem(error) ? error : new Problem({ code: 'service.failed', status: 500 });

/** The clocks of two machines may disagree by a moment; everything else that is not passing needs a person. */
const isWorthTrying = (problem: Problem) => problem.isPassing || problem.code === 'exam.not-started';

/** Begins while `isTurn`, and goes on to the attempt's page. */
export function useStarting(sitting: Sitting, isTurn: boolean): Starting {
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<Starting['trouble']>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const begin = useEffectEvent((firstAskedAt: number) => beginAttempt(sitting, firstAskedAt));
  const arrive = useEffectEvent((attemptId: string) => {
    void navigate(paths.attempt(attemptId), { replace: true });
  });
  useEffect(() => {
    if (!isTurn) return;
    const firstAskedAt = performance.now();
    let tries = 0;
    const pauseAfter = (problem: Problem) => {
      if (!isWorthTrying(problem)) {
        setRefusal(problem);
        return null;
      }
      const pause = pauseOf(problem, tries);
      tries += 1;
      setTrouble({ problem, againAt: serverNow() + pause });
      return pause;
    };
    return keepTrying(async (ended) => {
      try {
        const attemptId = await begin(firstAskedAt);
        if (!ended.aborted) arrive(attemptId);
        return null;
      } catch (error) {
        return ended.aborted ? null : pauseAfter(asProblem(error));
      }
    });
  }, [isTurn, round, sitting.id]);
  const retry = () => {
    setRefusal(null);
    setRound((count) => count + 1);
  };
  return { trouble, refusal, retry };
}
