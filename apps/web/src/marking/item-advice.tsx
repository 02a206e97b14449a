// What the figures of a question say, and what a trainer should do about it.
import type { ItemStatistics } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Callout } from '../ui/notice.js';
import styles from './items.module.css';

/** The judgement in a sentence, then every warning with its advice. */
export function ItemAdvice({ item }: { item: ItemStatistics }) {
  const { t } = useTranslation('marking');
  const { judgement, warnings, attempts } = item;
  return (
    <>
      <Callout icon={<IconBulb size={20} aria-hidden="true" />}>
        {t('item.countedOn', { count: attempts, number: formatNumber(attempts) })}{' '}
        {t(`judgementText.${judgement}`)}
      </Callout>
      {warnings.length > 0 && (
        <ul className={styles['warnings']} aria-label={t('item.warnings')}>
          {warnings.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={20} aria-hidden="true" />
              <div>
                <strong>{t(`warning.${warning}.says`)}</strong>
                <p>{t(`warning.${warning}.do`)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
