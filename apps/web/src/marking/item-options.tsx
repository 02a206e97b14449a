// What was chosen: a bar for everybody, and two thin ones for the best and the weakest third.
import type { ItemStatistics } from '@onetouch/contract';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { formatShare } from './figures.js';
import styles from './items.module.css';

type Option = ItemStatistics['options'][number];

/** The options in their order, the key marked by its sign and in words. */
export function ItemOptions({ item }: { item: ItemStatistics }) {
  const { t } = useTranslation('marking');
  return (
    <ul className={styles['options']} aria-label={t('item.options')}>
      {item.options.map((option, index) => (
        <li key={option.id}>
          <OptionRow option={option} letter={String.fromCharCode(65 + index)} />
        </li>
      ))}
    </ul>
  );
}

function OptionRow({ option, letter }: { option: Option; letter: string }) {
  const { t } = useTranslation('marking');
  const { text, isKey, share, topShare, bottomShare } = option;
  const Icon = isKey ? IconCircleCheckFilled : IconCircle;
  return (
    <div className={classNames(styles['option'], isKey && styles['key'])}>
      <Icon size={24} aria-hidden="true" />
      <div className={styles['optionBody']}>
        <p className={styles['optionText']}>
          {letter}. <span lang="vi">{text}</span>
          {isKey && <VisuallyHidden> ({t('item.key')})</VisuallyHidden>}
        </p>
        <Bar
          share={share}
          className={isKey ? styles['barKey'] : styles['barAll']}
          words={t('item.everybody')}
        />
        {topShare !== null && bottomShare !== null && (
          <>
            <Bar share={topShare} className={styles['barTop']} words={t('item.top')} isThin />
            <Bar share={bottomShare} className={styles['barBottom']} words={t('item.bottom')} isThin />
          </>
        )}
      </div>
    </div>
  );
}

interface BarProps {
  share: number;
  words: string;
  className: string | undefined;
  isThin?: boolean;
}

function Bar({ share, words, className, isThin }: BarProps) {
  return (
    <p className={classNames(styles['barRow'], isThin && styles['thin'])}>
      <span className={styles['barWords']}>{words}</span>
      <span className={styles['track']} aria-hidden="true">
        <span className={className} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <strong>{formatShare(share)}</strong>
    </p>
  );
}
