import { describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';
import { type DueRow, DueRows, dueAtOnce } from './due-rows.js';

class StandingClock extends Clock {
  seconds = 0;

  override now(): Date {
    return new Date(this.seconds * 1_000);
  }
}

/** So many rows, all due at the same moment; those in `broken` fail. */
function rowsOf(count: number) {
  const clock = new StandingClock();
  const rows = Array.from({ length: count }, (_one, index) => String(index).padStart(5, '0'));
  const [broken, tried, said] = [new Set<string>(), [] as string[], [] as string[]];
  const due = new DueRows<DueRow>({
    logger: { error: (words: string) => void said.push(words.split('\n')[0] ?? '') },
    clock,
    lanes: 2,
    find: async ([, after]) =>
      rows
        .filter((id) => after.startsWith('00000000-') || id > after)
        .slice(0, dueAtOnce)
        .map((id) => ({ id, dueAt: 'then' })),
    work: async ({ id }) => {
      tried.push(id);
      if (broken.has(id)) throw new Error('broken');
      rows.splice(rows.indexOf(id), 1);
    },
    trouble: ({ id }) => `${id} is left`,
  });
  return { due, clock, broken, tried, said, rows };
}

describe('rows that are due', () => {
  it('are each worked at once in a round, and those that fail keep none back that stand behind them', async () => {
    const { due, broken, tried, said, rows } = rowsOf(2 * dueAtOnce + 5);
    for (const id of rows.slice(0, dueAtOnce + 1)) broken.add(id);
    await due.goThrough();
    expect(new Set(tried).size).toBe(2 * dueAtOnce + 5);
    expect(tried.length).toBe(2 * dueAtOnce + 5);
    expect(rows).toEqual([...broken]);
    expect(said[0]).toBe('00000 is left: Error: broken');
    expect(said.length).toBe(broken.size);
  });

  it('rest longer each time they fail, a minute at most, and fail anew after they were done once', async () => {
    const { due, clock, broken, tried, rows } = rowsOf(1);
    broken.add('00000');
    const triedAt: number[] = [];
    for (clock.seconds = 0; clock.seconds <= 200; clock.seconds += 1) {
      tried.length = 0;
      await due.goThrough();
      if (tried.length > 0) triedAt.push(clock.seconds);
    }
    expect(triedAt).toEqual([0, 1, 2, 5, 12, 27, 58, 118, 178]);
    broken.clear();
    clock.seconds = 238;
    await due.goThrough();
    expect(rows).toEqual([]);
    broken.add('00000');
    rows.push('00000');
    await due.goThrough();
    tried.length = 0;
    await due.goThrough();
    expect(tried).toEqual(['00000']);
  });
});
