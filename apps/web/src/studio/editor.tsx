// The middle column: the editor of whatever the address names. Everything in it changes the document through the studio.
import type { CourseDocument } from '@onetouch/contract';
import { ContentEditor } from './content-editor.js';
import { CourseEditor } from './course-editor.js';
import { lessonsOf } from './document-edits.js';
import { ModuleEditor } from './module-editor.js';
import type { Place } from './place.js';
import { QuizEditor } from './quiz-editor.js';

/** The editor of a place; each place begins with fields of its own. */
export function Editor({ document, place }: { document: CourseDocument; place: Place }) {
  if (place.kind === 'course') return <CourseEditor document={document} />;
  if (place.kind === 'module') {
    const module = document.modules.find(({ id }) => id === place.moduleId);
    return module && <ModuleEditor key={module.id} module={module} />;
  }
  const lesson = lessonsOf(document).find(({ id }) => id === place.lessonId);
  if (!lesson) return null;
  return lesson.kind === 'quiz' ? (
    <QuizEditor key={lesson.id} quiz={lesson} document={document} />
  ) : (
    <ContentEditor key={lesson.id} lesson={lesson} />
  );
}
