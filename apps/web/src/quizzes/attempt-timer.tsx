// How long is left, in digits that do not dance. Calm: red only in the last minute, read out only at 10, 5 and 1 minutes.
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { AttemptState } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { clockDigits } from './attempt-clock.js';
import styles from './attempt-timer.module.css';
import { useRemaining } from './use-clock.js';

const minute = 60_000;
const marks = [10, 5, 1];
/** For so long after a mark its words stand there to be read out. */
const markMs = 20_000;

/** The clock, or nothing when the attempt has no end. */
export function AttemptTimer({ state }: { state: AttemptState }) {
  const { t } = useTranslation('quizzes');
  const remaining = useRemaining(state);
  if (remaining === null || state.submittedAt) return null;
  const digits = clockDigits(remaining);
  const isPaused = state.pausedAt !== null;
  const mark = marks.find((one) => remaining <= one * minute && remaining > one * minute - markMs);
  const left = Math.ceil(remaining / minute);
  return (
    <>
      <div
        role="timer"
        aria-label={t(isPaused ? 'clock.stoppedLabel' : 'clock.label', { count: left })}
        className={classNames(styles['timer'], remaining <= minute && !isPaused && styles['last'])}
      >
        <IconClock size={24} className={styles['icon']} aria-hidden="true" />
        <span aria-hidden="true">
          <span className={styles['word']}>{t(isPaused ? 'clock.stopped' : 'clock.left')}</span>
          <span className={styles['digits']}>
            {[...digits].map((digit, place) => (
              // Counted from the end, so that a cell stays itself when the hour goes.
              <span key={digits.length - place} className={digit === ':' ? styles['colon'] : styles['cell']}>
                {digit}
              </span>
            ))}
          </span>
        </span>
      </div>
      <VisuallyHidden role="status">
        {mark !== undefined && !isPaused ? t('clock.mark', { count: mark }) : ''}
      </VisuallyHidden>
    </>
  );
}
