// The list of the chosen role, page by page, and what stands in its place when there is none.
import type { Enrolment } from '@onetouch/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { storedAt } from '../platform/call.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Callout, EmptyNotice } from '../ui/notice.js';
import { countFilters } from './catalogue-filters.js';
import cards from './course-card.module.css';
import { CourseCard } from './course-card.js';
import styles from './home-page.module.css';
import type { CatalogueData, CataloguePage } from './read-catalogue.js';
import { useDownloads } from './use-downloads.js';
import { useMoreCourses } from './use-more-courses.js';

export interface CourseListProps {
  data: CatalogueData;
  found: CataloguePage;
  onClear: () => void;
}

/** Cards, then the button for the next ones. After it the focus goes to the first card that is new. */
export function CourseList({ data, found, onClear }: CourseListProps) {
  const { t } = useTranslation('courses');
  const { items, hasMore, readMore, isLoading, problem } = useMoreCourses(data, found);
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef(items.length);
  useEffect(() => {
    if (items.length === shown.current) return;
    list.current?.children[shown.current]?.querySelector('a')?.focus({ preventScroll: true });
    shown.current = items.length;
  }, [items.length]);
  if (items.length === 0) return <NothingFound data={data} onClear={onClear} />;
  const rest = Math.max(0, found.total - items.length);
  const stored = storedAt(found);
  return (
    <>
      {stored && (
        <div className={styles['copy']}>
          <Callout tone="wait">{t('home.copy', { time: formatWhen(stored) })}</Callout>
        </div>
      )}
      <Cards items={items} enrolments={data.enrolments} listRef={list} />
      {hasMore && (
        <div className={styles['more']}>
          <p role="alert" className={styles['error']}>
            {problem && problemWords(problem)}
          </p>
          <Button look="outlined" isBusy={isLoading} onClick={() => void readMore()}>
            {t('home.more', { count: rest, number: formatNumber(rest) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Cards with own progress and what lies on this device. */
export function Cards({
  items,
  enrolments,
  listRef,
}: {
  items: CataloguePage['items'];
  enrolments: readonly Enrolment[];
  listRef?: React.Ref<HTMLUListElement>;
}) {
  const downloads = useDownloads();
  return (
    <ul ref={listRef} className={cards['list']}>
      {items.map((course) => (
        <li key={course.id}>
          <CourseCard
            course={course}
            enrolment={enrolments.find(({ courseId }) => courseId === course.id)}
            isDownloaded={downloads.some(({ slug }) => slug === course.slug)}
          />
        </li>
      ))}
    </ul>
  );
}

function NothingFound({ data, onClear }: Pick<CourseListProps, 'data' | 'onClear'>) {
  const { t } = useTranslation('courses');
  const isFiltered = countFilters(data.filters) > 0;
  return (
    <EmptyNotice
      title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
      action={isFiltered && <Button onClick={onClear}>{t('filter.clear')}</Button>}
    >
      {t(isFiltered ? 'empty.filteredText' : 'empty.text')}
    </EmptyNotice>
  );
}
