// Words by voice, where the browser offers it. What is said goes to the browser's own service, so nothing listens unasked.
import { useEffect, useRef, useState } from 'react';
import { currentLocale } from '../platform/i18n.js';

/** The part of the Web Speech API that is used here; TypeScript's DOM types do not have it. */
interface Recognition {
  lang: string;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  abort: () => void;
}
type Offer = Partial<Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => Recognition>>;

function offered() {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as unknown as Offer;
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** Listens for one sentence at a press and answers it to `onHeard`. */
export function useDictation(onHeard: (words: string) => void) {
  const [state, setState] = useState<'idle' | 'listening' | 'failed'>('idle');
  const recognition = useRef<Recognition | null>(null);
  useEffect(() => () => recognition.current?.abort(), []);

  const start = () => {
    const Recogniser = offered();
    if (!Recogniser) return;
    const one = new Recogniser();
    recognition.current = one;
    one.lang = currentLocale() === 'vi' ? 'vi-VN' : 'en-GB';
    one.onresult = ({ results }) => onHeard((results[0]?.[0]?.transcript ?? '').replace(/[.?!]+$/, ''));
    one.onerror = ({ error }) => setState(error === 'aborted' ? 'idle' : 'failed');
    one.onend = () => setState((now) => (now === 'listening' ? 'idle' : now));
    setState('listening');
    one.start();
  };

  return {
    isOffered: offered() !== undefined,
    isListening: state === 'listening',
    hasFailed: state === 'failed',
    toggle: () => (state === 'listening' ? recognition.current?.abort() : start()),
  };
}
