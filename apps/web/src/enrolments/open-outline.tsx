// The lessons of an open course as a visitor sees them: content lessons can be read, tests are only named.
import type { CoursePage } from '@onetouch/contract';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { numberedLessons, type NumberedLesson } from '../courses/lesson-paths.js';
import { paths } from '../paths.js';
import { formatMinutes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { classNames } from '../ui/class-names.js';
import { dotted } from '../ui/dotted.js';
import styles from './lesson-outline.module.css';

export interface OpenOutlineProps {
  course: CoursePage;
  currentId: string;
  onChoose?: (() => void) | undefined;
}

/** Modules and lessons. */
export function OpenOutline({ course, currentId, onChoose }: OpenOutlineProps) {
  const inWords = useLocalized();
  const lessons = new Map(numberedLessons(course.outline).map((lesson) => [lesson.id, lesson]));
  return (
    <>
      {course.outline.map((module) => (
        <section key={module.id}>
          {course.outline.length > 1 && <h3 className={styles['module']}>{inWords(module.title)}</h3>}
          <ol className={styles['list']}>
            {module.lessons.map(({ id }) => {
              const lesson = lessons.get(id);
              if (!lesson) return null;
              return (
                <li key={id}>
                  {lesson.kind === 'quiz' ? (
                    <p className={classNames(styles['link'], styles['locked'])}>
                      <IconLock size={24} aria-hidden="true" />
                      <LessonWords lesson={lesson} />
                    </p>
                  ) : (
                    <Link
                      to={paths.openLesson(course.slug, id)}
                      className={styles['link']}
                      aria-current={id === currentId ? 'page' : undefined}
                      onClick={onChoose}
                    >
                      <IconBook size={24} aria-hidden="true" />
                      <LessonWords lesson={lesson} />
                    </Link>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </>
  );
}

function LessonWords({ lesson }: { lesson: NumberedLesson }) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const isQuiz = lesson.kind === 'quiz';
  const facts = [
    lesson.questions !== null && t('lesson.questions', { count: lesson.questions }),
    formatMinutes(lesson.minutes),
    isQuiz && t('open.afterEnrolling'),
  ];
  return (
    <span className={styles['words']}>
      <span className={styles['title']}>
        {isQuiz ? inWords(lesson.title) : `${lesson.number}. ${inWords(lesson.title)}`}
      </span>
      <span className={styles['facts']}>{dotted(...facts)}</span>
    </span>
  );
}
