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
}

/** The best or weakest third. Those who share the mark at its edge share the seats that are left, so no order decides. */
function thirdOf(sortedRests: Float64Array, side: 'top' | 'bottom'): Third {
  const size = Math.floor(sortedRests.length / 3);
  const edge = sortedRests[side === 'top' ? sortedRests.length - size : size - 1] ?? 0;
  const first = sortedRests.indexOf(edge);
  const last = sortedRests.lastIndexOf(edge);
  const inside = side === 'top' ? sortedRests.length - 1 - last : first;
  return { size, edge, edgeWeight: (size - inside) / (last - first + 1) };
}

/** How many chose an option: of all, beyond the edges of both thirds, and at these edges. */
interface Choosers {
  all: number;
  top: number;
  atTopEdge: number;
  bottom: number;
  atBottomEdge: number;
}

function countChoosers(column: ItemColumn, place: number, edges: { top: number; bottom: number }): Choosers {
  const options = column.optionPlaces.size;
  const counts = { all: 0, top: 0, atTopEdge: 0, bottom: 0, atBottomEdge: 0 };
  for (let entry = 0; entry < column.filled; entry += 1) {
    if (column.choices[entry * options + place] !== 1) continue;
    const rest = column.rests[entry] ?? 0;
    counts.all += 1;
    if (rest > edges.top) counts.top += 1;
    if (rest === edges.top) counts.atTopEdge += 1;
    if (rest < edges.bottom) counts.bottom += 1;
    if (rest === edges.bottom) counts.atBottomEdge += 1;
  }
  return counts;
}

/** Count and shares of every option. Without three attempts, or where all did the same on the rest, there are no thirds. */
export function optionFigures(column: ItemColumn, sortedRests: Float64Array): OptionFigures[] {
  const attempts = column.filled;
  const hasThirds = attempts >= 3 && sortedRests[0] !== sortedRests.at(-1);
  const top = thirdOf(sortedRests, 'top');
  const bottom = thirdOf(sortedRests, 'bottom');
  return column.question.options.map((option, place) => {
    const counts = countChoosers(column, place, { top: top.edge, bottom: bottom.edge });
    return {
      id: option.id,
      text: option.text,
      isKey: column.question.correct.includes(option.id),
      count: counts.all,
      share: attempts === 0 ? 0 : counts.all / attempts,
      topShare: hasThirds ? (counts.top + counts.atTopEdge * top.edgeWeight) / top.size : null,
      bottomShare: hasThirds ? (counts.bottom + counts.atBottomEdge * bottom.edgeWeight) / bottom.size : null,
    };
  });
}
