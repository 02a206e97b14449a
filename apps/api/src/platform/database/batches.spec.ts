import { describe, expect, it } from '@jest/globals';
import { Batches, usualLimits } from './batches.js';
import { Precedence } from './precedence.js';

/** Long enough for everything that waits for nothing else: turns of the event loop, however long each takes. */
async function turn(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await new Promise((done) => setImmediate(done));
}

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

  it('that goes after another waits as long as something of the other waits, and then goes whole', async () => {
    const order: string[] = [];
    const gates: (() => void)[] = [];
    const precedence = new Precedence(60_000);
    const starts = new Batches<number, void>(
      async (items) => {
        order.push(`start ${items.join()}`);
        await new Promise<void>((open) => gates.push(open));
        return items.map(() => undefined);
      },
      { lanes: 1, most: 2, first: precedence },
    );
    const saves = new Batches<number, void>(
      async (items) => {
        order.push(`save ${items.join()}`);
        return items.map(() => undefined);
      },
      { ...usualLimits, after: precedence },
    );
    const all = [1, 2, 3, 4, 5].map((item) => starts.add(item));
    await turn();
    all.push(...[6, 7, 8].map((item) => saves.add(item)));
    await turn();
    expect(order).toEqual(['start 1,2']);
    gates[0]?.();
    await turn();
    expect(order).toEqual(['start 1,2', 'start 3,4']);
    gates[1]?.();
    await turn();
    // The last start is under way and none waits: it need not be done before the saves go.
    expect(order).toEqual(['start 1,2', 'start 3,4', 'start 5', 'save 6,7,8']);
    gates[2]?.();
    await Promise.all(all);
  });

  it('that goes after another is let through in the end, however long the other waits', async () => {
    const precedence = new Precedence(1);
    const saves = new Batches<number, number>(async (items) => items, { ...usualLimits, after: precedence });
    precedence.note(1);
    expect(await saves.add(6)).toBe(6);
    // From then on both go alongside, until the other has nothing left.
    expect(precedence.admits(() => {})).toBe(true);
    precedence.note(0);
    precedence.note(1);
    expect(precedence.admits(() => {})).toBe(false);
    precedence.note(0);
  });

  it('that goes after another is let through in the end, though the other runs dry for a moment again and again', async () => {
    const precedence = new Precedence(1);
    const goOn = () => {};
    precedence.note(1);
    while (!precedence.admits(goOn)) {
      precedence.note(0);
      precedence.note(1);
      await turn();
    }
    precedence.note(0);
  });
});
