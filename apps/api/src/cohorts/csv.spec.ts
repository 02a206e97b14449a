import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.js';

describe('a line of a file for spreadsheets', () => {
  it.each([
    '=1+1',
    '+84912345678',
    '-2',
    '@SUM(A1)',
    '  =1+1',
    '\u3000=1+1',
    '\uff1dHYPERLINK("https://x.vn")',
    '\uff0b1',
    '\uff0d1',
    '\uff20a',
    '\tx',
    '\r=1',
    '\n=1',
  ])('holds no formula, not behind blanks nor in wide letters either: %j', (value) => {
    expect(csvLine(['Tên', value]).replace(/^Tên;"?/, '')).toMatch(/^'/);
  });

  it.each([
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['Lò Thị = Máy', 'Lò Thị = Máy'],
    ['a;b', '"a;b"'],
    ['nói "được"', '"nói ""được"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    [' trước', '" trước"'],
    ['', ''],
  ])('keeps %j as it is, in one cell', (value, cell) => {
    expect(csvLine([1, value])).toBe(`1;${cell}\r\n`);
  });

  it('writes numbers as numbers, also those below zero', () => {
    expect(csvLine([-5, 0, 100])).toBe('-5;0;100\r\n');
  });
});
