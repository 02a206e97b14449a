// How far something is, as a bar with its words beside it.
import { classNames } from './class-names.js';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  value: number;
  max: number;
  /** Said to a screen reader: what is in progress. */
  label: string;
  /** Beside the bar: "2/6 bước". */
  text?: string;
  tone?: 'primary' | 'done' | 'wait';
  /** A line across the bar, such as the pass mark, in the unit of `max`. */
  mark?: number;
}

/** A bar from 0 to `max`; the share itself is always written too. */
export function ProgressBar({ value, max, label, text, tone = 'primary', mark }: ProgressBarProps) {
  const share = (part: number) => `${max > 0 ? Math.min(100, Math.max(0, (part / max) * 100)) : 0}%`;
  return (
    <div className={styles['row']}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className={styles['track']}
      >
        <div className={classNames(styles['bar'], styles[tone])} style={{ width: share(value) }} />
        {mark !== undefined && <div className={styles['mark']} style={{ left: share(mark) }} />}
      </div>
      {text && (
        <span className={styles['text']} aria-hidden="true">
          {text}
        </span>
      )}
    </div>
  );
}
