// Search over courses and lessons: titles first, then summaries, then lessons. Pure; it knows no database.
import type { courses, LessonHit, ResponseOf } from '@onetouch/contract';
import { cardOf } from './browse-catalogue.js';
import type { ShelfCourse, ShelfLesson } from './shelf.js';
import { hasAll, nearness, readingIn, type Wanted, wanted } from './words.js';

interface Hit<T> {
  what: T;
  rank: number;
}
interface LessonInCourse {
  course: ShelfCourse;
  lesson: ShelfLesson;
}

const notFound = 100;

/** Where the words stand decides first, how near they stand to what was typed second. */
function rankOf(course: ShelfCourse, want: Wanted): number {
  const places = [course.title, course.titleAndSummary, course.everything];
  const place = places.findIndex((text) => hasAll(text, want));
  const text = places[place];
  return text ? place * 10 + nearness(text, want) : notFound;
}

function best<T>(hits: Hit<T>[], titleOf: (what: T) => string): T[] {
  return hits
    .filter((hit) => hit.rank < notFound)
    .sort((one, other) => one.rank - other.rank || titleOf(one.what).localeCompare(titleOf(other.what), 'vi'))
    .map((hit) => hit.what);
}

function findLessons(shelf: readonly ShelfCourse[], want: Wanted): LessonInCourse[] {
  const hits = shelf.flatMap((course) =>
    course.lessons.map((lesson) => ({
      what: { course, lesson },
      rank: hasAll(lesson.index, want) ? nearness(lesson.index, want) : notFound,
    })),
  );
  return best(hits, ({ lesson }) => lesson.title.vi);
}

function lessonHit({ course: { card }, lesson }: LessonInCourse): LessonHit {
  const { slug: courseSlug, title: courseTitle, audience, topic } = card;
  return {
    courseSlug,
    courseTitle,
    audience,
    topic,
    lessonId: lesson.id,
    lessonNumber: lesson.number,
    title: lesson.title,
    minutes: lesson.minutes,
  };
}

/** What is found for some words: at most `limit` courses and as many lessons, `total` counts them all. */
export function searchCatalogue(
  shelf: readonly ShelfCourse[],
  learners: ReadonlyMap<string, number>,
  query: { q: string | undefined; limit: number },
): ResponseOf<typeof courses.search> {
  const want = wanted(query.q ?? '');
  if (!want) return { reading: null, courses: [], lessons: [], total: 0 };
  const found = best(
    shelf.map((course) => ({ what: course, rank: rankOf(course, want) })),
    ({ card }) => card.title.vi,
  );
  const lessons = findLessons(shelf, want);
  const titles = [...found.map(({ card }) => card.title.vi), ...lessons.map(({ lesson }) => lesson.title.vi)];
  return {
    reading: titles.map((title) => readingIn(title, want)).find((reading) => reading !== null) ?? null,
    courses: found.slice(0, query.limit).map((course) => cardOf(course, learners)),
    lessons: lessons.slice(0, query.limit).map(lessonHit),
    total: found.length + lessons.length,
  };
}
