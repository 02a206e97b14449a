// Where a lesson of a course is opened: a content lesson, or the quiz.
import type { OutlineModule, Resume } from '@onetouch/contract';
import { paths } from '../paths.js';

export type LessonKind = 'content' | 'quiz';

/** The page of a lesson within an enrolment. */
export function lessonPath(enrolmentId: string, lesson: { id: string; kind: LessonKind }): string {
  return lesson.kind === 'quiz' ? paths.quiz(enrolmentId, lesson.id) : paths.lesson(enrolmentId, lesson.id);
}

/** The page to go on at. */
export function resumePath(enrolmentId: string, { lessonId, kind }: Resume): string {
  return lessonPath(enrolmentId, { id: lessonId, kind });
}

/** Lessons of all modules in order, each with its number in the course. */
export function numberedLessons(outline: readonly OutlineModule[]) {
  return outline.flatMap(({ lessons }) => lessons).map((lesson, index) => ({ ...lesson, number: index + 1 }));
}
export type NumberedLesson = ReturnType<typeof numberedLessons>[number];
