// One course: what one will be able to do, what is in it, what completes it, and the button that goes on.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconFeather from '@tabler/icons-react/dist/esm/icons/IconFeather.mjs';
import IconStairs from '@tabler/icons-react/dist/esm/icons/IconStairs.mjs';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData } from 'react-router';
import type { CoursePage } from '@onetouch/contract';
import { paths } from '../paths.js';
import { storedAt } from '../platform/call.js';
import { formatBytes, formatDate, formatMinutes, formatWhen } from '../platform/format.js';
import { localized, useLocalized } from '../platform/i18n.js';
import { isProblem } from '../platform/problem.js';
import { Card } from '../ui/card.js';
import { CourseTile } from '../ui/course-tile.js';
import { Callout } from '../ui/notice.js';
import { Tag } from '../ui/tag.js';
import { AudienceTag } from './audience-tag.js';
import { names } from './catalogue-filters.js';
import { CourseCertificate } from './course-certificate.js';
import { CourseConditions } from './course-conditions.js';
import { CourseFacts } from './course-facts.js';
import { motifOf, setOf } from './course-look.js';
import { CourseOutline } from './course-outline.js';
import styles from './course-page.module.css';
import { CoursePanel, MainButton } from './course-panel.js';
import { numberedLessons } from './lesson-paths.js';
import { type CourseData, readCourse } from './read-course.js';
import { useCourseAction } from './use-course-action.js';

/** The course and the own enrolment in it. */
export const loader = readCourse;

/** The page is called after the course. */
export function title({ course }: CourseData): string {
  return localized(course.title);
}

/** The page. */
export function Component() {
  const { t } = useTranslation('courses');
  const { course, enrolment } = useLoaderData<CourseData>();
  const action = useCourseAction(course, enrolment);
  const own = isProblem(enrolment) ? null : enrolment;
  const stored = storedAt(course);
  return (
    <div className={styles['page']}>
      <CourseTile motif={motifOf[course.topic]} set={setOf[course.audience]} className={styles['cover']} />
      <div className={styles['columns']}>
        <div className={styles['head']}>
          <CourseHead course={course} />
          {stored && <Callout tone="wait">{t('home.copy', { time: formatWhen(stored) })}</Callout>}
        </div>
        <div className={styles['side']}>
          <CoursePanel course={course} enrolment={enrolment} action={action} />
        </div>
        <div className={styles['sections']}>
          <Outcomes course={course} />
          <section aria-labelledby="outline-title">
            <div className={styles['sectionHead']}>
              <h2 id="outline-title">{t('outline.title')}</h2>
              <OutlineSum outline={own?.outline ?? course.outline} />
            </div>
            {own && own.versionNumber < course.versionNumber && (
              <p className={styles['version']}>
                {t('outline.ownVersion', {
                  own: own.versionNumber,
                  newest: course.versionNumber,
                  date: formatDate(course.publishedAt),
                })}
              </p>
            )}
            <CourseOutline course={course} enrolment={own} />
          </section>
          <section aria-labelledby="conditions-title">
            <h2 id="conditions-title">{t('conditions.title')}</h2>
            <CourseConditions course={course} enrolment={own} />
          </section>
          <section aria-labelledby="certificate-title" className={styles['gap']}>
            <h2 id="certificate-title">{t('certificate.title')}</h2>
            <CourseCertificate course={course} enrolment={own} />
          </section>
          <section aria-labelledby="facts-title" className={styles['factsBelow']}>
            <h2 id="facts-title">{t('facts.title')}</h2>
            <Card>
              <CourseFacts course={course} enrolment={own} />
            </Card>
          </section>
        </div>
      </div>
      {action.main && (
        <div className={styles['bar']}>
          <MainButton action={action} />
        </div>
      )}
    </div>
  );
}

function CourseHead({ course }: { course: CoursePage }) {
  const { t } = useTranslation(['courses', 'shell']);
  const inWords = useLocalized();
  const role = `${paths.home()}?${names.role}=${course.audience}`;
  return (
    <>
      <nav aria-label={t('courses:course.path')}>
        <ol className={styles['path']}>
          <li>
            <Link to={paths.home()}>{t('shell:nav.courses')}</Link>
          </li>
          <li>
            <Link to={role}>{t(`shell:audience.${course.audience}`)}</Link>
          </li>
          <li>
            <Link to={`${role}&${names.topic}=${course.topic}`}>{t(`courses:topic.${course.topic}`)}</Link>
          </li>
        </ol>
      </nav>
      <h1>{inWords(course.title)}</h1>
      <p className={styles['summary']}>{inWords(course.summary)}</p>
      <p className={styles['tags']}>
        <AudienceTag audience={course.audience} />
        <Tag icon={<IconStairs size={16} aria-hidden="true" />}>{t(`courses:level.${course.level}`)}</Tag>
        <Tag icon={<IconClock size={16} aria-hidden="true" />}>{formatMinutes(course.minutes)}</Tag>
        <Tag icon={<IconFeather size={16} aria-hidden="true" />}>{formatBytes(course.weightBytes)}</Tag>
      </p>
    </>
  );
}

function Outcomes({ course }: { course: CoursePage }) {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  if (course.outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes-title" className={styles['gap']}>
      <h2 id="outcomes-title">{t('course.outcomes')}</h2>
      <ul className={styles['outcomes']}>
        {course.outcomes.map((outcome) => (
          <li key={outcome.vi}>
            <IconCircleCheck size={22} aria-hidden="true" />
            <span>{inWords(outcome)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OutlineSum({ outline }: Pick<CoursePage, 'outline'>) {
  const { t } = useTranslation('courses');
  const lessons = numberedLessons(outline);
  const quizCount = lessons.filter(({ kind }) => kind === 'quiz').length;
  const parts = [
    [
      t('lessonCount', { count: lessons.length - quizCount }),
      quizCount > 0 && t('quizCount', { count: quizCount }),
    ]
      .filter(Boolean)
      .join(', '),
    formatMinutes(lessons.reduce((sum, { minutes }) => sum + minutes, 0)),
    formatBytes(lessons.reduce((sum, { weightBytes }) => sum + weightBytes, 0)),
  ];
  return <p className={styles['sum']}>{parts.join(' · ')}</p>;
}
