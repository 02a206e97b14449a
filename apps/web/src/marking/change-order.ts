// In which order changes are read: lost passes and certificates first, because somebody has to answer for them.
import type { CorrectionChange } from '@onetouch/contract';

export type ChangeKind = 'loses' | 'gains' | 'up' | 'down' | 'same';

/** What a change means for the person. */
export function changeKind({ before, after }: Pick<CorrectionChange, 'before' | 'after'>): ChangeKind {
  if (before.hasPassed && !after.hasPassed) return 'loses';
  if (!before.hasPassed && after.hasPassed) return 'gains';
  if (before.points * after.possiblePoints === after.points * before.possiblePoints) return 'same';
  return after.points * before.possiblePoints > before.points * after.possiblePoints ? 'up' : 'down';
}

const order: Record<ChangeKind, number> = { loses: 0, gains: 2, down: 3, up: 4, same: 5 };

function rankOf(change: CorrectionChange): number {
  const rank = order[changeKind(change)];
  return change.certificateNumber !== null && rank > 0 ? 1 : rank;
}

/** The changes, the gravest first and otherwise in the order they came in. */
export function gravestFirst(changes: readonly CorrectionChange[]): CorrectionChange[] {
  return changes
    .map((change, index) => ({ change, index, rank: rankOf(change) }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ change }) => change);
}
