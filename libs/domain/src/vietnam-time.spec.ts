// The hours ahead and the zone are two ways to say the same: held together here.
import { describe, expect, it } from '@jest/globals';
import { vietnamHoursAhead, vietnamTimeZone } from './vietnam-time.js';

describe('the clock of Viet Nam', () => {
  it.each(['2026-01-15T00:00:00Z', '2026-07-15T00:00:00Z'])('is as many hours ahead at %s', (time) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: vietnamTimeZone, hour: 'numeric' });
    expect(Number(format.format(new Date(time)))).toBe(vietnamHoursAhead);
  });
});
