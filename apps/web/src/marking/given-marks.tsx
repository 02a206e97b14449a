// Marks that were given: to the decider those of both, to anybody else the own one; and what counts in the end.
import type { EssayMark, MarkingTask } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import { Card } from '../ui/card.js';
import styles from './task-page.module.css';

/** The marks, one card each. */
export function GivenMarks({ task }: { task: MarkingTask }) {
  const { t } = useTranslation('marking');
  const { marks, settled, points } = task;
  const possible = formatPoints(points);
  return (
    <section aria-label={t('given.title')} className={styles['given']}>
      {settled && (
        <p className={styles['settled']}>
          {t(`given.settled.${settled.by}`, { points: formatPoints(settled.points), possible })}
        </p>
      )}
      {!settled && marks.some(({ isOwn }) => isOwn) && <p>{t('given.waiting')}</p>}
      {marks.map((mark) => (
        <GivenMark key={mark.markedAt} mark={mark} task={task} />
      ))}
    </section>
  );
}

function GivenMark({ mark, task: { essay, points } }: { mark: EssayMark; task: MarkingTask }) {
  const { t } = useTranslation('marking');
  const titles = new Map(essay.rubric.map((criterion) => [criterion.id, criterion]));
  return (
    <Card className={styles['mark']}>
      <p className={styles['markHead']}>
        <strong>{mark.isOwn ? t('given.own') : mark.markerName}</strong>
        <span>{t('given.of', { points: formatPoints(mark.points), possible: formatPoints(points) })}</span>
      </p>
      <dl className={styles['criteria']}>
        {mark.criteria.map(({ criterionId, points: given }) => (
          <div key={criterionId}>
            <dt lang="vi">{titles.get(criterionId)?.title}</dt>
            <dd>
              {formatPoints(given)} / {formatPoints(titles.get(criterionId)?.points ?? 0)}
            </dd>
          </div>
        ))}
      </dl>
      {mark.comment && (
        <p lang="vi" className={styles['comment']}>
          {mark.comment}
        </p>
      )}
      <p className={styles['small']}>{formatWhen(mark.markedAt)}</p>
    </Card>
  );
}
