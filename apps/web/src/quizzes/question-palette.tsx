// All questions of the paper at a glance: sent, waiting, flagged, current and empty differ by shape, not by colour alone.
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconFlagFilled from '@tabler/icons-react/dist/esm/icons/IconFlagFilled.mjs';
import type { Attempt, PaperQuestion } from '@onetouch/contract';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { Button } from '../ui/button.js';
import { classNames } from '../ui/class-names.js';
import { cellState, type Answers, type AnswerState, type Tally } from './answers.js';
import styles from './question-palette.module.css';

interface QuestionPaletteProps {
  attempt: Attempt;
  questions: readonly PaperQuestion[];
  answers: Answers;
  counts: Tally;
  current: number;
  isInSheet?: boolean;
  onGo: (index: number) => void;
  onHandIn: () => void;
}
const columns = 5;
const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
};

/** The list of questions with its legend, and the way to hand in or to leave. */
export function QuestionPalette(props: QuestionPaletteProps) {
  const { attempt, questions, answers, counts, current, isInSheet, onGo, onHandIn } = props;
  const { t } = useTranslation('quizzes');
  const list = useRef<HTMLOListElement>(null);
  const moveFocus = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const cells = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = cells[cells.indexOf(event.target as HTMLButtonElement) + (step ?? 0)];
    if (step === undefined || !next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <nav
      className={classNames(styles['palette'], !isInSheet && styles['panel'])}
      aria-label={t('attempt.all')}
    >
      {!isInSheet && <h2 className={styles['title']}>{t('attempt.all')}</h2>}
      <Legend counts={counts} />
      {/* The arrow keys move between the buttons inside, which are what a person operates. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className={styles['cells']} data-arrows onKeyDown={moveFocus}>
        {questions.map(({ id }, index) => (
          <li key={id}>
            <Cell
              number={index + 1}
              answer={answers[id]}
              isCurrent={index === current}
              onPress={() => onGo(index)}
            />
          </li>
        ))}
      </ol>
      <div className={styles['end']}>
        <Button look="outlined" isWide size="large" onClick={onHandIn}>
          {t('submit.button')}
        </Button>
        <p className={styles['safe']}>{t('attempt.safe')}</p>
        <Link className={styles['leave']} to={paths.quiz(attempt.enrolmentId, attempt.lessonId)}>
          {t('attempt.leave')}
        </Link>
      </div>
    </nav>
  );
}

function Legend({ counts }: { counts: Tally }) {
  const { t } = useTranslation('quizzes');
  return (
    <ul className={styles['legend']}>
      <li className={styles['sentWord']}>
        <IconCheck size={20} aria-hidden="true" />
        {t('attempt.legend.sent', { n: counts.sent })}
      </li>
      {counts.waiting > 0 && (
        <li className={styles['waitingWord']}>
          <IconClock size={20} aria-hidden="true" />
          {t('attempt.legend.waiting', { n: counts.waiting })}
        </li>
      )}
      {counts.flagged > 0 && (
        <li>
          <IconFlagFilled size={20} className={styles['flagMark']} aria-hidden="true" />
          {t('attempt.legend.flagged', { n: counts.flagged })}
        </li>
      )}
      <li>{t('attempt.legend.empty', { n: counts.empty })}</li>
    </ul>
  );
}

interface CellProps {
  number: number;
  answer: AnswerState | undefined;
  isCurrent: boolean;
  onPress: () => void;
}

function Cell({ number, answer, isCurrent, onPress }: CellProps) {
  const { t } = useTranslation('quizzes');
  if (!answer) return null;
  const state = cellState(answer);
  const label = t(`attempt.cell.${state}`, { number });
  return (
    <button
      type="button"
      className={classNames(styles['cell'], styles[state], isCurrent && styles['current'])}
      aria-current={isCurrent ? 'step' : undefined}
      aria-label={answer.isFlagged ? `${label}, ${t('attempt.cellFlagged')}` : label}
      onClick={onPress}
    >
      {number}
      {answer.isFlagged && <IconFlagFilled size={14} className={styles['flag']} aria-hidden="true" />}
      {state === 'sent' && <IconCheck size={16} className={styles['sign']} aria-hidden="true" />}
      {state === 'waiting' && <IconClock size={16} className={styles['sign']} aria-hidden="true" />}
    </button>
  );
}
