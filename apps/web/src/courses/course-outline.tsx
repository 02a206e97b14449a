// What is in a course, lesson by lesson, with time and weight; for learners also how far each one is.
import type { CoursePage, EnrolmentDetail, LessonState } from '@onetouch/contract';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { paths } from '../paths.js';
import { formatBytes, formatMinutes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './course-outline.module.css';
import { lessonPath, numberedLessons, type NumberedLesson } from './lesson-paths.js';

type State = LessonState['state'];
export interface CourseOutlineProps {
  course: CoursePage;
  enrolment: EnrolmentDetail | null;
}

/** Modules with their lessons; one module alone needs no heading. */
export function CourseOutline({ course, enrolment }: CourseOutlineProps) {
  const inWords = useLocalized();
  const outline = enrolment?.outline ?? course.outline;
  const numbered = new Map(numberedLessons(outline).map((lesson) => [lesson.id, lesson]));
  const stateOf = (id: string): State | null =>
    enrolment ? (enrolment.lessons.find(({ lessonId }) => lessonId === id)?.state ?? 'open') : null;
  return (
    <div className={styles['outline']}>
      {outline.map((module) => (
        <section key={module.id} className={styles['module']}>
          {outline.length > 1 && <h3 className={styles['moduleTitle']}>{inWords(module.title)}</h3>}
          <ol className={styles['lessons']}>
            {module.lessons.map(({ id }) => {
              const lesson = numbered.get(id);
              return (
                lesson && (
                  <LessonRow
                    key={id}
                    lesson={lesson}
                    state={stateOf(id)}
                    isNext={enrolment?.resume?.lessonId === id}
                    to={linkOf({ course, enrolment }, lesson, stateOf(id))}
                  />
                )
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Where a row leads: a visitor reads open lessons only, and a quiz that is closed opens nothing. */
function linkOf({ course, enrolment }: CourseOutlineProps, lesson: NumberedLesson, state: State | null) {
  if (enrolment) return state === 'locked' ? null : lessonPath(enrolment.id, lesson);
  return course.isOpen && lesson.kind === 'content' ? paths.openLesson(course.slug, lesson.id) : null;
}

interface LessonRowProps {
  lesson: NumberedLesson;
  state: State | null;
  isNext: boolean;
  to: string | null;
}

function LessonRow({ lesson, state, isNext, to }: LessonRowProps) {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  // `:target` does not know addresses that the page itself has changed.
  const isAsked = useLocation().hash === `#bai-${lesson.number}`;
  const title = inWords(lesson.title);
  const name = lesson.kind === 'quiz' ? title : t('lessonTitle', { number: lesson.number, title });
  const note = (() => {
    if (state === 'started') return t('outline.started');
    if (state === 'locked') return t('outline.lockedHint');
    return state === null && lesson.kind === 'quiz' ? t('outline.needsEnrolment') : null;
  })();
  return (
    <li
      id={`bai-${lesson.number}`}
      className={classNames(styles['row'], isNext && styles['next'], isAsked && styles['asked'])}
    >
      <StateIcon state={state} />
      <div className={styles['words']}>
        {to ? (
          <Link to={to} aria-current={isNext ? 'step' : undefined}>
            {name}
          </Link>
        ) : (
          <span>{name}</span>
        )}
        {note && <span className={state === 'started' ? styles['now'] : styles['note']}>{note}</span>}
      </div>
      <span className={styles['facts']}>
        <span>
          {lesson.questions !== null && `${t('questionCount', { count: lesson.questions })} · `}
          {formatMinutes(lesson.minutes)}
        </span>
        {lesson.weightBytes > 0 && <span>{formatBytes(lesson.weightBytes)}</span>}
      </span>
    </li>
  );
}

function StateIcon({ state }: { state: State | null }) {
  const { t } = useTranslation('courses');
  if (state === null) return <IconCircle size={22} aria-hidden="true" className={styles['open']} />;
  const Icon = { done: IconCircleCheckFilled, started: IconCircleHalf2, open: IconCircle, locked: IconLock }[
    state
  ];
  return (
    <>
      <Icon size={22} aria-hidden="true" className={styles[state]} />
      <VisuallyHidden>{t(`outline.${state}`)}: </VisuallyHidden>
    </>
  );
}
