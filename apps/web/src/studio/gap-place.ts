// Where a gap of the draft is mended: the place to open and the element to go to.
import type { CourseDocument, DraftGap } from '@onetouch/contract';
import { courseGaps } from '@onetouch/domain';
import { lessonsOf } from './document-edits.js';
import { fieldId, type Place } from './place.js';

export interface GapPlace {
  place: Place;
  /** Id of an element in that place. */
  target?: string;
}

/** The beginning of a text, as a gap names a question. */
const isNamed = (prompt: string, name: string) =>
  name.endsWith('…') ? prompt.startsWith(name.slice(0, -1)) : prompt === name;

function targetIn(document: CourseDocument, { code, where, lessonId }: DraftGap): string | undefined {
  const lesson = lessonsOf(document).find(({ id }) => id === lessonId);
  if (lesson?.kind === 'quiz' && code === 'review-lesson-missing') {
    const name = where.at(-1) ?? '';
    const question = lesson.questions.find(
      ({ prompt, review }) =>
        isNamed(prompt, name) &&
        !lessonsOf(document).some(({ id, kind }) => kind === 'content' && id === review),
    );
    return question && fieldId(question.id, 'review');
  }
  if (lesson?.kind === 'quiz' && code === 'quiz-too-few-questions') return fieldId(lesson.id, 'draw');
  if (lesson?.kind === 'content' && code === 'image-without-alt') {
    const image = lesson.blocks.find((block) => block.type === 'image' && block.alt.trim() === '');
    return image && fieldId(image.id, 'alt');
  }
  return undefined;
}

/** Where to go for a gap. */
export function gapPlace(document: CourseDocument, gap: DraftGap): GapPlace {
  if (gap.lessonId) {
    const place: Place = { kind: 'lesson', lessonId: gap.lessonId };
    const target = targetIn(document, gap);
    return target ? { place, target } : { place };
  }
  const module = document.modules.find(
    ({ title, lessons }) => title.vi === gap.where[0] && lessons.length === 0,
  );
  if (gap.code === 'module-empty' && module) return { place: { kind: 'module', moduleId: module.id } };
  return gap.code === 'no-outcomes'
    ? { place: { kind: 'course' }, target: fieldId('course', 'outcomes') }
    : { place: { kind: 'course' } };
}

/** Gaps of the document as it is now; what only the server can know (files in the store) is as it last said. */
export function gapsOf(document: CourseDocument, fromServer: readonly DraftGap[]): DraftGap[] {
  const lessonIds = new Set(lessonsOf(document).map(({ id }) => id));
  const missingFiles = fromServer.filter(
    ({ code, lessonId }) => code === 'file-missing' && lessonId !== undefined && lessonIds.has(lessonId),
  );
  return [...courseGaps(document), ...missingFiles];
}
