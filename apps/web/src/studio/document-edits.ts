// Changes of a course document as functions from one document to the next. Knows no screen, no server, no words.
import type { Block, ContentLesson, CourseDocument, Lesson, Module, QuizLesson } from '@onetouch/contract';

/** From a document to the next one; answers the same object when there is nothing to change. */
export type Edit = (document: CourseDocument) => CourseDocument;
export type Step = -1 | 1;

interface Named {
  readonly id: string;
}

/** The list with one item exchanged. */
export function replaced<T extends Named>(items: readonly T[], id: string, by: (item: T) => T): T[] {
  return items.map((item) => (item.id === id ? by(item) : item));
}

/** The list with `item` at `index`; behind the end counts as the end. */
export function inserted<T>(items: readonly T[], index: number, item: T): T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

/** The list with the item at `index` one place further up (-1) or down (1); the same list at its ends. */
export function stepped<T>(items: T[], index: number, step: Step): T[] {
  const item = items[index];
  const other = items[index + step];
  if (item === undefined || other === undefined) return items;
  return items.map((one, place) => (place === index ? other : place === index + step ? item : one));
}

/** Every lesson in reading order. */
export function lessonsOf(document: CourseDocument): Lesson[] {
  return document.modules.flatMap(({ lessons }) => lessons);
}

/** The module that holds a lesson. */
export function moduleOf(document: CourseDocument, lessonId: string): Module | undefined {
  return document.modules.find(({ lessons }) => lessons.some(({ id }) => id === lessonId));
}

/** Changes one module. */
export const editModule =
  (id: string, by: (module: Module) => Module): Edit =>
  (document) => ({ ...document, modules: replaced(document.modules, id, by) });

/** Changes one lesson, wherever it stands. */
export const editLesson =
  (id: string, by: (lesson: Lesson) => Lesson): Edit =>
  (document) => {
    const module = moduleOf(document, id);
    if (!module) return document;
    return editModule(module.id, (one) => ({ ...one, lessons: replaced(one.lessons, id, by) }))(document);
  };

/** Changes a content lesson. */
export const editContent = (id: string, by: (lesson: ContentLesson) => ContentLesson): Edit =>
  editLesson(id, (lesson) => (lesson.kind === 'content' ? by(lesson) : lesson));

/** Changes a quiz. */
export const editQuiz = (id: string, by: (quiz: QuizLesson) => QuizLesson): Edit =>
  editLesson(id, (lesson) => (lesson.kind === 'quiz' ? by(lesson) : lesson));

/** Puts the new form of a block in the place of the old one. */
export const editBlock = (lessonId: string, block: Block): Edit =>
  editContent(lessonId, (lesson) => ({ ...lesson, blocks: replaced(lesson.blocks, block.id, () => block) }));

/** Moves a module up or down. */
export const moveModule =
  (id: string, step: Step): Edit =>
  (document) => {
    const index = document.modules.findIndex((module) => module.id === id);
    const modules = stepped(document.modules, index, step);
    return modules === document.modules ? document : { ...document, modules };
  };

/** Moves a lesson up or down; over the edge of its module it goes on into the next one. */
export const moveLesson =
  (id: string, step: Step): Edit =>
  (document) => {
    const from = moduleOf(document, id);
    if (!from) return document;
    const index = from.lessons.findIndex((lesson) => lesson.id === id);
    const lessons = stepped(from.lessons, index, step);
    if (lessons !== from.lessons) return editModule(from.id, (module) => ({ ...module, lessons }))(document);
    const lesson = from.lessons[index];
    const to = document.modules[document.modules.indexOf(from) + step];
    if (!lesson || !to) return document;
    const arrived = step === 1 ? [lesson, ...to.lessons] : [...to.lessons, lesson];
    const modules = document.modules.map((module) => {
      if (module === from) return { ...module, lessons: module.lessons.filter((one) => one !== lesson) };
      return module === to ? { ...module, lessons: arrived } : module;
    });
    return { ...document, modules };
  };

/** Moves a block within its lesson. */
export const moveBlock = (lessonId: string, id: string, step: Step): Edit =>
  editContent(lessonId, (lesson) => {
    const index = lesson.blocks.findIndex((block) => block.id === id);
    return { ...lesson, blocks: stepped(lesson.blocks, index, step) };
  });

/** Moves a question within its quiz. */
export const moveQuestion = (lessonId: string, id: string, step: Step): Edit =>
  editQuiz(lessonId, (quiz) => {
    const index = quiz.questions.findIndex((question) => question.id === id);
    return { ...quiz, questions: stepped(quiz.questions, index, step) };
  });
