// A time that runs, in digits that do not dance: the font has no figures of one width.
import { clockDigits } from '../quizzes/attempt-clock.js';
import styles from './board-clock.module.css';

/** `12:24` in cells; seen, not heard. */
export function Digits({ ms }: { ms: number }) {
  const digits = clockDigits(ms);
  return (
    <span aria-hidden="true" className={styles['digits']}>
      {[...digits].map((digit, place) => (
        // Counted from the end, so that a cell stays itself when the hour goes.
        <span key={digits.length - place} className={digit === ':' ? styles['colon'] : styles['cell']}>
          {digit}
        </span>
      ))}
    </span>
  );
}
