// Typed days: as people write them, and the ones that do not exist.
import { describe, expect, it } from '@jest/globals';
import { daysBetween, endOf, parseDay, startOf } from './typed-date.js';

const day = { year: 2026, month: 11, day: 21 };

describe('a typed day', () => {
  it.each(['21/11/2026', ' 21-11-2026 ', '21.11.2026', '21 11 2026', '21112026', '21 / 11 / 2026'])(
    '%p is 21 November 2026',
    (text) => expect(parseDay(text)).toEqual(day),
  );

  it.each([
    ['', { kind: 'no-date' }],
    ['21/11', { kind: 'no-date' }],
    ['21/11/26', { kind: 'no-date' }],
    ['2026-11-21', { kind: 'no-date' }],
    ['21/11/1926', { kind: 'no-date' }],
    ['21/13/2026', { kind: 'no-such-month', month: 13 }],
    ['31/02/2026', { kind: 'no-such-day', month: 2, day: 31 }],
    ['29/02/2027', { kind: 'no-such-day', month: 2, day: 29 }],
    ['00/11/2026', { kind: 'no-such-day', month: 11, day: 0 }],
  ])('%p is refused as %p', (text, fault) => expect(parseDay(text)).toEqual(fault));

  it('of a leap year has 29 February', () => {
    expect(parseDay('29/02/2028')).toEqual({ year: 2028, month: 2, day: 29 });
  });

  it('begins and ends at midnight in Viet Nam', () => {
    expect(startOf(day)).toBe('2026-11-20T17:00:00.000Z');
    expect(endOf(day)).toBe('2026-11-21T16:59:59.999Z');
  });
});

describe('days that are left', () => {
  it('are counted by midnights in Viet Nam', () => {
    const evening = new Date('2026-11-21T16:30:00Z');
    expect(daysBetween(evening, new Date('2026-11-21T16:59:59.999Z'))).toBe(0);
    expect(daysBetween(evening, new Date('2026-11-21T17:00:00Z'))).toBe(1);
  });
});
