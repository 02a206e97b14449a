import { describe, expect, it } from '@jest/globals';
import { isEnough, markFound } from './found-words.js';

const marked = (title: string, query: string) =>
  markFound(title, query)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('');

describe('found words in a title', () => {
  it.each([
    ['Nộp hồ sơ dịch vụ công trực tuyến', 'dich vu cong', 'Nộp hồ sơ [dịch vụ công] trực tuyến'],
    ['Dịch vụ công', 'DỊCH VỤ', '[Dịch vụ] công'],
    ['Thanh toán và hóa đơn', 'hoá đơn', 'Thanh toán và [hóa đơn]'],
    ['Đặt hàng an toàn', 'dat hang', '[Đặt hàng] an toàn'],
    ['Dịch vụ công', 'dich vu co', '[Dịch vụ công]'],
  ])('in "%s" for "%s" are marked: accents and tone placement aside', (title, query, expected) => {
    expect(marked(title, query)).toBe(expected);
  });

  it('stand by themselves when they are not in a row', () => {
    expect(marked('Công việc và dịch bệnh', 'dich cong')).toBe('[Công] việc và [dịch] bệnh');
  });

  it('are not marked where only some of them stand', () => {
    expect(marked('Chuyển đổi số', 'ho so')).toBe('Chuyển đổi số');
  });

  it('are marked at every place, and the pieces put together are the title', () => {
    const title = 'Hồ sơ, và lại hồ sơ!';
    expect(marked(title, 'ho so')).toBe('[Hồ sơ], và lại [hồ sơ]!');
    expect(
      markFound(title.normalize('NFD'), 'so')
        .map(({ text }) => text)
        .join(''),
    ).toBe(title);
  });

  it('are none for signs that are no words', () => {
    expect(marked('Mã QR', '"(%')).toBe('Mã QR');
  });
});

describe('searching', () => {
  it.each([
    ['', false],
    ['a', false],
    [' á ', false],
    ['ho', true],
    ['4G', true],
    ['%%', false],
  ])('with "%s" begins: %s', (typed, begins) => {
    expect(isEnough(typed)).toBe(begins);
  });
});
