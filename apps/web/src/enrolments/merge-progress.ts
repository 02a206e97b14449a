// A learner's state in a lesson as it will be once everything that waits on this device has arrived: the server's state
// with the waiting events applied by the same rule that the server uses. `doneAt` stays the server's word alone.
import type { ContentLesson, LessonProgress, ProgressEvent } from '@onetouch/contract';
import { applyEvents, requiredBlocks, type Interval, type LessonState } from '@onetouch/domain';

/** Older than anything a device can have done: what waits here is newer than what the server knew. */
const longAgo = new Date(0).toISOString();

function stateOf({ metBlockIds, watched, answers, positionBlockId }: LessonProgress): LessonState {
  return {
    metBlockIds: [...metBlockIds],
    watched: Object.fromEntries(
      Object.entries(watched).map(([id, list]) => [id, list.map(([from, to]): Interval => [from, to])]),
    ),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, optionIds]) => [id, { optionIds, at: longAgo, eventId: '' }]),
    ),
    position: positionBlockId === null ? null : { blockId: positionBlockId, at: longAgo, eventId: '' },
  };
}

/** The server's state with waiting events; events that the lesson does not know change nothing. */
export function mergeProgress(
  lesson: ContentLesson,
  saved: LessonProgress,
  waiting: readonly ProgressEvent[],
): LessonProgress {
  if (waiting.length === 0) return saved;
  const { metBlockIds, watched, answers, position } = applyEvents(lesson, stateOf(saved), waiting);
  return {
    metBlockIds,
    watched,
    answers: Object.fromEntries(Object.entries(answers).map(([id, { optionIds }]) => [id, optionIds])),
    positionBlockId: position?.blockId ?? null,
    doneAt: saved.doneAt,
  };
}

/**
 * The blocks whose end must be seen: every text. A lesson that requires nothing is done when any of its blocks was seen,
 * so there the end of each is looked for.
 */
export function blocksToSee(lesson: ContentLesson): string[] {
  const required = requiredBlocks(lesson);
  const wanted = required.length > 0 ? required.filter(({ type }) => type === 'text') : lesson.blocks;
  return wanted.map(({ id }) => id);
}
