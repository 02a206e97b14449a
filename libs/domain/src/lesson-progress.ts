// When a content lesson is done: which of its blocks must be met, and which are still missing. It knows no events and no clock.

/** What a learner must meet; pictures, sheets, messages, steps and notes are there to help and hold nobody back. */
export type RequiredType = 'text' | 'video' | 'check';

export interface LessonBlocks<
  B extends { readonly id: string; readonly type: string } = { readonly id: string; readonly type: string },
> {
  readonly blocks: readonly B[];
}

const requiredTypes: ReadonlySet<string> = new Set<RequiredType>(['text', 'video', 'check']);

function isRequired<B extends { readonly type: string }>(
  block: B,
): block is B & { readonly type: RequiredType } {
  return requiredTypes.has(block.type);
}

/** The blocks that must be met, in the order of the lesson: every text, video and check block. */
export function requiredBlocks<B extends { readonly id: string; readonly type: string }>(
  lesson: LessonBlocks<B>,
) {
  return lesson.blocks.filter(isRequired);
}

/** The required blocks that are not met yet, in the order of the lesson. */
export function missingBlocks<B extends { readonly id: string; readonly type: string }>(
  lesson: LessonBlocks<B>,
  metBlockIds: readonly string[],
) {
  return requiredBlocks(lesson).filter((block) => !metBlockIds.includes(block.id));
}

/**
 * Whether every required block is met. A lesson that requires nothing is done when any of its blocks was seen, and one
 * without blocks at once: nobody may be held back by a lesson that offers nothing to do.
 */
export function isLessonDone(lesson: LessonBlocks, metBlockIds: readonly string[]): boolean {
  if (requiredBlocks(lesson).length > 0) return missingBlocks(lesson, metBlockIds).length === 0;
  return lesson.blocks.length === 0 || lesson.blocks.some((block) => metBlockIds.includes(block.id));
}
