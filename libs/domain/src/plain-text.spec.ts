// Words of a document part: read in order, cut where the difference is.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText, shorten, shortenToDifference } from './plain-text.js';

describe('the words in a part of a document', () => {
  it.each([
    {
      name: 'of rich text are its text nodes',
      value: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mã QR' }] },
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'là gì?', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }],
          },
        ],
      },
      words: 'Mã QR là gì?',
    },
    {
      name: 'of a file are its name',
      value: { hash: 'f'.repeat(64), name: 'phieu.pdf', mediaType: 'application/pdf', bytes: 9 },
      words: 'phieu.pdf',
    },
    { name: 'of a number are its digits', value: 12, words: '12' },
    { name: 'of nothing are none', value: undefined, words: '' },
  ])('$name', ({ value, words }) => {
    expect(plainText(value)).toBe(words);
  });
});

describe('cutting a text', () => {
  it('keeps a short one and marks a long one as cut', () => {
    expect(shorten('Bài 1', 5)).toBe('Bài 1');
    expect(shorten('Bài 10', 5)).toBe('Bài …');
  });

  it('shows the first difference of two long texts', () => {
    const same = 'giống nhau '.repeat(30);
    const { before, after } = shortenToDifference(`${same}cũ`, `${same}mới`, 30);
    expect(before).toBe('…iống nhau cũ');
    expect(after).toBe('…iống nhau mới');
  });

  it('keeps different texts different, within the length, and never breaks a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ế', '😀', ' '), maxLength: 80 });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 9, max: 40 }), (start, one, other, length) => {
        const cut = shortenToDifference(start + one, start + other, length);
        for (const part of [cut.before, cut.after]) {
          expect([...part].length).toBeLessThanOrEqual(length);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(cut.before === cut.after).toBe(one === other);
      }),
    );
  });
});
