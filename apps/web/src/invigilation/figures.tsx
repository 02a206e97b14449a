// The numbers of a room or of a whole exam. Each says in words what it counts; an icon goes along with what needs a look.
import type { RoomCounts } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './figures.module.css';

/** How many of how many are there, wait, work, are offline, have handed in. */
export function Figures({ counts }: { counts: RoomCounts }) {
  const { t } = useTranslation('invigilation');
  const total = formatNumber(counts.candidates);
  const present = formatNumber(counts.candidates - counts.absent);
  const facts = [
    { name: t('totals.present'), value: t('totals.of', { number: present, total }), isWide: true },
    { name: t('totals.checkedIn'), value: formatNumber(counts.checkedIn) },
    { name: t('totals.working'), value: formatNumber(counts.working) },
    { name: t('totals.offline'), value: formatNumber(counts.offline), isBad: counts.offline > 0 },
    { name: t('totals.submitted'), value: formatNumber(counts.submitted) },
  ];
  return (
    <section aria-labelledby="tinh-hinh" className={styles['frame']}>
      <VisuallyHidden as="h2" id="tinh-hinh">
        {t('totals.title')}
      </VisuallyHidden>
      <dl className={styles['figures']}>
        {facts.map(({ name, value, isBad, isWide }) => (
          <div key={name} className={classNames(isBad && styles['bad'], isWide && styles['wide'])}>
            <dt>
              {isBad && <IconAlertTriangle size={18} aria-hidden="true" />}
              {name}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
