// Taking parts out of a course document, each with the way back. The way back puts the part where it stood and leaves alone
// what was changed in the meantime. Knows no screen.
import type { CourseDocument } from '@onetouch/contract';
import {
  editContent,
  editModule,
  editQuiz,
  inserted,
  lessonsOf,
  moduleOf,
  type Edit,
} from './document-edits.js';

export interface Removal {
  edit: Edit;
  undo: Edit;
}

interface Named {
  readonly id: string;
}
const without = <T extends Named>(items: readonly T[], id: string) => items.filter((item) => item.id !== id);
const back = <T extends Named>(items: T[], index: number, item: T) =>
  items.some(({ id }) => id === item.id) ? items : inserted(items, index, item);

/** Takes out a module with its lessons; null when it is not there. */
export function removeModule(document: CourseDocument, id: string): Removal | null {
  const index = document.modules.findIndex((module) => module.id === id);
  const module = document.modules[index];
  if (!module) return null;
  return {
    edit: (now) => ({ ...now, modules: without(now.modules, id) }),
    undo: (now) => ({ ...now, modules: back(now.modules, index, module) }),
  };
}

/** Takes out a lesson; null when it is not there. */
export function removeLesson(document: CourseDocument, id: string): Removal | null {
  const module = moduleOf(document, id);
  const index = module?.lessons.findIndex((lesson) => lesson.id === id) ?? -1;
  const lesson = module?.lessons[index];
  if (!module || !lesson) return null;
  return {
    edit: editModule(module.id, (now) => ({ ...now, lessons: without(now.lessons, id) })),
    undo: editModule(module.id, (now) => ({ ...now, lessons: back(now.lessons, index, lesson) })),
  };
}

/** Takes a block out of a lesson; null when it is not there. */
export function removeBlock(document: CourseDocument, lessonId: string, id: string): Removal | null {
  const lesson = lessonsOf(document).find((one) => one.id === lessonId);
  if (lesson?.kind !== 'content') return null;
  const index = lesson.blocks.findIndex((block) => block.id === id);
  const block = lesson.blocks[index];
  if (!block) return null;
  return {
    edit: editContent(lessonId, (now) => ({ ...now, blocks: without(now.blocks, id) })),
    undo: editContent(lessonId, (now) => ({ ...now, blocks: back(now.blocks, index, block) })),
  };
}

/** Takes a question out of a quiz; null when it is not there. */
export function removeQuestion(document: CourseDocument, lessonId: string, id: string): Removal | null {
  const lesson = lessonsOf(document).find((one) => one.id === lessonId);
  if (lesson?.kind !== 'quiz') return null;
  const index = lesson.questions.findIndex((question) => question.id === id);
  const question = lesson.questions[index];
  if (!question) return null;
  return {
    edit: editQuiz(lessonId, (now) => ({ ...now, questions: without(now.questions, id) })),
    undo: editQuiz(lessonId, (now) => ({ ...now, questions: back(now.questions, index, question) })),
  };
}
