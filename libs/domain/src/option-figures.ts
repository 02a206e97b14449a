// Which options were chosen, by all and by the best and weakest third. It knows no points of the question itself.
import type { ItemColumn } from './marked-attempts.js';

export interface OptionFigures {
  id: string;
  text: string;
  isKey: boolean;
  count: number;
  share: number;
  topShare: number | null;
  bottomShare: number | null;
}

/** A third of the attempts by the rest of the quiz: those beyond its edge, and a part of each of those on the edge. */
interface Third {
  size: number;
  edge: number;
  edgeWeight: number;
  isInside: (rest: number) => boolean;
}

/** The best or weakest third. Those who share the mark at its edge share the seats that are left, so no order decides. */
function thirdOf(sortedRests: Float64Array, side: 'top' | 'bottom'): Third {
  const size = Math.floor(sortedRests.length / 3);
  const edge = sortedRests[side === 'top' ? sortedRests.length - size : size - 1] ?? 0;
  const isInside = (rest: number) => (side === 'top' ? rest > edge : rest < edge);
  let inside = 0;
  let atEdge = 0;
  for (const rest of sortedRests) {
    if (isInside(rest)) inside += 1;
    if (rest === edge) atEdge += 1;
  }
  return { size, edge, edgeWeight: (size - inside) / atEdge, isInside };
}

function shareIn(third: Third, choosers: readonly number[], rests: readonly number[]): number {
  let inside = 0;
  let atEdge = 0;
  for (const entry of choosers) {
    const rest = rests[entry] ?? 0;
    if (third.isInside(rest)) inside += 1;
    if (rest === third.edge) atEdge += 1;
  }
  return (inside + atEdge * third.edgeWeight) / third.size;
}

/** Count and shares of every option. Without three attempts, or where all did the same on the rest, there are no thirds. */
export function optionFigures(column: ItemColumn, sortedRests: Float64Array): OptionFigures[] {
  const attempts = column.marks.length;
  const hasThirds = attempts >= 3 && sortedRests[0] !== sortedRests.at(-1);
  const top = hasThirds ? thirdOf(sortedRests, 'top') : null;
  const bottom = hasThirds ? thirdOf(sortedRests, 'bottom') : null;
  return column.question.options.map((option) => {
    const choosers = column.choosers.get(option.id) ?? [];
    return {
      id: option.id,
      text: option.text,
      isKey: column.question.correct.includes(option.id),
      count: choosers.length,
      share: attempts === 0 ? 0 : choosers.length / attempts,
      topShare: top && shareIn(top, choosers, column.rests),
      bottomShare: bottom && shareIn(bottom, choosers, column.rests),
    };
  });
}
