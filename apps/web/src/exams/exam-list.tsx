// Exams with when they begin and how large they are: a table from 768 px, a list on phones.
import type { ExamRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './exam-list.module.css';
import { StatusTag, dateTimeWords } from './exam-status.js';

/** The list in the shape for the screen. */
export function ExamList({ exams }: { exams: ExamRow[] }) {
  return useIsNarrow() ? <Cards exams={exams} /> : <Table exams={exams} />;
}

function Table({ exams }: { exams: ExamRow[] }) {
  const { t } = useTranslation('exams');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('list.column.exam')}</th>
            <th scope="col">{t('list.column.starts')}</th>
            <th scope="col">{t('list.column.status')}</th>
            <th scope="col" className={table['number']}>
              {t('list.column.rooms')}
            </th>
            <th scope="col" className={table['number']}>
              {t('list.column.candidates')}
            </th>
          </tr>
        </thead>
        <tbody>
          {exams.map((exam) => (
            <tr key={exam.id}>
              <th scope="row">
                <Name exam={exam} />
              </th>
              <td>{dateTimeWords(exam.startsAt)}</td>
              <td>
                <StatusTag status={exam.status} />
              </td>
              <td className={table['number']}>{formatNumber(exam.roomCount)}</td>
              <td className={table['number']}>{formatNumber(exam.candidateCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ exams }: { exams: ExamRow[] }) {
  const { t } = useTranslation('exams');
  return (
    <ul className={table['list']}>
      {exams.map((exam) => (
        <li key={exam.id} className={styles['card']}>
          <Name exam={exam} />
          <div className={styles['when']}>
            <span>{dateTimeWords(exam.startsAt)}</span>
            <StatusTag status={exam.status} />
          </div>
          <span className={styles['small']}>
            {[
              t('rooms', { count: exam.roomCount, number: formatNumber(exam.roomCount) }),
              t('candidates', { count: exam.candidateCount, number: formatNumber(exam.candidateCount) }),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Name({ exam }: { exam: ExamRow }) {
  const inWords = useLocalized();
  const { id, name, courseTitle, place, organisation } = exam;
  return (
    <>
      <Link to={paths.exam(id)} className={styles['name']}>
        {name}
      </Link>
      <span className={styles['small']}>{inWords(courseTitle)}</span>
      <span className={styles['small']}>
        {[organisation?.name, place.fullName].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
