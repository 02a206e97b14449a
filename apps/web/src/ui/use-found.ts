// Asks for matches a quarter of a second after the last letter; answers that were overtaken are dropped.
import { useEffect, useState } from 'react';
import { isProblem, type Problem } from '../platform/problem.js';

/** Finds matches of words; stops when the signal says so. */
export type Find<T> = (words: string, signal: AbortSignal) => Promise<T[]>;

interface Found<T> {
  find: Find<T>;
  words: string;
  items: T[];
  problem: Problem | null;
}

const pauseMs = 250;

/** The newest matches while `isOn`; older ones of the same `find` stand until they come. */
export function useFound<T>(find: Find<T>, words: string, isOn: boolean) {
  const [found, setFound] = useState<Found<T> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!isOn) return;
    const controller = new AbortController();
    const ask = async () => {
      try {
        const items = await find(words, controller.signal);
        if (!controller.signal.aborted) setFound({ find, words, items, problem: null });
      } catch (error) {
        if (!controller.signal.aborted && isProblem(error))
          setFound({ find, words, items: [], problem: error });
      }
    };
    const timer = setTimeout(() => void ask(), words === '' ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [find, words, isOn, tries]);

  const known = found?.find === find ? found : null;
  const isNewest = known?.words === words;
  return {
    items: known?.items ?? [],
    /** Whether `items` answer these very words. */
    isNewest,
    problem: isNewest ? known.problem : null,
    retry: () => {
      setFound(null);
      setTries(tries + 1);
    },
  };
}
