// What the open lesson weighs, against the ceiling where there is one, and what that means on a weak network.
import type { Audience, ContentLesson } from '@onetouch/contract';
import { lessonWeight } from '@onetouch/domain';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../platform/format.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { weightParts, type WeightParts } from './block-weight.js';
import styles from './side-panel.module.css';

/** A lesson for residents weighs no more, so that any phone on any network opens it. */
const residentCeilingBytes = 600_000;
const weakBitsPerSecond = 400_000;
const kinds = [
  'videoBytes',
  'pictureBytes',
  'sheetBytes',
  'textBytes',
] as const satisfies (keyof WeightParts)[];

const secondsOf = (bytes: number) => Math.max(1, Math.round((bytes * 8) / weakBitsPerSecond));

/** The weight of a lesson by parts. */
export function WeightPanel({ lesson, audience }: { lesson: ContentLesson; audience: Audience }) {
  const { t } = useTranslation('studio');
  const parts = weightParts(lesson);
  const whole = lessonWeight(lesson);
  const ceiling = audience === 'resident' ? residentCeilingBytes : null;
  const isOver = ceiling !== null && whole > ceiling;
  return (
    <section aria-labelledby="weight" className={styles['section']}>
      <h2 id="weight" className={styles['title']}>
        {t('weight.title')}
      </h2>
      <p className={styles['figure']}>
        {formatBytes(whole)}{' '}
        {ceiling && <small>{t('weight.ceiling', { ceiling: formatBytes(ceiling) })}</small>}
      </p>
      {ceiling && (
        <ProgressBar
          value={Math.min(whole, ceiling)}
          max={ceiling}
          label={t('weight.title')}
          tone={isOver ? 'wait' : 'primary'}
        />
      )}
      {isOver && <p className={styles['quiet']}>{t('weight.over')}</p>}
      <dl className={styles['rows']}>
        {kinds
          .filter((kind) => parts[kind] > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{t(`weight.${kind}`)}</dt>
              <dd>{formatBytes(parts[kind])}</dd>
            </div>
          ))}
      </dl>
      <p className={styles['well']}>
        {t('weight.weak', { text: secondsOf(parts.textBytes), whole: secondsOf(whole) })}
      </p>
    </section>
  );
}
