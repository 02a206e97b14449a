// The waiting essays: a table from 768 px, a list on phones. The writers stay unknown.
import type { MarkingRow } from '@onetouch/contract';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import table from '../ui/table.module.css';
import { Tag } from '../ui/tag.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './correcting.module.css';

interface QueueProps {
  rows: MarkingRow[];
  /** Kept in the address of an essay. */
  search: string;
}

/** The list in the shape for the screen. */
export function QueueList(list: QueueProps) {
  return useIsNarrow() ? <Cards {...list} /> : <Table {...list} />;
}

const keyOf = ({ attemptId, questionId }: MarkingRow) => `${attemptId} ${questionId}`;

function Table({ rows, search }: QueueProps) {
  const { t } = useTranslation('marking');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('queue.column.question')}</th>
            <th scope="col">{t('queue.column.submitted')}</th>
            <th scope="col" className={table['number']}>
              {t('queue.column.words')}
            </th>
            <th scope="col">{t('queue.column.marks')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">
                <Prompt row={row} search={search} />
              </th>
              <td>{formatWhen(row.submittedAt)}</td>
              <td className={table['number']}>{formatNumber(row.words)}</td>
              <td className={table['short']}>
                <Marks row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ rows, search }: QueueProps) {
  const { t } = useTranslation('marking');
  return (
    <ul className={table['list']}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={styles['card']}>
          <Prompt row={row} search={search} />
          <span className={styles['small']}>
            {t('queue.words', { count: row.words, number: formatNumber(row.words) })} ·{' '}
            {t('queue.submitted', { when: formatWhen(row.submittedAt) })}
          </span>
          <Marks row={row} />
        </li>
      ))}
    </ul>
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
      <span className={styles['small']}>
        {[examName, inWords(quizTitle), inWords(courseTitle)].filter(Boolean).join(' · ')}
      </span>
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
