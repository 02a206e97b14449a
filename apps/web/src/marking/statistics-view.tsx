// Statistics of a quiz: what is counted, the figures in words, two charts, and the questions with the one that is open.
import { useTranslation } from 'react-i18next';
import { formatNumber, formatWhen } from '../platform/format.js';
import { EmptyNotice } from '../ui/notice.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './desk.module.css';
import { Histogram } from './histogram.js';
import { ItemDetail } from './item-detail.js';
import { ItemList } from './item-list.js';
import { needsLook, numbered, type NumberedItem } from './numbered-item.js';
import { QuizFigures } from './quiz-figures.js';
import type { DeskData } from './read-desk.js';
import { Scatter } from './scatter.js';
import { StatisticsFilters } from './statistics-filters.js';

/** The view. */
export function StatisticsView({ data }: { data: DeskData }) {
  const { t } = useTranslation('marking');
  const { statistics } = data;
  const items = numbered(statistics.items);
  const isNarrow = useIsNarrow();
  const isOneOpen = isNarrow && items.some(({ questionId }) => questionId === data.search.questionId);
  if (isOneOpen) return <Questions items={items} data={data} />;
  return (
    <>
      <StatisticsFilters data={data} />
      {statistics.attempts === 0 ? (
        <EmptyNotice title={t('statistics.none')}>{t('statistics.noneText')}</EmptyNotice>
      ) : (
        <>
          <p className={styles['small']}>
            {t('statistics.asOf', {
              count: statistics.attempts,
              number: formatNumber(statistics.attempts),
              time: formatWhen(statistics.evaluatedAt),
            })}
          </p>
          <QuizFigures statistics={statistics} />
          <div className={styles['charts']}>
            <Histogram statistics={statistics} />
            <Scatter items={items} />
          </div>
          <Questions items={items} data={data} />
        </>
      )}
    </>
  );
}

/** Beside each other where there is room; on a phone first the list, then the question alone. */
function Questions({ items, data: { search, statistics } }: { items: NumberedItem[]; data: DeskData }) {
  const { t } = useTranslation('marking');
  const isNarrow = useIsNarrow();
  const shown = search.isOnlyReview ? items.filter(needsLook) : items;
  const chosen = items.find(({ questionId }) => questionId === search.questionId);
  const open = chosen ?? (isNarrow ? undefined : (shown.find(needsLook) ?? shown[0]));
  const isAlone = isNarrow && open !== undefined;
  return (
    <section aria-labelledby="cac-cau" className={styles['questions']}>
      <h2 id="cac-cau">{t('items.title', { count: items.length })}</h2>
      <div className={styles['halves']}>
        {!isAlone && <ItemList items={shown} all={items} search={search} openId={open?.questionId} />}
        {open && <ItemDetail key={open.questionId} item={open} statistics={statistics} />}
      </div>
    </section>
  );
}
