import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marksNeeded, settledEssay } from './essay-marks.js';

const single = { markers: 1, markGapPercent: 25, possiblePoints: 4_000 };
const double = { ...single, markers: 2 };

describe('the marks of an essay', () => {
  it.each([
    ['nobody marked it', single, [], null, 1],
    ['one marker is enough', single, [2_500], { points: 2_500, by: 'single' }, 1],
    ['one of two marked it', double, [2_500], null, 2],
    ['two agree', double, [2_500, 2_500], { points: 2_500, by: 'mean' }, 2],
    ['half a thousandth goes to the learner', double, [2_500, 2_501], { points: 2_501, by: 'mean' }, 2],
    ['a gap as wide as allowed', double, [2_000, 3_000], { points: 2_500, by: 'mean' }, 2],
    ['a gap one thousandth wider', double, [2_000, 3_001], null, 3],
    ['the order does not matter for the gap', double, [3_001, 2_000], null, 3],
    ['a third decides alone', double, [0, 4_000, 1_000], { points: 1_000, by: 'decider' }, 3],
    ['no gap is allowed', { ...double, markGapPercent: 0 }, [1, 2], null, 3],
    ['any gap is allowed', { ...double, markGapPercent: 100 }, [0, 4_000], { points: 2_000, by: 'mean' }, 2],
  ] as const)('%s', (_case, rule, marks, settled, needed) => {
    expect(settledEssay(rule, marks)).toEqual(settled);
    expect(marksNeeded(rule, marks)).toBe(needed);
  });

  it('never come to less than the lowest or more than the highest, and always to a whole number', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.integer({ min: 0, max: 100 }), marks, (markers, gap, given) => {
        const rule = { markers, markGapPercent: gap, possiblePoints: 4_000 };
        const settled = settledEssay(rule, given);
        if (settled === null) return expect(given.length).toBeLessThan(marksNeeded(rule, given));
        expect(Number.isInteger(settled.points)).toBe(true);
        expect(settled.points).toBeGreaterThanOrEqual(Math.min(...given));
        expect(settled.points).toBeLessThanOrEqual(Math.max(...given));
      }),
    );
  });
});
