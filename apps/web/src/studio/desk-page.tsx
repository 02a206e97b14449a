// The trainer's desk: own courses with their version, whether something waits to be published, and learners.
import { courses, type ResponseOf, type StudioCourse } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Callout, EmptyNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { CourseTable } from './course-table.js';
import styles from './desk-page.module.css';

type Answer = ResponseOf<typeof courses.listOwn>;

/** The first page of the courses that this trainer may edit. */
export function loader(): Promise<Answer> {
  return call(courses.listOwn, {});
}

/** The page. */
export function Component() {
  const { t } = useTranslation('studio');
  const first = useLoaderData<Answer>();
  const { items, next, more, isBusy, error } = useMore(first);
  return (
    <div className={styles['desk']}>
      <PageHead title={t('desk.title')} intro={t('desk.lead')} />
      {items.length === 0 ? (
        <EmptyNotice title={t('desk.empty')}>{t('desk.emptyText')}</EmptyNotice>
      ) : (
        <CourseTable courses={items} />
      )}
      {error && <Callout tone="error">{error}</Callout>}
      {next && (
        <div>
          <Button look="outlined" isBusy={isBusy} onClick={() => void more()}>
            {t('desk.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The pages read so far, and the way to the next one. */
function useMore(first: Answer) {
  const [later, setLater] = useState<{ items: StudioCourse[]; next: string | null }>();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();
  const next = later ? later.next : first.next;
  const more = async () => {
    if (!next) return;
    setIsBusy(true);
    setError(undefined);
    try {
      const page = await call(courses.listOwn, { query: { cursor: next } });
      setLater({ items: [...(later?.items ?? []), ...page.items], next: page.next });
    } catch (reason) {
      if (!isProblem(reason)) throw reason;
      setError(problemWords(reason));
    } finally {
      setIsBusy(false);
    }
  };
  return { items: [...first.items, ...(later?.items ?? [])], next, more, isBusy, error };
}
