// The way to a page of this room, above its heading.
import type { ExamDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { PagePath } from '../ui/page-path.js';

/** All exams, and the exam that the page belongs to. */
export function ExamsPath({ exam }: { exam?: Pick<ExamDetail, 'id' | 'name'> }) {
  const { t } = useTranslation('exams');
  return (
    <PagePath>
      <Link to={paths.exams()}>{t('list.title')}</Link>
      {exam && <Link to={paths.exam(exam.id)}>{exam.name}</Link>}
    </PagePath>
  );
}
