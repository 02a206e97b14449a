// The record of a room, page by page; read again from the newest after everything that was done.
import type { ExamEvent } from '@onetouch/contract';
import { useCallback, useEffect, useState } from 'react';
import { isProblem, type Problem } from '../platform/problem.js';
import { type BoardAddress, readEvents } from './read-board.js';

interface Read {
  items: ExamEvent[];
  next: string | null;
}

/** The lines that are there; `turn` grows whenever they should be read anew. */
export function useRecord({ examId, roomId }: BoardAddress, turn: number) {
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const ask = useCallback(
    async (cursor: string | undefined, take: (page: Read) => void) => {
      setIsBusy(true);
      try {
        take(await readEvents({ examId, roomId }, cursor));
      } catch (error) {
        if (!isProblem(error)) throw error;
        setProblem(error);
      } finally {
        setIsBusy(false);
      }
    },
    [examId, roomId],
  );
  useEffect(() => {
    let isLeft = false;
    void ask(undefined, (page) => {
      if (isLeft) return;
      setProblem(null);
      setRead(page);
    });
    return () => {
      isLeft = true;
    };
  }, [ask, turn, tries]);
  const more = () =>
    void ask(read?.next ?? undefined, ({ items, next }) =>
      setRead((known) => ({ items: [...(known?.items ?? []), ...items], next })),
    );
  return { read, problem, isBusy, more, again: () => setTries(tries + 1) };
}
