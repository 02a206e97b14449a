// The attempt as the screen uses it: what is known, which question is shown, and how to go on.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useOutboxStatus } from '../platform/outbox.js';
import { AttemptStore } from './attempt-store.js';
import type { LoadedAttempt } from './load-attempt.js';

/** After something left the outbox, news of it may still be on its way. */
const settleAfterMs = 1_500;
const placeKey = (attemptId: string) => `onetouch.question.${attemptId}`;

/** Where this tab was; else the first question without an answer. */
function firstIndex({ attempt, answers }: LoadedAttempt): number {
  const kept = sessionStorage.getItem(placeKey(attempt.id));
  const place = attempt.questions.findIndex(({ id }) => id === kept);
  if (place >= 0) return place;
  const open = attempt.questions.findIndex(({ id }) => answers[id]?.optionIds.length === 0);
  return Math.max(0, open);
}

/** The store of an attempt, connected while the page is open, and what it knows now. */
export function useAttempt(loaded: LoadedAttempt) {
  const [store] = useState(() => new AttemptStore(loaded));
  const view = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => store.connect(), [store]);
  const { waiting, lastSavedAt } = useOutboxStatus();
  useEffect(() => {
    const timer = setTimeout(() => void store.settle(), settleAfterMs);
    return () => clearTimeout(timer);
  }, [store, waiting, lastSavedAt]);
  return { store, view };
}

/** Which question is shown; kept for a reload of this tab. */
export function usePlace(loaded: LoadedAttempt) {
  const [index, setIndex] = useState(() => firstIndex(loaded));
  const { id: attemptId, questions } = loaded.attempt;
  const goTo = (next: number) => {
    const question = questions[next];
    if (!question) return;
    sessionStorage.setItem(placeKey(attemptId), question.id);
    setIndex(next);
  };
  return { index, goTo };
}
