// One published version as the hot paths want it: worked out once from the frozen document, then only read. It knows no rows.
import type {
  CourseDocument,
  Lesson,
  Localized,
  OutlineModule,
  QuizRule,
  Requirement,
  ShownRule,
} from '@onetouch/contract';
import { courseFigures, lessonWeight, paperSize, passCount } from '@onetouch/domain';

/** A lesson in its place in the course. `number` counts lessons of both kinds from 1. */
export interface PublishedLesson {
  readonly id: string;
  readonly kind: Lesson['kind'];
  readonly number: number;
  readonly title: Localized;
  readonly minutes: number;
  /** As written, keys of questions included: a quiz never leaves the server in this form. */
  readonly lesson: Lesson;
  /** The content lesson as JSON text, ready to be sent; null for a quiz. */
  readonly json: string | null;
  /** The lessons before and after it, of either kind. */
  readonly previousId: string | null;
  readonly nextId: string | null;
  readonly nextKind: Lesson['kind'] | null;
}

/** An immutable version of a course. Everybody shares one copy: read it, never write to it. */
export interface PublishedVersion {
  readonly id: string;
  readonly courseId: string;
  readonly courseSlug: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly document: CourseDocument;
  readonly outline: OutlineModule[];
  readonly requirements: Requirement[];
  readonly figures: {
    readonly minutes: number;
    readonly lessonCount: number;
    readonly quizCount: number;
    readonly weightBytes: number;
  };
  /** Lessons of both kinds in the order of the course. */
  readonly lessons: readonly PublishedLesson[];
  readonly lessonById: ReadonlyMap<string, PublishedLesson>;
  /** Length of all its JSON text, for the budget of the memory that holds it. */
  readonly textLength: number;
}

/** The row that a version is built from. */
export interface VersionRow {
  id: string;
  courseId: string;
  courseSlug: string;
  number: number;
  publishedAt: Date;
  document: CourseDocument;
}

/** The outline with the weight of each lesson; of a quiz only how many questions it draws. */
function outlineOf(document: CourseDocument): OutlineModule[] {
  return document.modules.map((module) => ({
    id: module.id,
    title: module.title,
    lessons: module.lessons.map((lesson) => ({
      id: lesson.id,
      kind: lesson.kind,
      title: lesson.title,
      minutes: lesson.minutes,
      weightBytes: lessonWeight(lesson),
      questions: lesson.kind === 'quiz' ? paperSize(lesson.rule, lesson.questions) : null,
    })),
  }));
}

/** The rule without the plan: that names questions, which nobody sees before the paper. */
function shownRule({ paper: _plan, ...rule }: QuizRule): ShownRule {
  return rule;
}

/** What completes the course: every content lesson, and each quiz at its pass mark. */
function requirementsOf(document: CourseDocument): Requirement[] {
  const lessons = document.modules.flatMap((module) => module.lessons);
  const quizzes = lessons.flatMap((lesson): Requirement[] =>
    lesson.kind === 'quiz'
      ? [
          {
            kind: 'quiz',
            lessonId: lesson.id,
            title: lesson.title,
            rule: shownRule(lesson.rule),
            passCount: passCount(lesson.rule),
          },
        ]
      : [],
  );
  return [{ kind: 'lessons', count: lessons.length - quizzes.length }, ...quizzes];
}

function publishedLesson(all: readonly Lesson[], lesson: Lesson, index: number): PublishedLesson {
  const next = all[index + 1];
  const isContent = lesson.kind === 'content';
  return {
    id: lesson.id,
    kind: lesson.kind,
    number: index + 1,
    title: lesson.title,
    minutes: lesson.minutes,
    lesson,
    json: isContent ? JSON.stringify(lesson) : null,
    previousId: all[index - 1]?.id ?? null,
    nextId: next?.id ?? null,
    nextKind: next?.kind ?? null,
  };
}

/** Works out everything that is ever asked of a version. */
export function publishedVersion(row: VersionRow): PublishedVersion {
  const all = row.document.modules.flatMap((module) => module.lessons);
  const lessons = all.map((lesson, index) => publishedLesson(all, lesson, index));
  return {
    ...row,
    outline: outlineOf(row.document),
    requirements: requirementsOf(row.document),
    figures: courseFigures(row.document),
    lessons,
    lessonById: new Map(lessons.map((lesson) => [lesson.id, lesson])),
    textLength: JSON.stringify(row.document).length * 2,
  };
}
