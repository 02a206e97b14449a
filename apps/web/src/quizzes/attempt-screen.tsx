// The paper page by page, with the list of all questions beside it, and what the server has received always in sight.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomSheet } from '../ui/dialog.js';
import { PlainMain } from '../ui/layout/plain-layout.js';
import { AttemptFooter } from './attempt-footer.js';
import { AttemptHeader } from './attempt-header.js';
import { AttemptNotices } from './attempt-notices.js';
import styles from './attempt-screen.module.css';
import { AttemptStops, stopOf } from './attempt-stops.js';
import { tally } from './answers.js';
import { HandInDialog } from './hand-in-dialog.js';
import { LeaveDialog, mayLeave } from './leave-dialog.js';
import type { LoadedAttempt } from './load-attempt.js';
import { isDone } from './pages.js';
import { PageQuestions } from './page-questions.js';
import { QuestionPalette } from './question-palette.js';
import { useAttempt, usePlace } from './use-attempt.js';
import { useAnswerKeys } from './use-answer-keys.js';
import { useEnding } from './use-ending.js';
import { useShortcutChoice } from './use-shortcuts.js';

type Open = 'palette' | 'hand-in' | 'leave' | null;

/** Going from page to page; one way, what is left is left for good. */
function useSteps(loaded: LoadedAttempt, { store, view }: ReturnType<typeof useAttempt>) {
  const { pages, index, goTo } = usePlace(loaded, store);
  const [open, setOpen] = useState<Open>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOneWay = store.rule.navigation === 'one-way';
  const page = pages[index];

  const show = (to: number, place = 0) => {
    void store.putDrafts();
    goTo(to);
    setOpen(null);
    requestAnimationFrame(() => {
      const cards = document.querySelectorAll<HTMLElement>('[data-question] :is(h1, h2)');
      const target = place > 0 ? cards[place] : heading.current;
      target?.focus();
      if (place > 0) target?.scrollIntoView?.({ block: 'center' });
    });
  };
  const leave = async () => {
    if (!page) return;
    await store.putDrafts();
    for (const { id } of page.questions) void store.put(id, { isFinal: true });
    show(index + 1);
  };
  const step = (to: number) => {
    if (to >= pages.length) return setOpen('hand-in');
    if (!isOneWay || !page) return show(to);
    if (to !== index + 1) return;
    if (isDone(page, view.answers)) return show(to);
    if (mayLeave(loaded.attempt.id, page, view.answers)) return void leave();
    setOpen('leave');
  };
  const goToQuestion = (place: number) => {
    const to = pages.findIndex(({ from, questions }) => place < from + questions.length);
    if (isOneWay) return setOpen(null);
    show(to, place - (pages[to]?.from ?? 0));
  };
  return { pages, page, index, open, setOpen, heading, isOneWay, step, leave, goToQuestion };
}

/** Why the question is not there. What had the focus goes with it: afterwards the question itself has it, and is read out. */
function useStop({ store, view }: ReturnType<typeof useAttempt>, heading: RefObject<HTMLElement | null>) {
  const stop = stopOf(view, useEnding(store, view));
  const wasStopped = useRef(false);
  useEffect(() => {
    if (wasStopped.current && !stop) heading.current?.focus();
    wasStopped.current = stop !== null;
  }, [stop, heading]);
  return stop;
}

/** The screen of an attempt that is not handed in. */
export function AttemptScreen({ loaded }: { loaded: LoadedAttempt }) {
  const { t } = useTranslation('quizzes');
  const { store, view } = useAttempt(loaded);
  const steps = useSteps(loaded, { store, view });
  const { pages, page, index, open, setOpen, heading, isOneWay, step, goToQuestion } = steps;
  const shortcuts = useShortcutChoice();
  const stop = useStop({ store, view }, heading);
  const { attempt } = loaded;
  const [alone] = page?.questions.length === 1 ? page.questions : [];
  const flagged = alone && view.answers[alone.id];
  const canFlag = flagged !== undefined && !isOneWay && !flagged.isFinal;
  const flag = () => alone && canFlag && void store.put(alone.id, { isFlagged: !flagged.isFlagged });
  useAnswerKeys(shortcuts.isOn && !view.isClosed && !stop, {
    store,
    view,
    page,
    flag,
    index,
    step,
    last: pages.length - 1,
  });
  const from = page?.from ?? 0;
  useEffect(() => {
    page?.questions.forEach(({ id }) => store.look(id));
    window.scrollTo({ top: 0 });
  }, [store, page]);

  if (!page) return null;
  const counts = tally(view.answers);
  const close = () => setOpen(null);
  const palette = {
    store,
    view,
    counts,
    current: { from, to: from + page.questions.length },
    onGo: isOneWay ? null : goToQuestion,
    onHandIn: () => setOpen('hand-in'),
  };
  return (
    <div className={styles['screen']}>
      <AttemptHeader {...{ attempt, page, counts }} state={view.state} onPalette={() => setOpen('palette')} />
      <PlainMain className={styles['main']}>
        <div className={styles['column']}>
          {!stop && (
            <>
              <AttemptNotices {...{ store, view, onGo: goToQuestion }} />
              <PageQuestions {...{ store, view, page, heading }} />
              <AttemptFooter
                {...{ pages, index, flag, onGo: step, hasWayBack: !isOneWay }}
                isFlagged={canFlag ? flagged.isFlagged : null}
                isTimed={view.state.deadlineAt !== null && !view.isClosed}
              />
            </>
          )}
        </div>
        <div className={styles['side']}>
          <QuestionPalette {...palette} />
          <ShortcutsNote {...shortcuts} />
        </div>
      </PlainMain>
      <BottomSheet isOpen={open === 'palette' && !stop} onClose={close} title={t('attempt.all')}>
        <QuestionPalette {...palette} isInSheet />
      </BottomSheet>
      <HandInDialog
        {...{ store, view }}
        onGo={isOneWay ? null : goToQuestion}
        isOpen={open === 'hand-in' && !stop}
        onClose={close}
      />
      <LeaveDialog
        attemptId={attempt.id}
        answers={view.answers}
        isOpen={open === 'leave' && !stop}
        page={page}
        onStay={close}
        onLeave={() => void steps.leave()}
      />
      <AttemptStops {...{ stop, store, view }} />
    </div>
  );
}

function ShortcutsNote({ isOn, choose }: ReturnType<typeof useShortcutChoice>) {
  const { t } = useTranslation('quizzes');
  return (
    <details className={styles['shortcuts']}>
      <summary>{t('attempt.shortcuts')}</summary>
      <p>{t('attempt.shortcutsHow')}</p>
      <label>
        <input type="checkbox" checked={isOn} onChange={(event) => choose(event.target.checked)} />
        {t('attempt.shortcutsOn')}
      </label>
    </details>
  );
}
