// The record of the exam, the newest first: who did what to whom, why, and when. Nobody can change it.
import type { ExamEvent } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { formatDate, formatTimeExact } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { dotted } from '../ui/dotted.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { Pager } from '../ui/pager.js';
import { withParts } from '../ui/search-parts.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { eventWords } from './event-words.js';
import styles from './exam-page.module.css';
import recordStyles from './record-view.module.css';
import type { ExamData } from './read-exam.js';
import { RoomFilter } from './room-filter.js';
import { names } from './views.js';

const listId = 'nhat-ky';

/** The section. */
export function RecordView({ data: { exam, filters, events } }: { data: ExamData }) {
  const { t } = useTranslation('exams');
  const { revalidate } = useRevalidator();
  const [search, setSearch] = useAskedSearch();
  return (
    <section aria-labelledby={listId} className={styles['section']}>
      <VisuallyHidden as="h2" id={listId} tabIndex={-1}>
        {t('view.record')}
      </VisuallyHidden>
      <div className={styles['bar']}>
        <p>{t('record.what')}</p>
        {exam.rooms.length > 0 && (
          <RoomFilter
            exam={exam}
            value={filters.room}
            onChange={(room) =>
              setSearch(withParts(search, { [names.room]: room }), { preventScrollReset: true })
            }
          />
        )}
      </div>
      {isProblem(events) && (
        <ErrorNotice title={t('record.failed')} error={events} onRetry={() => void revalidate()} />
      )}
      {events && !isProblem(events) && events.items.length === 0 && (
        <EmptyNotice title={t('record.none')}>{t('record.noneText')}</EmptyNotice>
      )}
      {events && !isProblem(events) && events.items.length > 0 && (
        <>
          <ol className={recordStyles['lines']}>
            {events.items.map((event) => (
              <Line key={event.id} event={event} />
            ))}
          </ol>
          <Pager next={events.next} listId={listId} />
        </>
      )}
    </section>
  );
}

function Line({ event }: { event: ExamEvent }) {
  const { t } = useTranslation('exams');
  const { text, reason } = eventWords(event);
  const { kind, at, actorName, roomName, fromRoomName, candidateName } = event;
  const where =
    kind === 'moved' ? [fromRoomName, roomName ?? t('move.noRoom')].filter(Boolean).join(' → ') : roomName;
  return (
    <li>
      <time dateTime={at} className={recordStyles['when']}>
        {formatTimeExact(at)} <span>{formatDate(at)}</span>
      </time>
      <div className={recordStyles['what']}>
        <p>
          <strong>{text}</strong>
          {(candidateName ?? where) && `: ${dotted(candidateName, where)}`}
        </p>
        {reason && <p>{t('record.reason', { reason })}</p>}
        <p className={styles['small']}>{actorName ?? t('record.system')}</p>
      </div>
    </li>
  );
}
