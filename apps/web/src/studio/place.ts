// Which part of the draft is on the screen, as the address says it, and how fields are named in it.
import type { CourseDocument } from '@onetouch/contract';
import { lessonsOf } from './document-edits.js';

export type Place =
  { kind: 'course' } | { kind: 'module'; moduleId: string } | { kind: 'lesson'; lessonId: string };

/** The element that names the part being edited; it takes the focus when another part is opened. */
export const headingId = 'editor-heading';

/** The place that the address names; the course itself when it names nothing that is there. */
export function placeFrom(search: URLSearchParams, document: CourseDocument): Place {
  const lessonId = search.get('bai');
  if (lessonId && lessonsOf(document).some(({ id }) => id === lessonId)) return { kind: 'lesson', lessonId };
  const moduleId = search.get('phan');
  if (moduleId && document.modules.some(({ id }) => id === moduleId)) return { kind: 'module', moduleId };
  return { kind: 'course' };
}

/** The query of the address for a place. */
export function searchOf(place: Place): string {
  if (place.kind === 'lesson') return `?bai=${encodeURIComponent(place.lessonId)}`;
  if (place.kind === 'module') return `?phan=${encodeURIComponent(place.moduleId)}`;
  return '';
}

/** The id of the element that edits one field of a part (module, lesson, block, question, or `course`). */
export function fieldId(partId: string, field: string): string {
  return `${partId}-${field}`;
}

/** The id of the frame around a part, which can take the focus. */
export function frameId(partId: string): string {
  return `part-${partId}`;
}

/** Puts the focus on the first of these elements that is there, once the page has been drawn. */
export function focusSoon(...ids: string[]) {
  requestAnimationFrame(() => {
    for (const id of ids) {
      const element = document.getElementById(id);
      if (!element) continue;
      element.focus();
      element.scrollIntoView?.({ block: 'nearest' });
      return;
    }
  });
}
