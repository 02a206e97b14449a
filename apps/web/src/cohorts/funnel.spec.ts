// Funnels: the parts sum to the whole, and 100 means everybody.
import { describe, expect, it } from '@jest/globals';
import { completedShare, partsOf } from './funnel.js';

describe('a funnel', () => {
  it('is taken apart so that each person counts once', () => {
    const funnel = { enrolled: 3564, started: 3144, completed: 1925, certified: 1800 };
    const parts = partsOf(funnel);
    expect(parts).toEqual({ certified: 1800, completed: 125, learning: 1219, 'not-started': 420 });
    expect(Object.values(parts).reduce((sum, part) => sum + part)).toBe(3564);
  });

  it('is at 100 only when everybody has completed, and at 0 without anybody', () => {
    expect(completedShare({ enrolled: 1000, started: 1000, completed: 999, certified: 0 })).toBe(99);
    expect(completedShare({ enrolled: 3, started: 3, completed: 3, certified: 0 })).toBe(100);
    expect(completedShare({ enrolled: 0, started: 0, completed: 0, certified: 0 })).toBe(0);
  });
});
