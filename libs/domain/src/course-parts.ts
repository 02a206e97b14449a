// A course document as a flat list of parts that can be compared one by one: what each is, where it stands, and its fields.
import type {
  AuthoredBlock,
  AuthoredCourse,
  AuthoredLesson,
  AuthoredModule,
  AuthoredQuestion,
  Words,
} from './authored-course.js';
import { fieldsOf, titleFields, type PartField } from './part-field.js';
import { plainText, shorten } from './plain-text.js';
import { askedFields, questionFields, ruleFields } from './quiz-parts.js';

export interface CoursePart {
  /** Kind and id: a text block that becomes a video is another part. */
  readonly key: string;
  readonly what: 'course' | 'module' | 'lesson' | 'block' | 'question';
  readonly parentKey: string | null;
  /** Titles in Vietnamese, from the course down to this part. */
  readonly where: readonly string[];
  readonly fields: readonly PartField[];
}

const nameLength = 60;
function courseFields(course: AuthoredCourse): PartField[] {
  const field = fieldsOf('course');
  const outcomes = (language: keyof Words) => course.outcomes.map((outcome) => outcome[language]);
  return [
    ...titleFields('course', course.title),
    field('summary', course.summary.vi),
    field('summaryEn', course.summary.en),
    field('audience', course.audience),
    field('level', course.level),
    field('topic', course.topic),
    field('outcomes', outcomes('vi'), outcomes('vi').join(' · ')),
    field('outcomesEn', outcomes('en'), outcomes('en').join(' · ')),
  ];
}

type Asked = Parameters<typeof askedFields>[1];

function isAsked(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'options' in value && 'correct' in value;
}

function blockFields(block: AuthoredBlock): PartField[] {
  const field = fieldsOf('block');
  return Object.entries(block).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'id' || name === 'type' || value === undefined) return [];
    return name === 'question' && isAsked(value) ? askedFields('block', value) : [field(name, value)];
  });
}

interface Place {
  readonly key: string;
  readonly where: readonly string[];
}
type LessonTitles = ReadonlyMap<string, string>;

function questionPart(
  question: AuthoredQuestion,
  { key: parentKey, where }: Place,
  titles: LessonTitles,
): CoursePart {
  return {
    key: `question ${question.id}`,
    what: 'question',
    parentKey,
    where: [...where, shorten(question.prompt, nameLength)],
    fields: questionFields(question, titles),
  };
}

function blockPart(block: AuthoredBlock, { key: parentKey, where }: Place): CoursePart {
  const name = shorten(plainText(block), nameLength);
  const key = `block ${block.type} ${block.id}`;
  return { key, what: 'block', parentKey, where: [...where, name], fields: blockFields(block) };
}

function lessonParts(lesson: AuthoredLesson, module: Place, titles: LessonTitles): CoursePart[] {
  const place = { key: `lesson ${lesson.kind} ${lesson.id}`, where: [...module.where, lesson.title.vi] };
  const minutes = fieldsOf('lesson')('minutes', lesson.minutes);
  const rule = lesson.kind === 'quiz' ? ruleFields(lesson) : [];
  const inside =
    lesson.kind === 'quiz'
      ? lesson.questions.map((question) => questionPart(question, place, titles))
      : lesson.blocks.map((block) => blockPart(block, place));
  return [
    {
      ...place,
      what: 'lesson',
      parentKey: module.key,
      fields: [...titleFields('lesson', lesson.title), minutes, ...rule],
    },
    ...inside,
  ];
}

function moduleParts(module: AuthoredModule, course: Place, titles: LessonTitles): CoursePart[] {
  const place = { key: `module ${module.id}`, where: [...course.where, module.title.vi] };
  return [
    { ...place, what: 'module', parentKey: course.key, fields: titleFields('module', module.title) },
    ...module.lessons.flatMap((lesson) => lessonParts(lesson, place, titles)),
  ];
}

/** All parts in the order of the document. Where an id stands twice, which no published course has, the last one counts. */
export function courseParts(course: AuthoredCourse): Map<string, CoursePart> {
  const lessons = course.modules.flatMap((module) => module.lessons);
  const titles = new Map(lessons.map((lesson) => [lesson.id, lesson.title.vi]));
  const place = { key: 'course', where: [course.title.vi] };
  const parts: CoursePart[] = [
    { ...place, what: 'course', parentKey: null, fields: courseFields(course) },
    ...course.modules.flatMap((module) => moduleParts(module, place, titles)),
  ];
  return new Map(parts.map((part) => [part.key, part]));
}
