// The wait of a sitting is within the spread, always the same, and spreads a rush evenly.
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { startWaitMs } from './start-spread.js';

describe('the wait before asking for the key', () => {
  it('is within the spread, whole, and always the same', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 120 }), (id, spread) => {
        const wait = startWaitMs(id, spread);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(spread * 1_000);
        expect(startWaitMs(id, spread)).toBe(wait);
      }),
    );
  });

  it('spreads 3,600 candidates over 20 seconds about evenly', () => {
    const seconds = Array.from({ length: 3_600 }, (_, index) =>
      Math.floor(startWaitMs(`0198f2c4-0000-7000-8000-${String(index).padStart(12, '0')}`, 20) / 1_000),
    );
    const counts = Array.from({ length: 20 }, (_, second) => seconds.filter((one) => one === second).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3_600);
    expect(Math.min(...counts)).toBeGreaterThan(130);
    expect(Math.max(...counts)).toBeLessThan(230);
  });
});
