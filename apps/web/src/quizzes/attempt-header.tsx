// The bar of a test: what it is, how many answers the server has, and how long is left. On phones the clock takes the place of the
// count, which the list of questions and the line under each question say too.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import type { Attempt, AttemptState } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { classNames } from '../ui/class-names.js';
import type { Tally } from './answers.js';
import styles from './attempt-header.module.css';
import { AttemptTimer } from './attempt-timer.js';
import type { PaperPage } from './pages.js';

interface AttemptHeaderProps {
  attempt: Attempt;
  state: AttemptState;
  page: PaperPage;
  counts: Tally;
  onPalette: () => void;
}

/** Wide: mark, titles, count. Narrow: question, count, and the button to the list of questions. */
export function AttemptHeader({ attempt, state, page, counts, onPalette }: AttemptHeaderProps) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const total = attempt.questions.length;
  const last = page.from + page.questions.length;
  const number = page.questions.length === 1 ? String(last) : `${page.from + 1}–${last}`;
  const position = { number, total };
  const isTimed = state.deadlineAt !== null;
  return (
    <header className={styles['header']}>
      <span className={styles['brand']}>
        <Mark />
        OneTouch
      </span>
      <p className={styles['title']}>
        {attempt.examName ?? local(attempt.title)} · {local(attempt.courseTitle)}
      </p>
      <span className={styles['place']}>
        <span className={styles['placeWord']}>{t('attempt.question')}</span>
        <span>
          <strong>{number}</strong> / {total}
        </span>
      </span>
      <Counts counts={counts} total={total} isTimed={isTimed} />
      <AttemptTimer state={state} />
      <Button
        look="outlined"
        className={styles['toPalette']}
        icon={<IconLayoutGrid size={20} aria-hidden="true" />}
        onClick={onPalette}
      >
        {t('attempt.all')}
      </Button>
      <div
        className={styles['track']}
        role="progressbar"
        aria-label={t('attempt.position', position)}
        aria-valuemin={1}
        aria-valuemax={total}
        aria-valuenow={last}
      >
        <div style={{ width: `${(last / total) * 100}%` }} />
      </div>
    </header>
  );
}

function Counts({ counts, total, isTimed }: { counts: Tally; total: number; isTimed: boolean }) {
  const { t } = useTranslation('quizzes');
  return (
    <p className={classNames(styles['counts'], isTimed && styles['beside'])}>
      <span className={styles['received']}>
        <IconCircleCheck size={20} aria-hidden="true" />
        <span className={styles['long']}>{t('attempt.received', { count: counts.sent })}</span>
        <span className={styles['short']}>{t('attempt.receivedShort', { sent: counts.sent, total })}</span>
      </span>
      {counts.waiting > 0 && (
        <span className={styles['waiting']}>
          <IconClock size={20} aria-hidden="true" />
          {t('attempt.waiting', { count: counts.waiting })}
        </span>
      )}
    </p>
  );
}
