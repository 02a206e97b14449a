// Whatever an editor or the clipboard brings, what is kept is the rich text of the contract, with all its words.
import { describe, expect, it } from '@jest/globals';
import { RichText } from '@onetouch/contract';
import fc from 'fast-check';
import { isLinkAddress, toRichText, type LooseNode } from './rich-text-json.js';

const { node } = fc.letrec<{ node: LooseNode }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom(
        'doc',
        'paragraph',
        'heading',
        'bulletList',
        'orderedList',
        'listItem',
        'blockquote',
        'text',
        'hardBreak',
        'image',
      ),
      text: fc.oneof(fc.string(), fc.constantFrom('\u0000', '\ud800', 'Xin chào')),
      attrs: fc.record({ level: fc.integer({ min: 0, max: 6 }), start: fc.integer() }),
      marks: fc.array(
        fc.constantFrom(
          { type: 'bold' },
          { type: 'italic' },
          { type: 'strike' },
          { type: 'link', attrs: { href: 'https://dichvucong.gov.vn', target: '_blank' } },
          { type: 'link', attrs: { href: 'javascript:alert(1)' } },
        ),
      ),
      content: fc.array(tie('node') as fc.Arbitrary<LooseNode>, { maxLength: 4 }),
    },
    { requiredKeys: ['type'] },
  ),
}));
const text = (words: string, ...marks: LooseNode['marks'] & object) => ({ type: 'text', text: words, marks });
const paragraph = (...content: LooseNode[]) => ({ type: 'paragraph', content });

describe('rich text from an editor', () => {
  it('is always what the contract takes', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (content) => {
        expect(RichText.safeParse(toRichText({ type: 'doc', content })).error).toBeUndefined();
      }),
    );
  });

  it('keeps what it is given when that is rich text already', () => {
    const doc: RichText = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Xem đuôi' }] },
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'hardBreak' }] }] }],
        },
      ],
    };
    expect(toRichText(doc as LooseNode)).toEqual(doc);
  });

  it('leaves out looks and unsafe links, and keeps the words', () => {
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    const quote = { type: 'blockquote', content: [paragraph(text('Bấm vào đây', { type: 'strike' }, link))] };
    expect(toRichText({ type: 'doc', content: [quote] })).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bấm vào đây' }] }],
    });
  });

  it('makes a list in a list paragraphs of its item', () => {
    const item = (...content: LooseNode[]) => ({ type: 'listItem', content });
    const inner = { type: 'bulletList', content: [item(paragraph(text('trong')))] };
    const list = { type: 'bulletList', content: [item(paragraph(text('ngoài')), inner)] };
    const paragraphs = toRichText({ type: 'doc', content: [list] }).content.flatMap((one) =>
      one.type === 'bulletList' ? one.content[0]?.content : [],
    );
    expect(paragraphs).toHaveLength(2);
  });

  it.each(['https://dichvucong.gov.vn/a?b=c', 'mailto:hoi@example.vn', 'tel:156'])(
    'links to %s',
    (address) => {
      expect(isLinkAddress(address)).toBe(true);
    },
  );

  it.each(['http://example.vn', 'javascript:alert(1)', 'https://a b', 'https://a"b', '/trong-trang', ''])(
    'does not link to %j',
    (address) => {
      expect(isLinkAddress(address)).toBe(false);
    },
  );
});
