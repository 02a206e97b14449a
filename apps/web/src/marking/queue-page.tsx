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
import { type QueueData, readQueue } from './read-queue.js';

/** The page that the address asks for. */
export const loader = readQueue;

/** The page. */
export function Component() {
  const { t } = useTranslation('marking');
  const { found } = useLoaderData<QueueData>();
  const { revalidate } = useRevalidator();
  const { state } = useLocation() as { state: { said?: string } | null };
  const rows = isProblem(found) ? [] : found.items;
  const [first] = rows;
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
              to={paths.markingTask(first.attemptId, first.questionId)}
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
      {!isProblem(found) && rows.length === 0 && (
        <EmptyNotice title={t('queue.none')}>{t('queue.noneText')}</EmptyNotice>
      )}
      {!isProblem(found) && rows.length > 0 && (
        <>
          <QueueList rows={rows} />
          <Pager next={found.next}>
            {t('queue.count', { count: found.total, number: formatNumber(found.total) })}
          </Pager>
        </>
      )}
    </StaffPage>
  );
}
