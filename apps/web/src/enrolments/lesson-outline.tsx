// The lessons of the course with their states, each a link; the same list in the sidebar and in the sheet of phones.
import type { EnrolmentDetail, LessonState } from '@onetouch/contract';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lessonPath, numberedLessons, type NumberedLesson } from '../courses/lesson-paths.js';
import { formatMinutes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { classNames } from '../ui/class-names.js';
import { dotted } from '../ui/dotted.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './lesson-outline.module.css';

type State = LessonState['state'];
const icons = { done: IconCircleCheckFilled, started: IconCircleHalf2, open: IconCircle, locked: IconLock };

export interface LessonOutlineProps {
  detail: EnrolmentDetail;
  currentId: string;
  /** Called when a lesson is chosen, to close what the list lies in. */
  onChoose?: () => void;
}

/** Modules and lessons; the title of a module is left out when it is the only one. */
export function LessonOutline({ detail, currentId, onChoose }: LessonOutlineProps) {
  const inWords = useLocalized();
  const states = new Map(detail.lessons.map(({ lessonId, state }) => [lessonId, state]));
  const lessons = new Map(numberedLessons(detail.outline).map((lesson) => [lesson.id, lesson]));
  return (
    <>
      {detail.outline.map((module) => (
        <section key={module.id}>
          {detail.outline.length > 1 && <h3 className={styles['module']}>{inWords(module.title)}</h3>}
          <ol className={styles['list']}>
            {module.lessons.map(({ id }) => {
              const lesson = lessons.get(id);
              return (
                lesson && (
                  <li key={id}>
                    <OutlineLink
                      enrolmentId={detail.id}
                      lesson={lesson}
                      state={states.get(id) ?? 'open'}
                      isCurrent={id === currentId}
                      onChoose={onChoose}
                    />
                  </li>
                )
              );
            })}
          </ol>
        </section>
      ))}
    </>
  );
}

interface OutlineLinkProps {
  enrolmentId: string;
  lesson: NumberedLesson;
  state: State;
  isCurrent: boolean;
  onChoose: (() => void) | undefined;
}

function OutlineLink({ enrolmentId, lesson, state, isCurrent, onChoose }: OutlineLinkProps) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const shown: State = isCurrent && state === 'open' ? 'started' : state;
  const Icon = icons[shown];
  const title = inWords(lesson.title);
  const facts = [
    lesson.questions !== null && t('lesson.questions', { count: lesson.questions }),
    formatMinutes(lesson.minutes),
    state === 'locked' && t('lesson.opensAfterLessons'),
  ];
  return (
    <Link
      to={lessonPath(enrolmentId, lesson)}
      className={classNames(styles['link'], styles[shown])}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onChoose}
    >
      <Icon size={24} aria-hidden="true" />
      <span className={styles['words']}>
        <span className={styles['title']}>
          {lesson.kind === 'quiz' ? title : `${lesson.number}. ${title}`}
        </span>
        <span className={styles['facts']}>{dotted(...facts)}</span>
        <VisuallyHidden> ({t(`lesson.state.${state}`)})</VisuallyHidden>
      </span>
    </Link>
  );
}
