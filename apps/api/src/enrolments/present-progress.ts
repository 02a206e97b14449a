// How far a learner is in one lesson, in the contract's shape.
import type { LessonProgress } from '@onetouch/contract';
import type { LessonState } from '@onetouch/domain';

/** A learner's state in a lesson in the contract's shape. */
export function presentProgress(state: LessonState, doneAt: Date | null): LessonProgress {
  return {
    metBlockIds: state.metBlockIds,
    watched: state.watched,
    answers: Object.fromEntries(
      Object.entries(state.answers).map(([blockId, answer]) => [blockId, answer.optionIds]),
    ),
    positionBlockId: state.position?.blockId ?? null,
    doneAt: doneAt?.toISOString() ?? null,
  };
}
