// A funnel taken apart: each person counts in one part only, so that the parts sum to the whole.
import type { Funnel, MemberStatus } from '@onetouch/contract';

/** The parts in the order of the bar, the furthest first. */
export const statuses = [
  'certified',
  'completed',
  'learning',
  'not-started',
] as const satisfies MemberStatus[];

/** How many people have this very status. */
export function partsOf({ enrolled, started, completed, certified }: Funnel): Record<MemberStatus, number> {
  return {
    certified,
    completed: completed - certified,
    learning: started - completed,
    'not-started': enrolled - started,
  };
}

/** The share of those who completed, from 0 to 100; rounded down, so that 100 means everybody. */
export function completedShare({ enrolled, completed }: Funnel): number {
  return enrolled === 0 ? 0 : Math.floor((completed / enrolled) * 100);
}
