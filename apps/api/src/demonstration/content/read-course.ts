// A course folder as a course document with its files. Reads the disk and nothing else; two runs give the same bytes.
import { basename } from 'node:path';
import { CourseDocument, type Lesson, Slug } from '@onetouch/contract';
import { courseGaps } from '@onetouch/domain';
import { z } from 'zod';
import { checked, ContentError, type Place } from './content-error.js';
import { type ContentFile, CourseFolder } from './course-folder.js';
import { readLesson, Words } from './read-lesson.js';
import { readQuiz } from './read-quiz.js';
import { readYaml } from './yaml-text.js';

const file = 'course.yaml';
const start: Place = { file, line: 1 };

const WrittenCourse = z.strictObject({
  id: z.uuid(),
  slug: Slug,
  title: Words,
  summary: Words,
  audience: z.string(),
  level: z.string(),
  topic: z.string(),
  outcomes: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
  modules: z.array(z.strictObject({ id: z.uuid(), title: Words, lessons: z.array(z.string()) })),
});
type WrittenCourse = z.infer<typeof WrittenCourse>;

export interface ContentCourse {
  readonly id: string;
  readonly slug: string;
  readonly document: CourseDocument;
  readonly files: readonly ContentFile[];
  /** What was left out because it is not made yet. */
  readonly warnings: readonly string[];
}

const isQuiz = (name: string) => name.endsWith('.yaml');

/** Every lesson by its file: content lessons first, because quizzes point to them. */
function readLessons(
  folder: CourseFolder,
  files: readonly { name: string; place: Place; moduleTitle: string }[],
): Map<string, Lesson> {
  const lessons = new Map<string, Lesson>();
  for (const { name, place } of files) {
    if (lessons.has(name)) throw new ContentError(place, `${name} stands twice in this course`);
    if (!isQuiz(name)) lessons.set(name, readLesson(folder, name, place));
  }
  const lessonIds = new Map([...lessons].map(([name, lesson]) => [name, lesson.id]));
  const moduleTitles = new Map(files.map(({ name, moduleTitle }) => [name, moduleTitle]));
  for (const { name, place } of files.filter((one) => isQuiz(one.name)))
    lessons.set(name, readQuiz(folder, name, { from: place, lessonIds, moduleTitles }));
  return lessons;
}

function outcomesOf({ outcomes }: WrittenCourse, place: Place) {
  if (outcomes.vi.length !== outcomes.en.length)
    throw new ContentError(place, 'outcomes: as many in English as in Vietnamese');
  return outcomes.vi.map((vi, position) => ({ vi, en: outcomes.en[position] }));
}

/** Reads a course folder; throws `ContentError` with course, file and line of the first thing that is wrong. */
export function readCourse(root: string): ContentCourse {
  const folder = new CourseFolder(root);
  const { value, placeOf } = readYaml(folder.text(file, start), WrittenCourse, start);
  if (value.slug !== basename(root))
    throw new ContentError(placeOf('slug'), `the slug is the name of the folder, ${basename(root)}`);
  const files = value.modules.flatMap((module, m) =>
    module.lessons.map((name, l) => ({
      name,
      place: placeOf('modules', m, 'lessons', l),
      moduleTitle: module.title.vi,
    })),
  );
  const lessons = readLessons(folder, files);
  const { title, summary, audience, level, topic } = value;
  const modules = value.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((name) => lessons.get(name)),
  }));
  const written = {
    title,
    summary,
    audience,
    level,
    topic,
    outcomes: outcomesOf(value, placeOf('outcomes')),
    modules,
  };
  const document = checked(CourseDocument, written, start);
  const [gap] = courseGaps(document);
  if (gap) throw new ContentError(start, `${gap.code} ${gap.where.join(' / ')}`.trim());
  return {
    id: value.id,
    slug: value.slug,
    document,
    files: [...folder.files.values()],
    warnings: folder.warnings,
  };
}
