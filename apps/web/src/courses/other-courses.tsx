// A look at the courses of the other roles; it comes after the own list and is not waited for.
import type { CourseCard, Enrolment } from '@onetouch/contract';
import { Suspense, use } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../platform/format.js';
import { Loading, Skeleton } from '../ui/skeleton.js';
import cards from './course-card.module.css';
import { Cards } from './course-list.js';
import styles from './home-page.module.css';

export interface OtherCoursesProps {
  courses: Promise<CourseCard[]>;
  enrolments: readonly Enrolment[];
  /** Courses of all roles together under the filters in use. */
  total: number;
  /** The address of the list with every role. */
  all: string;
}

/** The section with its skeleton; it is left out when there is nothing. */
export function OtherCourses(props: OtherCoursesProps) {
  return (
    <Suspense
      fallback={
        <Loading>
          <Skeleton width={260} height={32} />
          <div className={cards['list']}>
            <Skeleton height={280} radius={12} />
            <Skeleton height={280} radius={12} />
            <Skeleton height={280} radius={12} />
          </div>
        </Loading>
      }
    >
      <Shown {...props} />
    </Suspense>
  );
}

function Shown({ courses, enrolments, total, all }: OtherCoursesProps) {
  const { t } = useTranslation('courses');
  const items = use(courses);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="others-title">
      <div className={styles['sectionHead']}>
        <h2 id="others-title">{t('home.others')}</h2>
        <Link to={all} className={styles['all']} preventScrollReset>
          {t('home.all', { count: total, number: formatNumber(total) })}
        </Link>
      </div>
      <Cards items={items} enrolments={enrolments} />
    </section>
  );
}
