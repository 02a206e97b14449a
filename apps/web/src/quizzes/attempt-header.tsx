// The bar of a test: what it is, and how many answers the server has. The place of a clock is left to that count.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import type { Attempt } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import type { Tally } from './answers.js';
import styles from './attempt-header.module.css';

interface AttemptHeaderProps {
  attempt: Attempt;
  index: number;
  counts: Tally;
  onPalette: () => void;
}

/** Wide: mark, titles, count. Narrow: question, count, and the button to the list of questions. */
export function AttemptHeader({ attempt, index, counts, onPalette }: AttemptHeaderProps) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const total = attempt.questions.length;
  const position = { number: index + 1, total };
  return (
    <header className={styles['header']}>
      <span className={styles['brand']}>
        <Mark />
        OneTouch
      </span>
      <p className={styles['title']}>
        {local(attempt.title)} · {local(attempt.courseTitle)}
      </p>
      <span className={styles['place']}>
        <span className={styles['placeWord']}>{t('attempt.question')}</span>
        <span>
          <strong>{index + 1}</strong> / {total}
        </span>
      </span>
      <Counts counts={counts} total={total} />
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
        aria-valuenow={index + 1}
      >
        <div style={{ width: `${((index + 1) / total) * 100}%` }} />
      </div>
    </header>
  );
}

function Counts({ counts, total }: { counts: Tally; total: number }) {
  const { t } = useTranslation('quizzes');
  return (
    <p className={styles['counts']}>
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
