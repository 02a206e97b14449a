import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marksNeeded, settledCriteria, settledEssay } from './essay-marks.js';

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

describe('the mark of an essay by criterion', () => {
  const of = (...points: readonly number[]) =>
    points.map((given, place) => ({ criterionId: 'abc'.charAt(place), points: given }));
  it.each([
    ['nobody marked it', single, [], []],
    ['one marker is enough, whoever marks it besides', single, [of(2_000, 500), of(0, 0)], of(2_000, 500)],
    ['one of two marked it', double, [of(2_000, 500)], []],
    ['two count by their mean', double, [of(2_000, 500), of(1_000, 1_000)], of(1_500, 750)],
    ['half a thousandth is there once', double, [of(1_001, 500, 0), of(1_000, 501, 0)], of(1_001, 500, 0)],
    ['two far apart wait for a third', double, [of(0, 0), of(2_000, 2_000)], []],
    ['a third decides alone', double, [of(0, 0), of(2_000, 2_000), of(300, 400)], of(300, 400)],
  ] as const)('%s', (_case, rule, marks, criteria) => {
    expect(settledCriteria(rule, marks)).toEqual(criteria);
  });

  it('finds two marks of a criterion in whichever order they were sent', () => {
    expect(settledCriteria(double, [of(1_000, 2_000), of(1_000, 2_000).toReversed()])).toEqual(
      of(1_000, 2_000),
    );
  });

  it('always sums to the mark, and no criterion leaves what the markers gave for it', () => {
    const mark = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 0, max: 1_300 })));
    const marks = fc.array(mark, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.integer({ min: 0, max: 100 }), marks, (markers, gap, given) => {
        const rule = { markers, markGapPercent: gap, possiblePoints: 4_000 };
        const sums = given.map((points) => points.reduce((sum, one) => sum + one, 0));
        const criteria = settledCriteria(
          rule,
          given.map((points) => of(...points)),
        );
        expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBe(
          settledEssay(rule, sums)?.points ?? 0,
        );
        for (const [place, { points }] of criteria.entries()) {
          const all = given.map((mark) => mark[place] ?? 0);
          expect(points).toBeGreaterThanOrEqual(Math.min(...all));
          expect(points).toBeLessThanOrEqual(Math.max(...all));
        }
      }),
    );
  });
});
