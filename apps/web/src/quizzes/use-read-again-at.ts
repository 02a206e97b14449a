// Reads the page again at a moment when the server will say more: a pause is over, a test opens, a mark comes out.
import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { serverNow } from '../platform/server-clock.js';

const longestTimerMs = 2 ** 31 - 1;
/** What the server does in rounds it has done by then. */
const afterMs = 1_500;

/** Once for each `time`; null for never. */
export function useReadAgainAt(time: string | null) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!time) return;
    const ms = Math.max(1_000, Date.parse(time) - serverNow() + afterMs);
    const timer = setTimeout(() => void revalidate(), Math.min(ms, longestTimerMs));
    return () => clearTimeout(timer);
  }, [time, revalidate]);
}
