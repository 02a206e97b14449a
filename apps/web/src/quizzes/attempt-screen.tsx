// One question at a time, with the list of all beside it, and what the server has received always in sight.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomSheet } from '../ui/dialog.js';
import { PlainMain } from '../ui/layout/plain-layout.js';
import { AttemptFooter } from './attempt-footer.js';
import { AttemptHeader } from './attempt-header.js';
import { AttemptNotices } from './attempt-notices.js';
import styles from './attempt-screen.module.css';
import { tally } from './answers.js';
import { HandInDialog } from './hand-in-dialog.js';
import type { LoadedAttempt } from './load-attempt.js';
import { QuestionCard } from './question-card.js';
import { QuestionPalette } from './question-palette.js';
import { ReceiptLine } from './receipt-line.js';
import { toggled } from './toggled.js';
import { useAttempt, usePlace } from './use-attempt.js';
import { useShortcutChoice, useShortcuts } from './use-shortcuts.js';

/** The screen of an attempt that is not handed in. */
export function AttemptScreen({ loaded }: { loaded: LoadedAttempt }) {
  const { t } = useTranslation('quizzes');
  const { store, view } = useAttempt(loaded);
  const { index, goTo } = usePlace(loaded);
  const [open, setOpen] = useState<'palette' | 'hand-in' | null>(null);
  const shortcuts = useShortcutChoice();
  const heading = useRef<HTMLHeadingElement>(null);
  const { attempt } = loaded;
  const question = attempt.questions[index];
  const answer = question && view.answers[question.id];

  const step = (to: number) => {
    if (to >= attempt.questions.length) return setOpen('hand-in');
    goTo(to);
    setOpen(null);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const choose = (optionId: string) =>
    question && answer && void store.put(question.id, { optionIds: toggled(question, answer, optionId) });
  const flag = () => question && answer && void store.put(question.id, { isFlagged: !answer.isFlagged });
  useShortcuts(shortcuts.isOn && !view.isClosed, {
    onNumber: (number) => {
      const option = question?.options[number - 1];
      if (option) choose(option.id);
    },
    onNext: () => index + 1 < attempt.questions.length && step(index + 1),
    onPrevious: () => index > 0 && step(index - 1),
    onFlag: flag,
  });
  const shownId = question?.id ?? '';
  useEffect(() => {
    store.look(shownId);
    window.scrollTo({ top: 0 });
  }, [store, shownId]);

  if (!question || !answer) return null;
  const counts = tally(view.answers);
  const palette = {
    questions: attempt.questions,
    answers: view.answers,
    counts,
    current: index,
    onGo: step,
  };
  return (
    <div className={styles['screen']}>
      <AttemptHeader {...{ attempt, index, counts }} onPalette={() => setOpen('palette')} />
      <PlainMain className={styles['main']}>
        <div className={styles['column']}>
          <AttemptNotices {...{ attempt, view, onGo: step }} />
          <QuestionCard
            {...{ question, answer, index, heading }}
            total={attempt.questions.length}
            onChoose={choose}
            onFlag={flag}
          />
          <ReceiptLine answer={answer} number={index + 1} />
          <AttemptFooter
            {...{ index, flag, isFlagged: answer.isFlagged, onGo: step }}
            total={attempt.questions.length}
          />
        </div>
        <div className={styles['side']}>
          <QuestionPalette {...palette} onHandIn={() => setOpen('hand-in')} attempt={attempt} />
          <ShortcutsNote {...shortcuts} />
        </div>
      </PlainMain>
      <BottomSheet isOpen={open === 'palette'} onClose={() => setOpen(null)} title={t('attempt.all')}>
        <QuestionPalette {...palette} isInSheet onHandIn={() => setOpen('hand-in')} attempt={attempt} />
      </BottomSheet>
      <HandInDialog
        {...{ store, view, onGo: step }}
        isOpen={open === 'hand-in'}
        onClose={() => setOpen(null)}
      />
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
