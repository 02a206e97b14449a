import { describe, expect, it } from '@jest/globals';
import { Batches } from './batches.js';

/** Long enough for everything that waits for nothing else. */
const turn = () => new Promise((done) => setTimeout(done, 5));

describe('a batch', () => {
  it('takes whoever comes alone at once, and gathers those that come while it is under way', async () => {
    const taken: number[][] = [];
    const gates: (() => void)[] = [];
    const batches = new Batches<number, string>(
      async (items) => {
        taken.push([...items]);
        await new Promise<void>((open) => gates.push(open));
        return items.map((item) => `${item} done`);
      },
      { lanes: 1, most: 3 },
    );
    const first = batches.add(1);
    await turn();
    const others = [2, 3, 4, 5].map((item) => batches.add(item));
    await turn();
    expect(taken).toEqual([[1]]);
    gates[0]?.();
    expect(await first).toBe('1 done');
    await turn();
    expect(taken).toEqual([[1], [2, 3, 4]]);
    gates[1]?.();
    await turn();
    gates[2]?.();
    expect(await Promise.all(others)).toEqual(['2 done', '3 done', '4 done', '5 done']);
    expect(taken[2]).toEqual([5]);
  });

  it('answers everybody their own when one of them cannot be done', async () => {
    const batches = new Batches<number, number>(async (items) => {
      if (items.includes(13)) throw new Error('thirteen');
      return items.map((item) => item * 2);
    });
    const answers = await Promise.allSettled([1, 13, 2].map((item) => batches.add(item)));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'refused'))).toEqual([
      2,
      'refused',
      4,
    ]);
  });

  it('does not knock again for each of them when the database is away', async () => {
    let knocks = 0;
    const batches = new Batches<number, number>(async () => {
      knocks += 1;
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    });
    const answers = await Promise.allSettled([1, 2, 3].map((item) => batches.add(item)));
    expect(answers.every((answer) => answer.status === 'rejected')).toBe(true);
    expect(knocks).toBe(1);
  });
});
