// One act at a time: under way, refused with its problem, or done in words. Only the server's answer makes it done.
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { isProblem, type Problem } from '../platform/problem.js';

/** `run` does the work, looks at the page anew and then says `words`; it answers whether that succeeded. */
export function useDoing() {
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState('');
  const [doneName, setDoneName] = useState<string | null>(null);
  const run = async (name: string, work: () => Promise<unknown>, words: string): Promise<boolean> => {
    if (busy !== null) return false;
    setBusy(name);
    setProblem(null);
    setDone('');
    try {
      await work();
      await revalidate();
      setDone(words);
      setDoneName(name);
      return true;
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      return false;
    } finally {
      setBusy(null);
    }
  };
  const forget = () => {
    setProblem(null);
    setDone('');
  };
  return { busy, problem, done, doneName, run, forget };
}

export type Doing = ReturnType<typeof useDoing>;
