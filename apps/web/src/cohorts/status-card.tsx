// The headline of a cohort: how many completed, and the bar of all statuses with its numbers.
import type { CohortDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent, formatWhen } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './cohort-page.module.css';
import { completedShare } from './funnel.js';
import { StatusBar, StatusLegend } from './status-bar.js';

/** The card; figures carry the time of their counting. */
export function StatusCard({ cohort: { funnel, evaluatedAt } }: { cohort: CohortDetail }) {
  const { t } = useTranslation('cohorts');
  return (
    <Card as="section" aria-labelledby="tinh-hinh" className={styles['card']}>
      <VisuallyHidden as="h2" id="tinh-hinh">
        {t('one.figures')}
      </VisuallyHidden>
      <div className={styles['figures']}>
        <p className={styles['done']}>
          <strong>{formatNumber(funnel.completed)}</strong>{' '}
          {t('one.completedOf', { number: formatNumber(funnel.enrolled) })}
        </p>
        <p className={styles['share']}>{formatPercent(completedShare(funnel))}</p>
      </div>
      <StatusBar funnel={funnel} />
      <StatusLegend funnel={funnel} />
      <p className={styles['asOf']}>{t('one.asOf', { time: formatWhen(evaluatedAt) })}</p>
    </Card>
  );
}
