import { describe, expect, it } from '@jest/globals';
import { hasAll, index, nearness, readingIn, wanted, type Wanted } from './words.js';

function want(query: string): Wanted {
  const read = wanted(query);
  if (!read) throw new Error(`${query} holds no words`);
  return read;
}

describe('search words', () => {
  it.each([
    ['hoa don', true],
    ['HOÁ ĐƠN', true],
    ['đơn hóa', true],
    ['ho don', true],
    ['oa don', false],
    ['hoa dơn xanh', false],
  ])('%s in "Hóa đơn điện tử": %s', (query, expected) => {
    expect(hasAll(index('Hóa đơn điện tử'), want(query))).toBe(expected);
  });

  it('stand nearest with the same accents, wherever the tone is placed', () => {
    const title = index('Hóa đơn điện tử');
    expect(
      [want('hoá đơn'), want('hoa don'), want('hòa đơn'), want('don hoa')].map((one) => nearness(title, one)),
    ).toEqual([0, 1, 1, 2]);
  });

  it('are none when no letter and no digit was typed', () => {
    expect(['', '  ', '%_', '...'].map(wanted)).toEqual([null, null, null, null]);
  });
});

describe('the reading of words typed without accents', () => {
  it.each([
    ['dich vu cong', 'Nộp hồ sơ Dịch vụ công', 'dịch vụ công'],
    ['ma otp', 'Mật khẩu và mã OTP', 'mã otp'],
    ['dich vu co', 'Dịch vụ công', 'dịch vụ công'],
    ['dịch vu', 'Dịch vụ công', null],
    ['cong dich', 'Dịch vụ công', null],
    ['otp', 'Mã OTP', null],
    ['ich vu', 'Dịch vụ công', null],
  ])('%s in "%s" is %s', (query, title, expected) => {
    expect(readingIn(title, want(query))).toBe(expected);
  });
});
