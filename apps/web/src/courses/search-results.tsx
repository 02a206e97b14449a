// What was found: courses, then lessons, with the found words marked.
import type { CourseCard, LessonHit } from '@onetouch/contract';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatBytes, formatMinutes, formatNumber } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { CourseTile } from '../ui/course-tile.js';
import { Callout, EmptyNotice } from '../ui/notice.js';
import { motifOf, setOf } from './course-look.js';
import { markFound } from './found-words.js';
import { allName, type Found } from './read-search.js';
import styles from './search-page.module.css';

/** Both lists, the way to the rest, and where to look when it is not among them. */
export function SearchResults({ words, found }: { words: string; found: Found }) {
  const { t } = useTranslation('courses');
  if (found.total === 0) {
    return (
      <EmptyNotice
        title={t('search.nothing', { words })}
        action={<ButtonLink to={paths.home()}>{t('search.browse')}</ButtonLink>}
      >
        {t('search.nothingText')}
      </EmptyNotice>
    );
  }
  const shown = found.courses.length + found.lessons.length;
  return (
    <>
      {found.courses.length > 0 && (
        <section aria-labelledby="courses-found">
          <h2 id="courses-found">{t('search.courses')}</h2>
          <ul className={styles['list']}>
            {found.courses.map((course) => (
              <CourseRow key={course.id} course={course} words={words} />
            ))}
          </ul>
        </section>
      )}
      {found.lessons.length > 0 && (
        <section aria-labelledby="lessons-found">
          <h2 id="lessons-found">{t('search.lessons')}</h2>
          <ul className={styles['list']}>
            {found.lessons.map((hit) => (
              <LessonRow key={hit.courseSlug + hit.lessonId} hit={hit} words={words} />
            ))}
          </ul>
        </section>
      )}
      {shown < found.total && (
        <p>
          <Link className={styles['all']} to={`${paths.search(words)}&${allName}`} preventScrollReset replace>
            {t('search.all', { count: found.total, number: formatNumber(found.total) })}
          </Link>
        </p>
      )}
      <Callout icon={<IconBulb size={22} aria-hidden="true" />}>
        {t('search.notThere')} <Link to={paths.home()}>{t('search.browse')}</Link>
      </Callout>
    </>
  );
}

function CourseRow({ course, words }: { course: CourseCard; words: string }) {
  const { t } = useTranslation('shell');
  const inWords = useLocalized();
  const { audience, topic, minutes, weightBytes, slug } = course;
  const has = (text: string) => markFound(text, words).some(({ isFound }) => isFound);
  const isInSummary = !has(inWords(course.title)) && has(inWords(course.summary));
  return (
    <li className={styles['row']}>
      <CourseTile motif={motifOf[topic]} set={setOf[audience]} size={24} className={styles['tile']} />
      <div>
        <Link to={paths.course(slug)} className={styles['title']}>
          <Marked title={inWords(course.title)} words={words} />
        </Link>
        <p className={styles['facts']}>
          {t(`audience.${audience}`)} · {formatMinutes(minutes)} · {formatBytes(weightBytes)}
        </p>
        {isInSummary && (
          <p className={styles['facts']}>
            <Marked title={inWords(course.summary)} words={words} />
          </p>
        )}
      </div>
    </li>
  );
}

/** Leads to its line on the course page: there it says whether it may be read at once. */
function LessonRow({ hit, words }: { hit: LessonHit; words: string }) {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  return (
    <li className={styles['row']}>
      <CourseTile motif={motifOf[hit.topic]} set={setOf[hit.audience]} size={24} className={styles['tile']} />
      <div>
        <Link to={`${paths.course(hit.courseSlug)}#bai-${hit.lessonNumber}`} className={styles['title']}>
          {t('lessonNumber', { number: hit.lessonNumber })}{' '}
          <Marked title={inWords(hit.title)} words={words} />
        </Link>
        <p className={styles['facts']}>
          {t('search.within', { course: inWords(hit.courseTitle) })} · {formatMinutes(hit.minutes)}
        </p>
      </div>
    </li>
  );
}

function Marked({ title, words }: { title: string; words: string }) {
  return markFound(title, words).map(({ text, isFound }, index) =>
    isFound ? <mark key={index}>{text}</mark> : text,
  );
}
