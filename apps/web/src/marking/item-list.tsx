// The questions with how easy they are, how well they tell people apart and what to make of it: a table from 768 px, a list on phones.
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Chip } from '../ui/chip.js';
import { classNames } from '../ui/class-names.js';
import table from '../ui/table.module.css';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { type DeskSearch, withPart } from './desk-search.js';
import styles from './items.module.css';
import { formatIndex } from './figures.js';
import { JudgementTag } from './judgement-tag.js';
import { needsLook, type NumberedItem } from './numbered-item.js';

interface ItemListProps {
  items: NumberedItem[];
  /** Without the filter. */
  all: NumberedItem[];
  search: DeskSearch;
  openId: string | undefined;
}

/** The list with its filter. */
export function ItemList({ items, all, search, openId }: ItemListProps) {
  const { t } = useTranslation('marking');
  const isNarrow = useIsNarrow();
  const [address, setAddress] = useAskedSearch();
  const count = all.filter(needsLook).length;
  const turn = () =>
    setAddress(withPart(withPart(address, 'review', search.isOnlyReview ? '' : '1'), 'question', ''), {
      preventScrollReset: true,
    });
  return (
    <div className={styles['column']}>
      {(count > 0 || search.isOnlyReview) && (
        <div>
          <Chip isOn={search.isOnlyReview} onClick={turn}>
            {t('items.onlyReview', { count })}
          </Chip>
        </div>
      )}
      {items.length === 0 && <p>{t('items.noneToReview')}</p>}
      {items.length > 0 && (isNarrow ? <Cards items={items} /> : <Table items={items} openId={openId} />)}
    </div>
  );
}

function Table({ items, openId }: { items: NumberedItem[]; openId: string | undefined }) {
  const { t } = useTranslation('marking');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('items.column.question')}</th>
            <th scope="col" className={table['number']}>
              {t('items.column.facility')}
            </th>
            <th scope="col" className={table['number']}>
              {t('items.column.discrimination')}
            </th>
            <th scope="col">{t('items.column.judgement')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.questionId} className={classNames(item.questionId === openId && styles['open'])}>
              <th scope="row">
                <ItemName item={item} isOpen={item.questionId === openId} />
              </th>
              <td className={table['number']}>{formatIndex(item.facilityIndex)}</td>
              <td className={table['number']}>
                <Discrimination value={item.discriminationIndex} />
              </td>
              <td className={styles['tag']}>
                <JudgementTag judgement={item.judgement} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ items }: { items: NumberedItem[] }) {
  const { t } = useTranslation('marking');
  return (
    <ul className={table['list']}>
      {items.map((item) => (
        <li key={item.questionId} className={styles['card']}>
          <ItemName item={item} isOpen={false} />
          <div className={styles['facts']}>
            <JudgementTag judgement={item.judgement} />
            <span className={styles['small']}>
              {t('items.facilityIs', { value: formatIndex(item.facilityIndex) })} ·{' '}
              {t('items.discriminationIs', { value: formatIndex(item.discriminationIndex) })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ItemName({ item, isOpen }: { item: NumberedItem; isOpen: boolean }) {
  const { t } = useTranslation('marking');
  const [address] = useSearchParams();
  const next = withPart(address, 'question', item.questionId);
  const facts = [item.category, item.difficulty && t(`difficulty.${item.difficulty}`)].filter(Boolean);
  return (
    <>
      <Link
        to={{ search: `?${next}` }}
        preventScrollReset
        aria-current={isOpen ? 'true' : undefined}
        className={styles['name']}
        lang="vi"
      >
        {item.number}. {item.prompt}
      </Link>
      {facts.length > 0 && <span className={styles['small']}>{facts.join(' · ')}</span>}
    </>
  );
}

function Discrimination({ value }: { value: number | null }) {
  const isWrongWay = value !== null && value < 0;
  return <span className={classNames(isWrongWay && styles['wrongWay'])}>{formatIndex(value)}</span>;
}
