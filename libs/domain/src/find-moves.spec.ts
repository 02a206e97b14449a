// Moves: as few as explain the new order, and enough to do so.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findMoves } from './find-moves.js';

const ids = [...'abcdefg'];
const orders = fc.tuple(
  fc.subarray(ids).chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
  fc.subarray(ids).chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
);

/** The slow truth: the most items that keep their order, by trying every choice. */
function mostUnmoved(before: readonly string[], after: readonly string[]): number {
  const shared = after.filter((id) => before.includes(id));
  let most = 0;
  for (let choice = 0; choice < 2 ** shared.length; choice += 1) {
    const chosen = shared.filter((_, index) => choice & (1 << index));
    const places = chosen.map((id) => before.indexOf(id));
    if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1)))
      most = Math.max(most, chosen.length);
  }
  return most;
}

describe('moved items', () => {
  it.each([
    { before: 'abcd', after: 'abcd', moved: '', name: 'are none in the same order' },
    {
      before: 'abcd',
      after: 'dabc',
      moved: 'd',
      name: 'are the one pulled to the front, not the three that gave way',
    },
    { before: 'abcd', after: 'bcda', moved: 'a', name: 'are the one pushed to the end' },
    { before: 'abcd', after: 'axbd', moved: '', name: 'are none when others came or went' },
    { before: 'abcde', after: 'ebcda', moved: 'ae', name: 'are two when two changed places' },
  ])('$name', ({ before, after, moved }) => {
    expect([...findMoves([...before], [...after])].toSorted().join('')).toBe(moved);
  });

  it('are as few as possible, and the others keep their order', () => {
    fc.assert(
      fc.property(orders, ([before, after]) => {
        const moved = findMoves(before, after);
        const stays = (list: readonly string[], other: readonly string[]) =>
          list.filter((id) => other.includes(id) && !moved.has(id));
        expect(stays(after, before)).toEqual(stays(before, after));
        expect(stays(after, before)).toHaveLength(mostUnmoved(before, after));
      }),
      { numRuns: 300 },
    );
  });
});
