// What keeps a draft from being published, as far as the document alone can tell. It knows no files: whether they are there, the store knows.
import type { AuthoredBlock, AuthoredCourse, AuthoredLesson, AuthoredQuizLesson } from './authored-course.js';
import { planGaps, type PlanGap } from './paper.js';
import { plainText, shorten } from './plain-text.js';

export type GapCode =
  | 'no-outcomes'
  | 'no-modules'
  | 'module-empty'
  | 'lesson-empty'
  | 'quiz-too-few-questions'
  | 'review-lesson-missing'
  | 'duplicate-id'
  | 'image-without-alt';

export interface CourseGap {
  code: GapCode;
  /** Titles from the module down, in Vietnamese; last the question, the picture or the labels of the draw, where it is about one. */
  where: string[];
  lessonId?: string;
}

const whereLength = 80;

function hasNoAlt(block: AuthoredBlock): boolean {
  return (
    block.type === 'image' && (!('alt' in block) || typeof block.alt !== 'string' || block.alt.trim() === '')
  );
}

function pictureName(block: AuthoredBlock): string {
  return shorten(plainText('file' in block ? block.file : ''), whereLength);
}

interface QuizGapFacts {
  readonly quiz: AuthoredQuizLesson;
  readonly where: string[];
  readonly contentLessonIds: ReadonlySet<string>;
}

/** What a draw chooses by, as its author wrote it. */
function drawName({ rule }: AuthoredQuizLesson, gap: PlanGap): string {
  const from = gap.kind === 'draw' ? rule.paper?.draws[gap.draw]?.from : undefined;
  return shorten([from?.category, ...(from?.tags ?? [])].filter(Boolean).join(' · '), whereLength);
}

function quizGaps({ quiz, where, contentLessonIds }: QuizGapFacts): CourseGap[] {
  const lessonId = quiz.id;
  const short = new Set(planGaps(quiz.rule, quiz.questions).map((gap) => drawName(quiz, gap)));
  const lost = quiz.questions.filter((question) => !contentLessonIds.has(question.review));
  return [
    ...[...short].map((name) => ({
      code: 'quiz-too-few-questions' as const,
      where: [...where, name].filter(Boolean),
      lessonId,
    })),
    ...lost.map((question) => ({
      code: 'review-lesson-missing' as const,
      where: [...where, shorten(question.prompt, whereLength)],
      lessonId,
    })),
  ];
}

function lessonGaps(
  lesson: AuthoredLesson,
  where: string[],
  contentLessonIds: ReadonlySet<string>,
): CourseGap[] {
  if (lesson.kind === 'quiz') return quizGaps({ quiz: lesson, where, contentLessonIds });
  const lessonId = lesson.id;
  if (lesson.blocks.length === 0) return [{ code: 'lesson-empty', where, lessonId }];
  return lesson.blocks.filter(hasNoAlt).map((block) => ({
    code: 'image-without-alt',
    where: [...where, pictureName(block)].filter(Boolean),
    lessonId,
  }));
}

interface NamedId {
  readonly id: string;
  readonly where: string[];
  readonly lessonId?: string;
}

function lessonIds(lesson: AuthoredLesson, moduleWhere: string[]): NamedId[] {
  const where = [...moduleWhere, lesson.title.vi];
  const parts =
    lesson.kind === 'content'
      ? lesson.blocks.map((block) => ({ id: block.id, words: plainText(block) }))
      : lesson.questions.map((question) => ({ id: question.id, words: question.prompt }));
  const inLesson = parts.map(({ id, words }) => ({
    id,
    where: [...where, shorten(words, whereLength)].filter(Boolean),
  }));
  return [{ id: lesson.id, where }, ...inLesson].map((named) => ({ ...named, lessonId: lesson.id }));
}

/** Every id that stands in the course a second time, at its second place: ids must tell modules, lessons, blocks and questions apart. */
function duplicateIds(course: AuthoredCourse): CourseGap[] {
  const seen = new Set<string>();
  const named = course.modules.flatMap((module): NamedId[] => {
    const where = [module.title.vi];
    return [{ id: module.id, where }, ...module.lessons.flatMap((lesson) => lessonIds(lesson, where))];
  });
  return named.flatMap(({ id, ...place }) => {
    if (seen.has(id)) return [{ code: 'duplicate-id' as const, ...place }];
    seen.add(id);
    return [];
  });
}

/** What is missing in a draft, in the order of the document: course, then modules and lessons, then ids that stand there twice. */
export function courseGaps(course: AuthoredCourse): CourseGap[] {
  const lessons = course.modules.flatMap((module) => module.lessons);
  const contentLessonIds = new Set(
    lessons.filter((lesson) => lesson.kind === 'content').map((lesson) => lesson.id),
  );
  const gaps: CourseGap[] = [];
  if (course.outcomes.length === 0) gaps.push({ code: 'no-outcomes', where: [] });
  if (course.modules.length === 0) gaps.push({ code: 'no-modules', where: [] });
  for (const module of course.modules) {
    const where = [module.title.vi];
    if (module.lessons.length === 0) gaps.push({ code: 'module-empty', where });
    for (const lesson of module.lessons)
      gaps.push(...lessonGaps(lesson, [...where, lesson.title.vi], contentLessonIds));
  }
  return [...gaps, ...duplicateIds(course)];
}
