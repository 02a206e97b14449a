// Times of day as people type them, and the moments that they mean in Viet Nam.
import { describe, expect, it } from '@jest/globals';
import { momentOf, parseTime } from './typed-time.js';

describe('a typed time', () => {
  it.each([
    ['08:00', 480],
    ['8h30', 510],
    ['8 giờ 30', 510],
    ['0730', 450],
    ['13.05', 785],
    ['7', 420],
    ['23:59', 1439],
  ])('%s is read', (text, minutes) => expect(parseTime(text)).toBe(minutes));

  it.each(['24:00', '8:60', '', 'sáng', '123456'])('%s is none', (text) =>
    expect(parseTime(text)).toBeNull(),
  );

  it('with a day is a moment in Viet Nam', () => {
    expect(momentOf('28/11/2026', '08:00')?.toISOString()).toBe('2026-11-28T01:00:00.000Z');
    expect(momentOf('28/11/2026', '06:30')?.toISOString()).toBe('2026-11-27T23:30:00.000Z');
    expect(momentOf('31/02/2026', '08:00')).toBeNull();
  });
});
