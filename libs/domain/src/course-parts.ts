// A course document as a flat list of parts that can be compared one by one: what each is, where it stands, and its fields.
import type {
  AuthoredBlock,
  AuthoredCourse,
  AuthoredLesson,
  AuthoredModule,
  AuthoredQuestion,
  AuthoredQuizLesson,
  Words,
} from './authored-course.js';
import { plainText, shorten } from './plain-text.js';

export interface PartField {
  readonly what: 'course' | 'module' | 'lesson' | 'block' | 'question' | 'rule';
  readonly name: string;
  readonly value: unknown;
  /** The value as a person reads it. */
  readonly text: string;
}

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
/** Where the document's word is not the one that an author uses. */
const fieldNames: Readonly<Record<string, string>> = { doc: 'text', correct: 'key' };

type Describe = (name: string, value: unknown, text?: string) => PartField;

function fieldsOf(what: PartField['what']): Describe {
  return (name, value, text = plainText(value)) => ({ what, name: fieldNames[name] ?? name, value, text });
}

function titleFields(what: PartField['what'], title: Words): PartField[] {
  const field = fieldsOf(what);
  return [field('title', title.vi), field('titleEn', title.en)];
}

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

type Asked = Pick<AuthoredQuestion, 'kind' | 'prompt' | 'options' | 'correct' | 'explanation'>;

/** Fields of a question, graded or in a check. The key is shown by the words of its options: ids mean nothing to a reader. */
function askedFields(what: PartField['what'], asked: Asked): PartField[] {
  const field = fieldsOf(what);
  const right = asked.options.filter((option) => asked.correct.includes(option.id));
  return [
    field('kind', asked.kind),
    field('prompt', asked.prompt),
    field('options', asked.options, asked.options.map((option) => option.text).join(' · ')),
    field('correct', asked.correct, right.map((option) => option.text).join(' · ')),
    field('explanation', asked.explanation),
  ];
}

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

function ruleFields(rule: AuthoredQuizLesson['rule']): PartField[] {
  const field = fieldsOf('rule');
  return [
    field('draw', rule.draw),
    field('passPercent', rule.passPercent),
    field('attemptsAllowed', rule.attemptsAllowed),
    field('pauseMinutes', rule.pauseMinutes),
    field('requiresLessons', rule.requiresLessons),
  ];
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
  const field = fieldsOf('question');
  const review = field('review', question.review, titles.get(question.review) ?? question.review);
  return {
    key: `question ${question.id}`,
    what: 'question',
    parentKey,
    where: [...where, shorten(question.prompt, nameLength)],
    fields: [...askedFields('question', question), field('points', question.points), review],
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
  const rule = lesson.kind === 'quiz' ? ruleFields(lesson.rule) : [];
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
