// Differences between two versions, each as a sentence; long words before and after as two lines.
import type { Change } from '@onetouch/contract';
import IconArrowsSort from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import styles from './change-list.module.css';
import { changeWords } from './change-words.js';

const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil, moved: IconArrowsSort } as const;
const firstCount = 6;

/** The changes in their order; a long list is opened on demand. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('studio');
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, firstCount);
  return (
    <>
      <ul className={styles['list']}>
        {shown.map((change, index) => (
          // A list of one comparison never changes its order, and two changes may read alike.
          <ChangeLine key={index} change={change} />
        ))}
      </ul>
      {changes.length > firstCount && (
        <Button look="text" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('change.fewer') : t('change.all', { count: changes.length })}
        </Button>
      )}
    </>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { t } = useTranslation('studio');
  const { sentence, lines } = changeWords(change, t);
  const Icon = icons[change.kind];
  return (
    <li className={styles['line']} data-kind={change.kind}>
      <Icon size={18} aria-hidden="true" />
      <div className={styles['words']}>
        <p>{sentence}</p>
        {lines && (
          <dl className={styles['lines']}>
            <dt>{t('change.before')}</dt>
            <dd className={styles['before']} lang="vi">
              {lines.before ?? t('change.nothing')}
            </dd>
            <dt>{t('change.after')}</dt>
            <dd lang="vi">{lines.after ?? t('change.nothing')}</dd>
          </dl>
        )}
      </div>
    </li>
  );
}
