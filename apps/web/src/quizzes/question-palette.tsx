// All questions of the paper at a glance: sent, waiting, flagged, current and empty differ by shape, not by colour alone.
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconFlagFilled from '@tabler/icons-react/dist/esm/icons/IconFlagFilled.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatMinutes } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { cellState, type AnswerState, type Tally } from './answers.js';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import styles from './question-palette.module.css';

interface QuestionPaletteProps {
  store: AttemptStore;
  view: AttemptView;
  counts: Tally;
  /** Places on the paper that are on the screen: from, and to without it. */
  current: { from: number; to: number };
  isInSheet?: boolean;
  /** Null where one cannot go back or ahead. */
  onGo: ((index: number) => void) | null;
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
  const { store, view, counts, current, isInSheet, onGo, onHandIn } = props;
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
        {store.attempt.questions.map(({ id }, index) => (
          <li key={id}>
            <Cell
              number={index + 1}
              answer={view.answers[id]}
              isCurrent={index >= current.from && index < current.to}
              onPress={onGo && (() => onGo(index))}
            />
          </li>
        ))}
      </ol>
      <div className={styles['end']}>
        <Button look="outlined" isWide size="large" onClick={onHandIn}>
          {t('submit.button')}
        </Button>
        <Safe store={store} view={view} isInSheet={isInSheet === true} />
      </div>
    </nav>
  );
}

/** What happens to the answers whatever comes, and the way out; in an exam nobody leaves by it. */
function Safe({
  store,
  view,
  isInSheet,
}: Pick<QuestionPaletteProps, 'store' | 'view'> & { isInSheet: boolean }) {
  const { t } = useTranslation('quizzes');
  const { enrolmentId, lessonId, examId } = store.attempt;
  const isTimed = view.state.deadlineAt !== null;
  return (
    <>
      <div className={classNames(styles['safe'], isInSheet && styles['safeBox'])}>
        {isInSheet && <IconShieldCheck size={24} aria-hidden="true" />}
        <p>
          <strong>{t('attempt.notLost')}</strong>{' '}
          {isTimed
            ? t('attempt.safeTimed', { time: formatMinutes(store.rule.graceMinutes) })
            : t('attempt.safe')}
        </p>
      </div>
      {!examId && (
        <Link className={styles['leave']} to={paths.quiz(enrolmentId, lessonId)}>
          {t(isTimed ? 'attempt.leaveTimed' : 'attempt.leave')}
        </Link>
      )}
    </>
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
  onPress: (() => void) | null;
}

function Cell({ number, answer, isCurrent, onPress }: CellProps) {
  const { t } = useTranslation('quizzes');
  if (!answer) return null;
  const state = cellState(answer);
  const label = t(`attempt.cell.${state}`, { number });
  const className = classNames(styles['cell'], styles[state], isCurrent && styles['current']);
  const current = isCurrent ? 'step' : undefined;
  const content = (
    <>
      <span aria-hidden={onPress ? undefined : true}>{number}</span>
      {answer.isFlagged && <IconFlagFilled size={14} className={styles['flag']} aria-hidden="true" />}
      {state === 'sent' && <IconCheck size={16} className={styles['sign']} aria-hidden="true" />}
      {state === 'waiting' && <IconClock size={16} className={styles['sign']} aria-hidden="true" />}
    </>
  );
  if (!onPress) {
    return (
      <span className={classNames(className, styles['still'])} aria-current={current}>
        {content}
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      aria-current={current}
      aria-label={answer.isFlagged ? `${label}, ${t('attempt.cellFlagged')}` : label}
      onClick={onPress}
    >
      {content}
    </button>
  );
}
