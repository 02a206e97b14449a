import { describe, expect, it } from '@jest/globals';
import { CheckQuestion, Interval, PageQuery, RichText, SearchWords, text } from './index.js';
import { z } from 'zod';

const paragraph = (inline: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [inline] }] });
const link = (href: string) =>
  paragraph({ type: 'text', text: 'đây', marks: [{ type: 'link', attrs: { href } }] });
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('rich text', () => {
  it('takes paragraphs, headings, lists, bold, italic and safe links', () => {
    expect(
      accepts(
        RichText,
        paragraph({ type: 'text', text: 'Chữ', marks: [{ type: 'bold' }, { type: 'italic' }] }),
      ),
    ).toBe(true);
    for (const href of ['https://dichvucong.gov.vn', 'mailto:a@b.vn', 'tel:113'])
      expect(accepts(RichText, link(href))).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'http://x.vn',
    '//x.vn',
    'https://x.vn/"onclick=',
    'vbscript:x',
    ' https://x.vn',
  ])('refuses the link %s', (href) => expect(accepts(RichText, link(href))).toBe(false));

  it('refuses nodes, marks and attributes that are not on the list', () => {
    expect(accepts(RichText, { type: 'doc', content: [{ type: 'iframe' }] })).toBe(false);
    expect(
      accepts(
        RichText,
        paragraph({ type: 'text', text: 'x', marks: [{ type: 'style', attrs: { css: 'x' } }] }),
      ),
    ).toBe(false);
    expect(
      accepts(RichText, { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] }),
    ).toBe(false);
    expect(accepts(RichText, { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] })).toBe(
      false,
    );
  });
});

describe('a question', () => {
  const options = [
    { id: 'a', text: 'Một' },
    { id: 'b', text: 'Hai' },
  ];
  const question = (wish: object) => ({
    kind: 'single',
    prompt: 'Hỏi?',
    options,
    correct: ['a'],
    explanation: 'Vì.',
    ...wish,
  });

  it.each([
    ['one right option of a single choice', {}, true],
    ['two right options of a single choice', { correct: ['a', 'b'] }, false],
    ['two right options of a multiple choice', { kind: 'multiple', correct: ['a', 'b'] }, true],
    ['a key that is no option', { correct: ['z'] }, false],
    ['the same option twice', { options: [options[0], options[0]] }, false],
    ['no key', { correct: [] }, false],
    [
      'a true/false with three options',
      { kind: 'true-false', options: [...options, { id: 'c', text: 'Ba' }] },
      false,
    ],
  ])('with %s is sound: %#', (_what, wish, isSound) => {
    expect(accepts(CheckQuestion, question(wish))).toBe(isSound);
  });
});

describe('text that people type', () => {
  it('is kept composed, with plain blanks and without outer white space', () => {
    expect(text(20).parse('  Hoa\u0300\u00a0Bi\u0300nh ')).toBe('Hoà Bình');
  });

  it.each(['\u0000', 'a\u0007b', '\ud800', 'x\udc00'])(
    'refuses control characters and broken surrogates: %j',
    (value) => {
      expect(accepts(text(20, 0), value)).toBe(false);
    },
  );

  it('counts its length after cleaning', () => {
    expect(accepts(text(3), '  abc  ')).toBe(true);
    expect(accepts(text(3), 'abcd')).toBe(false);
    expect(accepts(text(3), '   ')).toBe(false);
  });

  it('counts as absent when searched for and empty', () => {
    expect(SearchWords.parse('   ')).toBeUndefined();
  });
});

describe('numbers that cross the wire', () => {
  it('an interval ends after it begins', () => {
    expect(accepts(Interval, [3, 9])).toBe(true);
    for (const wrong of [
      [9, 3],
      [3, 3],
      [-1, 4],
      [0, 1.5],
      [0, 1e9],
    ])
      expect(accepts(Interval, wrong)).toBe(false);
  });

  it('a page size from the address is a whole number within the limit', () => {
    const query = z.object(PageQuery);
    expect(query.parse({ limit: '20' }).limit).toBe(20);
    for (const limit of ['0', '201', '1.5', 'x', '-1']) expect(accepts(query, { limit })).toBe(false);
    expect(accepts(query, { cursor: "'; DROP" })).toBe(false);
  });
});
