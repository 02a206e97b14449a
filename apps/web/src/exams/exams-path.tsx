// The way to a page of this room, above its heading.
import type { ExamDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import styles from './exams.module.css';

/** All exams, and the exam that the page belongs to. */
export function ExamsPath({ exam }: { exam?: Pick<ExamDetail, 'id' | 'name'> }) {
  const { t } = useTranslation('exams');
  return (
    <nav aria-label={t('path')} className={styles['pathFrame']}>
      <ol className={styles['path']}>
        <li>
          <Link to={paths.exams()}>{t('list.title')}</Link>
        </li>
        {exam && (
          <li>
            <Link to={paths.exam(exam.id)}>{exam.name}</Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
