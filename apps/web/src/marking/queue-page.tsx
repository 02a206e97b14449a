// Essays that wait for a mark of this person, the oldest first, with the one button that begins.
import IconPencilCheck from '@tabler/icons-react/dist/esm/icons/IconPencilCheck.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useLocation, useRevalidator } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { ButtonLink } from '../ui/button.js';
import { Callout, EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { StaffPage } from '../ui/staff-page.js';
import { Pager } from '../ui/pager.js';
import { QueueList } from './queue-list.js';
import { type QueueData, readQueue, searchOf } from './read-queue.js';
import { CourseFilter } from './course-filter.js';

/** The page that the address asks for. */
export const loader = readQueue;

/** The page. */
export function Component() {
  const { t } = useTranslation('marking');
  const { found, courseId } = useLoaderData<QueueData>();
  const { revalidate } = useRevalidator();
  const { state } = useLocation() as { state: { said?: string } | null };
  const rows = isProblem(found) ? [] : found.items;
  const [first] = rows;
  const search = searchOf(courseId);
  return (
    <StaffPage>
      <PageHead
        title={t('queue.title')}
        intro={t('queue.intro')}
        action={
          first && (
            <ButtonLink
              size="large"
              icon={<IconPencilCheck size={20} aria-hidden="true" />}
              to={paths.markingTask(first, search)}
            >
              {t('queue.begin')}
            </ButtonLink>
          )
        }
      />
      <div role="status">
        {state?.said && (
          <Callout tone="done" icon={<IconCircleCheck size={20} aria-hidden="true" />}>
            {state.said}
          </Callout>
        )}
      </div>
      {isProblem(found) && (
        <ErrorNotice title={t('queue.failed')} error={found} onRetry={() => void revalidate()} />
      )}
      {!isProblem(found) && <CourseFilter courses={found.courses} courseId={courseId} />}
      {!isProblem(found) && rows.length === 0 && (
        <EmptyNotice title={t(courseId ? 'queue.noneOfCourse' : 'queue.none')}>
          {t(courseId && found.courses.length > 0 ? 'queue.noneOfCourseText' : 'queue.noneText')}
        </EmptyNotice>
      )}
      {!isProblem(found) && rows.length > 0 && (
        <>
          <QueueList rows={rows} search={search} />
          <Pager next={found.next}>
            {t('queue.count', { count: found.total, number: formatNumber(found.total) })}
          </Pager>
        </>
      )}
    </StaffPage>
  );
}
