// One of the courses with waiting essays, as a filter of the queue. The choice stands in the address.
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ChipSelect } from '../ui/chip.js';
import { withParts } from '../ui/search-parts.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import styles from './desk.module.css';
import { courseName, type WaitingCourse } from './read-queue.js';

/** The choice, where there is one. */
export function CourseFilter({ courses, courseId }: { courses: WaitingCourse[]; courseId: string }) {
  const { t } = useTranslation('marking');
  const inWords = useLocalized();
  const [address, setAddress] = useAskedSearch();
  const isKnown = courses.some((course) => course.courseId === courseId);
  if (courses.length < 2 && (!courseId || isKnown)) return null;
  const set = (value: string) =>
    setAddress(withParts(address, { [courseName]: value }), { preventScrollReset: true });
  return (
    <div className={styles['filters']}>
      <ChipSelect label={t('queue.course')} value={courseId} onChange={set}>
        <option value="">{t('queue.allCourses')}</option>
        {courseId && !isKnown && <option value={courseId}>{t('queue.thisCourse')}</option>}
        {courses.map((course) => (
          <option key={course.courseId} value={course.courseId}>
            {t('queue.courseOption', {
              name: inWords(course.courseTitle),
              number: formatNumber(course.waiting),
            })}
          </option>
        ))}
      </ChipSelect>
    </div>
  );
}
