// The questions with how easy they are, how well they tell people apart and what to make of it: a table from 768 px, a list on phones.
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Chip } from '../ui/chip.js';
import { classNames } from '../ui/class-names.js';
import { RowList } from '../ui/row-list.js';
import { Small } from '../ui/row-name.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
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
      {items.length > 0 && <Rows items={items} openId={openId} />}
    </div>
  );
}

function Rows({ items, openId }: Pick<ItemListProps, 'items' | 'openId'>) {
  const { t } = useTranslation('marking');
  return (
    <RowList
      rows={items}
      keyOf={({ questionId }) => questionId}
      gap={4}
      rowClass={({ questionId }) => questionId === openId && styles['open']}
      columns={[
        {
          head: t('items.column.question'),
          cell: (item) => <ItemName item={item} isOpen={item.questionId === openId} />,
        },
        {
          head: t('items.column.facility'),
          look: 'number',
          cell: ({ facilityIndex }) => formatIndex(facilityIndex),
        },
        {
          head: t('items.column.discrimination'),
          look: 'number',
          cell: ({ discriminationIndex }) => <Discrimination value={discriminationIndex} />,
        },
        {
          head: t('items.column.judgement'),
          look: 'short',
          cell: ({ judgement }) => <JudgementTag judgement={judgement} />,
        },
      ]}
      card={(item) => <Card item={item} />}
    />
  );
}

function Card({ item }: { item: NumberedItem }) {
  const { t } = useTranslation('marking');
  const facts = [
    t('items.facilityIs', { value: formatIndex(item.facilityIndex) }),
    t('items.discriminationIs', { value: formatIndex(item.discriminationIndex) }),
  ];
  return (
    <>
      <ItemName item={item} isOpen={false} />
      <div className={styles['facts']}>
        <JudgementTag judgement={item.judgement} />
        <Small>{facts.join(' · ')}</Small>
      </div>
    </>
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
      {facts.length > 0 && <Small>{facts.join(' · ')}</Small>}
    </>
  );
}

function Discrimination({ value }: { value: number | null }) {
  const isWrongWay = value !== null && value < 0;
  return <span className={classNames(isWrongWay && styles['wrongWay'])}>{formatIndex(value)}</span>;
}
