// Reading a lesson aloud with a Vietnamese voice of this device. Without such a voice it is not offered: Vietnamese read by
// an English voice is of no use to anybody.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

const speech = () => (typeof speechSynthesis === 'undefined' ? null : speechSynthesis);

function vietnameseVoice(): SpeechSynthesisVoice | null {
  return (
    speech()
      ?.getVoices()
      .find(({ lang }) => /^vi([-_]|$)/i.test(lang)) ?? null
  );
}

function subscribe(listener: () => void) {
  const engine = speech();
  engine?.addEventListener?.('voiceschanged', listener);
  return () => engine?.removeEventListener?.('voiceschanged', listener);
}

/** `isOffered` once a voice is there; `start` reads the parts one after the other, `stop` falls silent at once. */
export function useReadAloud(parts: readonly string[]) {
  const voice = useSyncExternalStore(subscribe, vietnameseVoice);
  const [isReading, setIsReading] = useState(false);
  const turn = useRef(0);
  const stop = useCallback(() => {
    turn.current += 1;
    speech()?.cancel();
    setIsReading(false);
  }, []);
  const start = useCallback(() => {
    const mine = (turn.current += 1);
    speech()?.cancel();
    setIsReading(true);
    const say = (index: number) => {
      if (turn.current !== mine) return;
      const part = parts[index];
      if (part === undefined || !voice) return setIsReading(false);
      // One part at a time: some engines fall silent in the middle of a long text.
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.onend = () => say(index + 1);
      utterance.onerror = () => turn.current === mine && setIsReading(false);
      speech()?.speak(utterance);
    };
    say(0);
  }, [parts, voice]);
  useEffect(() => stop, [stop]);
  return { isOffered: voice !== null && parts.length > 0, isReading, start, stop };
}
