// The quizzes of the course that is chosen; answers that were overtaken are dropped.
import { useEffect, useEffectEvent, useState } from 'react';
import { isProblem, type Problem } from '../platform/problem.js';
import { type Quiz, readQuizzes } from './read-plan.js';

interface State {
  slug: string;
  found: Quiz[] | null;
  problem: Problem | null;
}

export interface Quizzes {
  /** Null until they have come. */
  found: Quiz[] | null;
  problem: Problem | null;
  retry: () => void;
}

/** Asks for them when `slug` changes; `onFound` hears of each answer once. */
export function useQuizzes(slug: string | null, onFound: (quizzes: Quiz[]) => void): Quizzes {
  const [state, setState] = useState<State | null>(null);
  const [tries, setTries] = useState(0);
  const heard = useEffectEvent(onFound);
  useEffect(() => {
    if (slug === null) return;
    const controller = new AbortController();
    readQuizzes(slug, controller.signal).then(
      (found) => {
        if (controller.signal.aborted) return;
        setState({ slug, found, problem: null });
        heard(found);
      },
      (error: unknown) => {
        if (!controller.signal.aborted && isProblem(error)) setState({ slug, found: null, problem: error });
      },
    );
    return () => controller.abort();
  }, [slug, tries]);
  const known = state?.slug === slug ? state : null;
  return {
    found: known?.found ?? null,
    problem: known?.problem ?? null,
    retry: () => {
      setState(null);
      setTries(tries + 1);
    },
  };
}
