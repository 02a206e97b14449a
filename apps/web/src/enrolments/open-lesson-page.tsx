// A lesson of an open course for visitors: the same page as for the enrolled, without an account. Nothing is recorded.
import { courses, type CoursePage, type ResponseOf } from '@onetouch/contract';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router';
import { LessonBlocks } from '../courses/blocks/lesson-blocks.js';
import { spokenParts } from '../courses/blocks/spoken-parts.js';
import { numberedLessons } from '../courses/lesson-paths.js';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatMinutes } from '../platform/format.js';
import { localized, useLocalized } from '../platform/i18n.js';
import { Callout } from '../ui/notice.js';
import { LessonFoot } from './lesson-foot.js';
import { LessonFrame, useIsWide } from './lesson-frame.js';
import styles from './lesson-page.module.css';
import { LessonTools } from './lesson-tools.js';
import { OpenOutline } from './open-outline.js';
import { useKeyN, useTextSize } from './reading-choices.js';
import { useNextKey } from './use-next-key.js';

interface Loaded {
  slug: string;
  read: ResponseOf<typeof courses.readLesson>;
  course: CoursePage;
}

export { LessonFailed as ErrorBoundary } from './lesson-failed.js';
export const title = ({ read }: Loaded) => localized(read.lesson.title);

/** Reads the lesson and the course that it belongs to. */
export async function loader({ params, request: { signal } }: LoaderFunctionArgs): Promise<Loaded> {
  const { slug = '', lessonId = '' } = params;
  const [read, course] = await Promise.all([
    call(courses.readLesson, { params: { slug, lessonId } }, { signal }),
    call(courses.read, { params: { slug } }, { signal }),
  ]);
  return { slug, read, course };
}

/** The page. */
export function Component() {
  const loaded = useLoaderData<Loaded>();
  return <OpenLesson key={loaded.read.lesson.id} {...loaded} />;
}

function OpenLesson({ slug, read, course }: Loaded) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const isWide = useIsWide();
  const { size } = useTextSize();
  const { lesson, previousId } = read;
  const next = useNext(slug, read, course);
  const parts = useMemo(() => lesson.blocks.flatMap(spokenParts), [lesson]);
  const tools = <LessonTools parts={parts} hasNextKey />;
  const place = placeOf(course, lesson.id);
  const placeWords = place && t('lesson.place', place);
  return (
    <LessonFrame
      outPath={paths.course(slug)}
      courseTitle={inWords(course.title)}
      place={placeWords ?? ''}
      tools={tools}
      outline={(onChoose) => <OpenOutline course={course} currentId={lesson.id} onChoose={onChoose} />}
    >
      <p className={styles['place']}>
        {isWide && placeWords ? `${placeWords} · ` : ''}
        {formatMinutes(lesson.minutes)}
      </p>
      <h1 className={styles['title']}>{inWords(lesson.title)}</h1>
      {!isWide && <div className={styles['tools']}>{tools}</div>}
      <EnrolLine slug={slug} />
      <div className={styles['blocks']} data-text-size={size}>
        <LessonBlocks blocks={lesson.blocks} />
      </div>
      <LessonFoot previousPath={previousId && paths.openLesson(slug, previousId)} next={next} />
    </LessonFrame>
  );
}

/** The number among the lessons that can be read, and how many there are. */
function placeOf(course: CoursePage, lessonId: string) {
  const lessons = numberedLessons(course.outline);
  const number = lessons.find(({ id }) => id === lessonId)?.number;
  const total = lessons.findLast(({ kind }) => kind === 'content')?.number;
  return number && total ? { number, total } : null;
}

/** What a visitor misses, in one line, with the way to it. */
function EnrolLine({ slug }: { slug: string }) {
  const { t } = useTranslation('enrolments');
  return (
    <div className={styles['enrol']}>
      <Callout icon={<IconInfoCircle size={24} aria-hidden="true" />}>
        <p>
          {t('open.record')} <Link to={paths.course(slug)}>{t('open.enrol')}</Link>
        </p>
      </Callout>
    </div>
  );
}

function useNext(slug: string, { nextId }: Loaded['read'], course: CoursePage) {
  const { t } = useTranslation('enrolments');
  const navigate = useNavigate();
  // A test is taken by enrolled learners only; the course page says how to become one.
  const isReadable = numberedLessons(course.outline).some(
    ({ id, kind }) => id === nextId && kind === 'content',
  );
  const next =
    nextId && isReadable
      ? { path: paths.openLesson(slug, nextId), word: t('lesson.next') }
      : { path: paths.course(slug), word: t('lesson.toCourse') };
  const { isOn } = useKeyN();
  useNextKey(isOn && isReadable, () => void navigate(next.path));
  return next;
}
