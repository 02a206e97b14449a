// The record of a room, page by page; read again from the newest after everything that was done.
import type { ExamEvent } from '@onetouch/contract';
import { useEffect, useState } from 'react';
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
  /** An older page, or everything again, is on its way. */
  const [isBusy, setIsBusy] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isLeft = false;
    const take = (page: Read | null, refusal: Problem | null) => {
      if (isLeft) return;
      if (page) setRead(page);
      setProblem(refusal);
      setIsBusy(false);
    };
    readEvents({ examId, roomId }).then(
      (page) => take(page, null),
      (error) => take(null, error as Problem),
    );
    return () => {
      isLeft = true;
    };
  }, [examId, roomId, turn, tries]);
  const more = async () => {
    setIsBusy(true);
    try {
      const { items, next } = await readEvents({ examId, roomId }, read?.next ?? undefined);
      setRead((known) => ({ items: [...(known?.items ?? []), ...items], next }));
      setProblem(null);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  const again = () => {
    setIsBusy(true);
    setTries(tries + 1);
  };
  return { read, problem, isBusy, more: () => void more(), again };
}
