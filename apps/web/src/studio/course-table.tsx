// Own courses as a table; on narrow screens each row becomes an entry of a list.
import type { StudioCourse } from '@onetouch/contract';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AudienceTag } from '../courses/audience-tag.js';
import { motifOf, setOf } from '../courses/course-look.js';
import { paths } from '../paths.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { CourseTile } from '../ui/course-tile.js';
import { Tag } from '../ui/tag.js';
import styles from './course-table.module.css';

/** The table; the title of a course opens its draft. */
export function CourseTable({ courses }: { courses: readonly StudioCourse[] }) {
  const { t } = useTranslation('studio');
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('desk.course')}</th>
          <th scope="col">{t('desk.version')}</th>
          <th scope="col">{t('desk.saved')}</th>
          <th scope="col" className={styles['number']}>
            {t('desk.learners')}
          </th>
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <CourseRow key={course.id} course={course} />
        ))}
      </tbody>
    </table>
  );
}

function CourseRow({ course }: { course: StudioCourse }) {
  const { t } = useTranslation('studio');
  const localized = useLocalized();
  const { publishedNumber, hasUnpublishedChanges, learnerCount } = course;
  return (
    <tr>
      <th scope="row">
        <div className={styles['course']}>
          <CourseTile
            motif={motifOf[course.topic]}
            set={setOf[course.audience]}
            size={48}
            className={styles['tile']}
          />
          <div className={styles['words']}>
            <Link to={paths.draft(course.id)}>{localized(course.title) || t('unnamed')}</Link>
            <AudienceTag audience={course.audience} />
          </div>
        </div>
      </th>
      <td>
        <div className={styles['version']}>
          {publishedNumber === null ? t('desk.notPublished') : t('version.name', { number: publishedNumber })}
          {hasUnpublishedChanges && publishedNumber !== null && (
            <Tag tone="nghe" icon={<IconPencil size={16} aria-hidden="true" />}>
              {t('desk.unpublished')}
            </Tag>
          )}
        </div>
      </td>
      <td>
        <span className={styles['label']}>{t('desk.saved')} </span>
        {formatWhen(course.draftSavedAt)}
      </td>
      <td className={styles['number']}>
        {formatNumber(learnerCount)}{' '}
        <span className={styles['label']}>{t('desk.learnersUnit', { count: learnerCount })}</span>
      </td>
    </tr>
  );
}
