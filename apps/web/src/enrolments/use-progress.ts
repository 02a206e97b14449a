// What a learner does in a lesson, kept on the device at once and called saved only by the server.
import { enrolments, type ProgressEvent, type SavedProgress } from '@onetouch/contract';
import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { call } from '../platform/call.js';
import { newId } from '../platform/new-id.js';
import {
  enqueue,
  onRefused,
  onSent,
  outboxStatus,
  takeRefused,
  useOutboxStatus,
} from '../platform/outbox.js';
import type { Problem } from '../platform/problem.js';
import { progressKey, type LoadedLesson } from './load-lesson.js';
import { mergeProgress } from './merge-progress.js';

type WithoutBase<E> = E extends ProgressEvent ? Omit<E, 'id' | 'occurredAt'> : never;
/** An event before it gets its id and time. */
export type LearningFact = WithoutBase<ProgressEvent>;
type Summary = Pick<SavedProgress, 'steps' | 'percent' | 'completedAt'>;

interface State {
  saved: SavedProgress['progress'];
  waiting: readonly ProgressEvent[];
  keptAt: Date | null;
  /** How far the course is since the last save in this lesson. */
  summary: Summary | null;
  refused: { count: number; problem: Problem } | null;
}
type Action =
  | { type: 'recorded'; event: ProgressEvent }
  | { type: 'kept'; at: Date }
  | { type: 'confirmed'; events: readonly ProgressEvent[]; answer: SavedProgress }
  | { type: 'read'; saved: SavedProgress['progress']; seenIds: ReadonlySet<string> }
  | { type: 'refused'; event: ProgressEvent; problem: Problem };

const without = (waiting: readonly ProgressEvent[], ids: ReadonlySet<string>) =>
  waiting.filter(({ id }) => !ids.has(id));

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'recorded':
      return { ...state, waiting: [...state.waiting, action.event] };
    case 'kept':
      return { ...state, keptAt: action.at };
    case 'confirmed': {
      const { progress, steps, percent, completedAt } = action.answer;
      const ids = new Set(action.events.map(({ id }) => id));
      const summary = { steps, percent, completedAt };
      return { ...state, saved: progress, waiting: without(state.waiting, ids), summary };
    }
    case 'read':
      return { ...state, saved: action.saved, waiting: without(state.waiting, action.seenIds) };
    case 'refused': {
      const waiting = without(state.waiting, new Set([action.event.id]));
      return {
        ...state,
        waiting,
        refused: { count: (state.refused?.count ?? 0) + 1, problem: action.problem },
      };
    }
  }
}

/** The learner's progress in the loaded lesson, and `record` for what happens next. */
export function useProgress({ enrolmentId, read, waiting, keptAt }: LoadedLesson) {
  const { lesson } = read;
  const key = progressKey(enrolmentId, lesson.id);
  const [state, dispatch] = useReducer(reduce, {
    saved: read.progress,
    waiting,
    keptAt,
    summary: null,
    refused: null,
  });
  useOutboxNews(key, dispatch);
  useOtherTab(enrolmentId, lesson.id, { waiting: state.waiting, dispatch });
  const record = useCallback(
    (fact: LearningFact) => {
      const event = { ...fact, id: newId(), occurredAt: new Date().toISOString() } as ProgressEvent;
      dispatch({ type: 'recorded', event });
      const keep = async () => {
        await enqueue('progress', key, event);
        if (outboxStatus().failedToStore === 0) dispatch({ type: 'kept', at: new Date() });
      };
      // A failing device is shown by the save state; nobody to keep it for means that the sign-in page is coming.
      keep().catch(() => undefined);
    },
    [key],
  );
  const progress = useMemo(
    () => mergeProgress(lesson, state.saved, state.waiting),
    [lesson, state.saved, state.waiting],
  );
  return { ...state, progress, record };
}

/** Confirmations and refusals of this lesson's events. */
function useOutboxNews(key: string, dispatch: (action: Action) => void) {
  useEffect(() => {
    const isOurs = (news: { kind: string; key: string }) => news.kind === 'progress' && news.key === key;
    const stopSent = onSent((news) => {
      if (!isOurs(news)) return;
      const events = news.items.map(({ payload }) => payload as ProgressEvent);
      dispatch({ type: 'confirmed', events, answer: news.answer as SavedProgress });
    });
    const stopRefused = onRefused((news) => {
      if (!isOurs(news)) return;
      dispatch({ type: 'refused', event: news.item.payload as ProgressEvent, problem: news.problem });
      void takeRefused('progress');
    });
    return () => {
      stopSent();
      stopRefused();
    };
  }, [key, dispatch]);
}

/** Another tab may have sent what was recorded here: nothing waits on the device, so the server is asked what it has. */
function useOtherTab(
  enrolmentId: string,
  lessonId: string,
  { waiting, dispatch }: { waiting: readonly ProgressEvent[]; dispatch: (action: Action) => void },
) {
  const isSentElsewhere = useOutboxStatus().waiting === 0 && waiting.length > 0;
  useEffect(() => {
    if (!isSentElsewhere) return;
    const controller = new AbortController();
    const { signal } = controller;
    const seenIds = new Set(waiting.map(({ id }) => id));
    const timer = setTimeout(() => {
      if (outboxStatus().waiting > 0 || outboxStatus().failedToStore > 0) return;
      call(enrolments.readLesson, { params: { enrolmentId, lessonId } }, { signal, isQuiet: true }).then(
        ({ progress }) => dispatch({ type: 'read', saved: progress, seenIds }),
        () => undefined,
      );
    }, 3_000);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isSentElsewhere, waiting, enrolmentId, lessonId, dispatch]);
}
