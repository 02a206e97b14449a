// The paper of a certificate: official dates and durations as people read them.
import { describe, expect, it } from '@jest/globals';
import { durationWords, placeAndDate } from './certificate-sheet.js';

describe('the paper of a certificate', () => {
  it.each([
    [45, '45 phút'],
    [60, '1 giờ'],
    [70, '1 giờ 10 phút'],
  ])('says %i minutes as %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });

  it.each([
    [{ year: 2026, month: 2, day: 3 }, 'Lào Cai, ngày 03 tháng 02 năm 2026'],
    [{ year: 2026, month: 3, day: 9 }, 'Lào Cai, ngày 09 tháng 3 năm 2026'],
    [{ year: 2026, month: 10, day: 10 }, 'Lào Cai, ngày 10 tháng 10 năm 2026'],
  ])('writes a zero before days below ten and before January and February: %j', (on, words) => {
    expect(placeAndDate('Lào Cai', on)).toBe(words);
  });
});
