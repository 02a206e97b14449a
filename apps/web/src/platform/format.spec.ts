// Numbers and times as people in Viet Nam write them.
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  formatBytes,
  formatDate,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatPhone,
  formatTime,
  formatTimeExact,
  formatWhen,
} from './format.js';
import { chooseLocale, startWords } from './i18n.js';

describe('formats', () => {
  beforeAll(startWords);

  it('write Vietnamese numbers with a comma and English ones with a point', async () => {
    await chooseLocale('vi');
    expect([formatBytes(2_100_000), formatNumber(12_480), formatPercent(54)]).toEqual([
      '2,1 MB',
      '12.480',
      '54%',
    ]);
    await chooseLocale('en');
    expect([formatBytes(2_100_000), formatNumber(12_480)]).toEqual(['2.1 MB', '12,480']);
  });

  it.each([
    [0, '0 KB'],
    [12, '0,1 KB'],
    [600, '0,6 KB'],
    [9_949, '9,9 KB'],
    [412_000, '412 KB'],
    [999_400, '999 KB'],
    [999_600, '1 MB'],
    [3_000_000, '3 MB'],
    [152_400_000, '152 MB'],
  ])('write %d bytes as %s', async (bytes, text) => {
    await chooseLocale('vi');
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [45, '45 phút', '45 min'],
    [60, '1 giờ', '1 h'],
    [65, '1 giờ 05', '1 h 5 min'],
    [70, '1 giờ 10', '1 h 10 min'],
  ])('write %d minutes as %s', async (minutes, vi, en) => {
    await chooseLocale('vi');
    expect(formatMinutes(minutes)).toBe(vi);
    await chooseLocale('en');
    expect(formatMinutes(minutes)).toBe(en);
  });

  it('give the time of Viet Nam wherever the device is', () => {
    const moment = '2026-11-20T17:05:09.000Z';
    expect([formatDate(moment), formatTime(moment), formatTimeExact(moment)]).toEqual([
      '21/11/2026',
      '00:05',
      '00:05:09',
    ]);
  });

  it('write a number of this country as its owner does, and leave others alone', () => {
    expect(['+84912345679', '+85620123456'].map(formatPhone)).toEqual(['0912 345 679', '+85620123456']);
  });

  it('leave out the date for today', () => {
    const now = new Date('2026-11-21T08:00:00.000Z');
    expect(formatWhen('2026-11-21T02:41:00.000Z', now)).toBe('09:41');
    expect(formatWhen('2026-11-20T02:41:00.000Z', now)).toBe('09:41, 20/11/2026');
  });
});
