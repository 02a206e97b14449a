// How long until something begins, in digits that do not dance. Read out at 10, 5 and 1 minutes only.
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../platform/format.js';
import { clockDigits } from '../quizzes/attempt-clock.js';
import { useRemaining } from '../quizzes/use-clock.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './countdown.module.css';

const minute = 60_000;
const dayMinutes = 24 * 60;
const marks = [10, 5, 1];
/** For so long after a mark its words stand there to be read out. */
const markMs = 20_000;

/** The digits, or days in words; nothing once `to` has passed. */
export function Countdown({ to, label }: { to: string; label: string }) {
  const { t } = useTranslation('sittings');
  const remaining = useRemaining({ deadlineAt: to, pausedAt: null }) ?? 0;
  const left = Math.ceil(remaining / minute);
  const days = Math.round(left / dayMinutes);
  const digits = clockDigits(remaining);
  const mark = marks.find((one) => remaining <= one * minute && remaining > one * minute - markMs);
  return (
    <>
      <div
        role="timer"
        aria-label={`${label} ${left < dayMinutes ? formatMinutes(left) : t('days', { count: days })}`}
        className={styles['countdown']}
      >
        <span aria-hidden="true" className={styles['label']}>
          {label}
        </span>
        <span aria-hidden="true" className={styles['digits']}>
          {left < dayMinutes
            ? [...digits].map((digit, place) => (
                // Counted from the end, so that a cell stays itself when the hour goes.
                <span
                  key={digits.length - place}
                  className={digit === ':' ? styles['colon'] : styles['cell']}
                >
                  {digit}
                </span>
              ))
            : t('days', { count: days })}
        </span>
      </div>
      <VisuallyHidden role="status">{mark ? t('waiting.mark', { count: mark }) : ''}</VisuallyHidden>
    </>
  );
}
