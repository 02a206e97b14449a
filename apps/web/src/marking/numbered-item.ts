// A question with the number that it has in the list and in the chart.
import type { ItemStatistics } from '@onetouch/contract';

export interface NumberedItem extends ItemStatistics {
  number: number;
}

/** The questions in their order, numbered from one. */
export function numbered(items: readonly ItemStatistics[]): NumberedItem[] {
  return items.map((item, index) => ({ ...item, number: index + 1 }));
}

/** Whether a trainer should look at it. */
export function needsLook({ judgement }: ItemStatistics): boolean {
  return judgement === 'review';
}
