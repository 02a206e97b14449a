// Keeps the screen on while somebody waits; browsers let go of it whenever the page is hidden.
import { useEffect, useState } from 'react';

interface Sentinel extends EventTarget {
  release: () => Promise<void>;
}
/** Absent in older browsers and on pages without TLS. */
interface WakeLockPart {
  wakeLock?: { request: (type: 'screen') => Promise<Sentinel> };
}

/** Whether the screen stays on. */
export function useWakeLock(): boolean {
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    const { wakeLock } = navigator as WakeLockPart;
    let sentinel: Sentinel | null = null;
    let isLeft = false;
    const ask = async () => {
      if (!wakeLock || sentinel || document.visibilityState !== 'visible') return;
      const held = await wakeLock.request('screen').catch(() => null);
      if (isLeft) return void held?.release();
      sentinel = held;
      setIsOn(held !== null);
      held?.addEventListener('release', () => {
        sentinel = null;
        if (!isLeft) setIsOn(false);
      });
    };
    const look = () => void ask();
    document.addEventListener('visibilitychange', look);
    void ask();
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', look);
      void sentinel?.release();
    };
  }, []);
  return isOn;
}
