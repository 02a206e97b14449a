// How far the course is while one learns: a bar with numbers, or one segment for each lesson on phones.
import type { EnrolmentDetail, Steps } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { numberedLessons } from '../courses/lesson-paths.js';
import { formatPercent } from '../platform/format.js';
import { classNames } from '../ui/class-names.js';
import { ProgressBar } from '../ui/progress-bar.js';
import styles from './lesson-steps.module.css';

/** More segments than this cannot be told apart on a phone. */
const mostSegments = 24;

/** "Đã xong 2/6 bước", the share, and a bar. */
export function StepsBar({ steps, percent }: { steps: Steps; percent: number }) {
  const { t } = useTranslation('enrolments');
  return (
    <div className={styles['steps']}>
      <p className={styles['line']}>
        <strong>{t('lesson.stepsDone', { ...steps })}</strong>
        <span>{formatPercent(percent)}</span>
      </p>
      <ProgressBar label={t('lesson.progress')} value={steps.done} max={steps.total} />
    </div>
  );
}

export interface SegmentsProps {
  detail: EnrolmentDetail;
  steps: Steps;
  currentId: string;
  /** How much of the current lesson is met, 0 to 1. */
  share: number;
}

/** The bar under the header of phones. */
export function Segments({ detail, steps, currentId, share }: SegmentsProps) {
  const { t } = useTranslation('enrolments');
  const lessons = numberedLessons(detail.outline);
  const states = new Map(detail.lessons.map(({ lessonId, state }) => [lessonId, state]));
  const words = t('lesson.stepsDone', { ...steps });
  if (lessons.length > mostSegments) {
    return <ProgressBar label={t('lesson.progress')} value={steps.done} max={steps.total} text={words} />;
  }
  return (
    <div
      role="progressbar"
      aria-label={t('lesson.progress')}
      aria-valuemin={0}
      aria-valuemax={steps.total}
      aria-valuenow={steps.done}
      aria-valuetext={words}
      className={styles['segments']}
    >
      {lessons.map(({ id }) => (
        <span key={id} className={classNames(styles['segment'], states.get(id) === 'done' && styles['done'])}>
          {id === currentId && states.get(id) !== 'done' && (
            <span className={styles['part']} style={{ width: `${Math.round(share * 100)}%` }} />
          )}
        </span>
      ))}
    </div>
  );
}
