// Markdown between the special blocks as closed rich text. Whatever the contract does not know is refused, not dropped.
import type { InlineNode, RichTextNode } from '@onetouch/contract';
import type { Token, Tokens } from 'marked';
import { ContentError, type Place } from './content-error.js';

type Mark = NonNullable<Extract<InlineNode, { type: 'text' }>['marks']>[number];
type Paragraph = Extract<RichTextNode, { type: 'paragraph' }>;

const sameMarks = (one: InlineNode, other: InlineNode) =>
  one.type === 'text' && other.type === 'text' && JSON.stringify(one.marks) === JSON.stringify(other.marks);

/** Neighbours with the same marks as one text, as an editor would write them. */
function joined(nodes: InlineNode[]): InlineNode[] {
  const result: InlineNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) last.text += node.text;
    else result.push({ ...node });
  }
  return result;
}

function textNode(text: string, marks: Mark[]): InlineNode[] {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line === '' ? [] : [{ type: 'text', text: line, ...(marks.length > 0 ? { marks } : {}) }];
}

function inline(token: Token, marks: Mark[], place: Place): InlineNode[] {
  const children = (more: Mark[]) =>
    ((token as { tokens?: Token[] }).tokens ?? []).flatMap((child) =>
      inline(child, [...marks, ...more], place),
    );
  switch (token.type) {
    case 'text':
      return (token as Tokens.Text).tokens ? children([]) : textNode((token as Tokens.Text).text, marks);
    case 'escape':
      return textNode((token as Tokens.Escape).text, marks);
    case 'strong':
      return children([{ type: 'bold' }]);
    case 'em':
      return children([{ type: 'italic' }]);
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'link':
      // An address that merely stands in the text, such as one of a swindler, is no link.
      return token.raw.startsWith('[')
        ? children([{ type: 'link', attrs: { href: (token as Tokens.Link).href } }])
        : textNode(token.raw, marks);
    default:
      throw new ContentError(place, `'${token.raw.trim()}' is no text, bold, italic or link`);
  }
}

function inlines(tokens: Token[] | undefined, place: Place): { content?: InlineNode[] } {
  const content = joined((tokens ?? []).flatMap((token) => inline(token, [], place)));
  return content.length > 0 ? { content } : {};
}

function listItem(item: Tokens.ListItem, place: Place) {
  if (item.task) throw new ContentError(place, 'lists have no boxes to tick');
  const parts = item.tokens.filter((token) => token.type !== 'space');
  const content = parts.map((token): Paragraph => {
    if (token.type !== 'text' && token.type !== 'paragraph')
      throw new ContentError(place, `a list holds no ${token.type}`);
    return { type: 'paragraph', ...inlines((token as Tokens.Paragraph).tokens, place) };
  });
  return { type: 'listItem' as const, content };
}

function list(token: Tokens.List, place: Place): RichTextNode {
  if (token.ordered && token.start !== 1) throw new ContentError(place, 'a numbered list begins with 1');
  let line = place.line;
  const content = token.items.map((item) => {
    const node = listItem(item, { file: place.file, line });
    line += item.raw.split('\n').length - 1;
    return node;
  });
  return { type: token.ordered ? 'orderedList' : 'bulletList', content };
}

/** One block of Markdown as rich text; tables, HTML, code, quotes and deeper headings are refused. */
export function richTextNode(token: Token, place: Place): RichTextNode {
  switch (token.type) {
    case 'paragraph':
      return { type: 'paragraph', ...inlines((token as Tokens.Paragraph).tokens, place) };
    case 'heading': {
      const level = (token as Tokens.Heading).depth;
      if (level !== 2 && level !== 3) throw new ContentError(place, 'headings are ## or ###');
      return { type: 'heading', attrs: { level }, ...inlines((token as Tokens.Heading).tokens, place) };
    }
    case 'list':
      return list(token as Tokens.List, place);
    default:
      throw new ContentError(place, `a lesson holds no ${token.type}`);
  }
}
