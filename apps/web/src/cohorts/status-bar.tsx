// How far the people are, as one bar in parts. The numbers stand beside it in words: the bar alone says nothing.
import type { Funnel } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { classNames } from '../ui/class-names.js';
import { partsOf, statuses } from './funnel.js';
import styles from './status-bar.module.css';

/** The bar; `size` is smaller in tables. */
export function StatusBar({ funnel, size = 'normal' }: { funnel: Funnel; size?: 'normal' | 'small' }) {
  const parts = partsOf(funnel);
  return (
    <div className={classNames(styles['bar'], styles[size])} aria-hidden="true">
      {statuses
        .filter((status) => parts[status] > 0)
        .map((status) => (
          <div key={status} className={styles[status]} style={{ flexGrow: parts[status] }} />
        ))}
    </div>
  );
}

/** What the parts mean, with their numbers. */
export function StatusLegend({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation('cohorts');
  const parts = partsOf(funnel);
  return (
    <ul className={styles['legend']}>
      {statuses.map((status) => (
        <li key={status}>
          <span className={classNames(styles['swatch'], styles[status])} aria-hidden="true" />
          <span>
            {status === 'completed' ? t('statusWithout') : t(`status.${status}`)}{' '}
            <strong>{formatNumber(parts[status])}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}
