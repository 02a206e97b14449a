// The attempt as the screen uses it: what is known, which page of the paper is shown, and how to go on.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useOutboxStatus } from '../platform/outbox.js';
import { isAnswered, type Answers } from './answers.js';
import { AttemptStore } from './attempt-store.js';
import type { LoadedAttempt } from './load-attempt.js';
import { isDone, pagesOf, type PaperPage } from './pages.js';

/** After something left the outbox, news of it may still be on its way. */
const settleAfterMs = 1_500;
const placeKey = (attemptId: string) => `onetouch.question.${attemptId}`;

interface Facts {
  pages: readonly PaperPage[];
  answers: Answers;
  isOneWay: boolean;
  /** The question that this tab showed last. */
  kept: string | null;
}

/** Where this tab was; else the first page with a question without an answer. One way: the first that was not left. */
function firstPage({ pages, answers, isOneWay, kept }: Facts): number {
  if (isOneWay) {
    const open = pages.findIndex((page) => !isDone(page, answers));
    return open >= 0 ? open : Math.max(0, pages.length - 1);
  }
  const place = pages.findIndex(({ questions }) => questions.some(({ id }) => id === kept));
  if (place >= 0) return place;
  const isEmpty = ({ questions }: PaperPage) =>
    questions.some(({ id }) => !isAnswered(answers[id] ?? { optionIds: [], text: '' }));
  return Math.max(0, pages.findIndex(isEmpty));
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

/** Which page of the paper is shown; kept for a reload of this tab. */
export function usePlace({ attempt, answers }: LoadedAttempt, store: AttemptStore) {
  const { questionsPerPage, navigation } = store.rule;
  const pages = useMemo(
    () => pagesOf(attempt.questions, questionsPerPage),
    [attempt.questions, questionsPerPage],
  );
  const [index, setIndex] = useState(() => {
    const kept = sessionStorage.getItem(placeKey(attempt.id));
    return firstPage({ pages, answers, isOneWay: navigation === 'one-way', kept });
  });
  const [shown] = pages[index]?.questions ?? [];
  useEffect(() => {
    if (shown) sessionStorage.setItem(placeKey(attempt.id), shown.id);
  }, [attempt.id, shown]);
  const goTo = (next: number) => {
    if (pages[next]) setIndex(next);
  };
  return { pages, index, goTo };
}
