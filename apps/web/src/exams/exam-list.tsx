// Exams with when they begin and how large they are: a table from 768 px, a list on phones.
import type { ExamRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { RowName, Small } from '../ui/row-name.js';
import styles from './exam-list.module.css';
import { StatusTag, dateTimeWords } from './exam-status.js';

/** The list in the shape for the screen. */
export function ExamList({ exams }: { exams: ExamRow[] }) {
  const { t } = useTranslation('exams');
  return (
    <RowList
      rows={exams}
      keyOf={({ id }) => id}
      gap={8}
      columns={[
        { head: t('list.column.exam'), cell: (exam) => <Name exam={exam} /> },
        { head: t('list.column.starts'), cell: ({ startsAt }) => dateTimeWords(startsAt) },
        { head: t('list.column.status'), cell: ({ status }) => <StatusTag status={status} /> },
        { head: t('list.column.rooms'), look: 'number', cell: ({ roomCount }) => formatNumber(roomCount) },
        {
          head: t('list.column.candidates'),
          look: 'number',
          cell: ({ candidateCount }) => formatNumber(candidateCount),
        },
      ]}
      card={(exam) => <Card exam={exam} />}
    />
  );
}

function Card({ exam }: { exam: ExamRow }) {
  const { t } = useTranslation('exams');
  const { startsAt, status, roomCount, candidateCount } = exam;
  return (
    <>
      <Name exam={exam} />
      <div className={styles['when']}>
        <span>{dateTimeWords(startsAt)}</span>
        <StatusTag status={status} />
      </div>
      <Small>
        {dotted(
          t('rooms', { count: roomCount, number: formatNumber(roomCount) }),
          t('candidates', { count: candidateCount, number: formatNumber(candidateCount) }),
        )}
      </Small>
    </>
  );
}

function Name({ exam }: { exam: ExamRow }) {
  const inWords = useLocalized();
  const { id, name, courseTitle, place, organisation } = exam;
  return (
    <RowName to={paths.exam(id)} small={[inWords(courseTitle), dotted(organisation?.name, place.fullName)]}>
      {name}
    </RowName>
  );
}
