// Repeatable chance: the same numbers everywhere, nothing lost in a shuffle, no order preferred.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, shuffle } from './random.js';

function take(seed: string, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
}

describe('seeded random', () => {
  it('gives these very numbers on every machine, or stored papers could not be drawn again', () => {
    expect(take('paper', 4)).toEqual([3361459197, 2620741761, 3404894628, 2912425497]);
    expect(take('Bài kiểm tra', 2)).toEqual([2188825143, 3505317173]);
  });

  it('gives whole numbers of 32 bits, the same ones for the same seed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (seed) => {
        const numbers = take(seed, 20);
        expect(take(seed, 20)).toEqual(numbers);
        expect(numbers.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true);
      }),
    );
  });

  it('gives other numbers for another seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(take(one, 3)).not.toEqual(take(other, 3));
      }),
    );
  });
});

describe('shuffle', () => {
  it('keeps every item and leaves the given list as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const shuffled = shuffle(items, seededRandom(seed));
        expect(items).toEqual(before);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('prefers none of the six orders of three items', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed += 1) {
      const order = shuffle(['a', 'b', 'c'], seededRandom(`seed ${seed}`)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // 1,000 each is expected; 150 is more than five standard deviations away.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('keeps undefined items too', () => {
    expect(shuffle([undefined, undefined], seededRandom(''))).toEqual([undefined, undefined]);
  });
});
