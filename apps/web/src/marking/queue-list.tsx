// The waiting essays: a table from 768 px, a list on phones. The writers stay unknown.
import type { MarkingRow } from '@onetouch/contract';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { Small } from '../ui/row-name.js';
import { Tag } from '../ui/tag.js';
import styles from './correcting.module.css';

interface QueueProps {
  rows: MarkingRow[];
  /** Kept in the address of an essay. */
  search: string;
}

/** The list in the shape for the screen. */
export function QueueList({ rows, search }: QueueProps) {
  const { t } = useTranslation('marking');
  return (
    <RowList
      rows={rows}
      keyOf={({ attemptId, questionId }) => `${attemptId} ${questionId}`}
      gap={4}
      columns={[
        { head: t('queue.column.question'), cell: (row) => <Prompt row={row} search={search} /> },
        { head: t('queue.column.submitted'), cell: ({ submittedAt }) => formatWhen(submittedAt) },
        { head: t('queue.column.words'), look: 'number', cell: ({ words }) => formatNumber(words) },
        { head: t('queue.column.marks'), look: 'short', cell: (row) => <Marks row={row} /> },
      ]}
      card={(row) => (
        <>
          <Prompt row={row} search={search} />
          <Small>
            {t('queue.words', { count: row.words, number: formatNumber(row.words) })} ·{' '}
            {t('queue.submitted', { when: formatWhen(row.submittedAt) })}
          </Small>
          <div className={styles['tags']}>
            <Marks row={row} />
          </div>
        </>
      )}
    />
  );
}

function Prompt({ row, search }: { row: MarkingRow; search: string }) {
  const inWords = useLocalized();
  const { prompt, quizTitle, courseTitle, examName } = row;
  return (
    <>
      <Link to={paths.markingTask(row, search)} lang="vi" className={styles['promptLink']}>
        {prompt}
      </Link>
      <Small>{dotted(examName, inWords(quizTitle), inWords(courseTitle))}</Small>
    </>
  );
}

function Marks({ row: { isDecider, marksGiven, marksNeeded } }: { row: MarkingRow }) {
  const { t } = useTranslation('marking');
  if (isDecider)
    return (
      <Tag tone="nghe" icon={<IconScale size={16} aria-hidden="true" />}>
        {t('queue.decider')}
      </Tag>
    );
  if (marksNeeded === 1) return <Tag>{t('queue.single')}</Tag>;
  return <Tag>{t('queue.marks', { given: marksGiven, needed: marksNeeded })}</Tag>;
}
