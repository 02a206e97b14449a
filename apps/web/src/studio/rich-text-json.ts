// From the editor's JSON to the rich text of the contract, which is closed: what it does not know is left out, its words stay.
import { limits, type InlineNode, type RichText, type RichTextNode } from '@onetouch/contract';

/** What an editor may hand over; nothing about it is believed. */
export interface LooseNode {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: LooseNode[];
}

type TextNode = Extract<InlineNode, { type: 'text' }>;
type Mark = NonNullable<TextNode['marks']>[number];
type Paragraph = Extract<RichTextNode, { type: 'paragraph' }>;
type ListItem = Extract<RichTextNode, { type: 'bulletList' }>['content'][number];

const addressPattern = /^(https:\/\/|mailto:|tel:)[^\s<>"'`\\\p{Cc}\p{Cs}]+$/iu;
const addressLength = 2_000;

/** Whether a text may link there: https, mailto and tel addresses only. */
export function isLinkAddress(address: string): boolean {
  return address.length <= addressLength && addressPattern.test(address);
}

/** Without control characters and broken surrogates. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '');
}

function marksOf(node: LooseNode): Mark[] {
  const byType = new Map(node.marks?.map((mark) => [mark.type, mark]));
  const href = byType.get('link')?.attrs?.['href'];
  return [
    ...(byType.has('bold') ? [{ type: 'bold' as const }] : []),
    ...(byType.has('italic') ? [{ type: 'italic' as const }] : []),
    ...(typeof href === 'string' && isLinkAddress(href) ? [{ type: 'link' as const, attrs: { href } }] : []),
  ];
}

function inlinesOf(nodes: readonly LooseNode[] = []): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (node.type !== 'text') return inlinesOf(node.content);
    const text = cleaned(node.text ?? '');
    const marks = marksOf(node);
    return text ? [{ type: 'text', text, ...(marks.length > 0 && { marks }) }] : [];
  });
}

function withInlines<N extends object>(node: N, inlines: InlineNode[]): N & { content?: InlineNode[] } {
  return inlines.length > 0 ? { ...node, content: inlines } : node;
}

/** The paragraphs in a list item; a list inside it becomes paragraphs, for lists have one level. */
function paragraphsOf(nodes: readonly LooseNode[] = []): Paragraph[] {
  return nodes.flatMap((node): Paragraph[] =>
    node.type === 'paragraph' || node.type === 'heading'
      ? [withInlines({ type: 'paragraph' as const }, inlinesOf(node.content))]
      : paragraphsOf(node.content),
  );
}

function itemsOf(list: LooseNode): ListItem[] {
  return (list.content ?? []).flatMap((item): ListItem[] => {
    const content = paragraphsOf(item.content);
    return content.length > 0 ? [{ type: 'listItem', content }] : [];
  });
}

function nodesOf(node: LooseNode): RichTextNode[] {
  if (node.type === 'paragraph')
    return [withInlines({ type: 'paragraph' as const }, inlinesOf(node.content))];
  if (node.type === 'heading') {
    const level = node.attrs?.['level'] === 3 ? 3 : 2;
    return [withInlines({ type: 'heading' as const, attrs: { level } as const }, inlinesOf(node.content))];
  }
  if (node.type === 'bulletList' || node.type === 'orderedList') {
    const content = itemsOf(node);
    return content.length > 0 ? [{ type: node.type, content }] : [];
  }
  return (node.content ?? []).flatMap(nodesOf);
}

/** The rich text in what the editor holds. */
export function toRichText(loose: LooseNode): RichText {
  return { type: 'doc', content: (loose.content ?? []).flatMap(nodesOf) };
}

/** Why a text could not be saved: it holds more than one text may. */
export function isTooLong(doc: RichText): boolean {
  const inlines = (content: InlineNode[] = []) =>
    content.length > limits.richTextNodes ||
    content.some((node) => node.type === 'text' && node.text.length > limits.inlineTextLength);
  return (
    doc.content.length > limits.richTextNodes ||
    doc.content.some((node) => {
      if (node.type === 'paragraph' || node.type === 'heading') return inlines(node.content);
      if (node.content.length > 100) return true;
      return node.content.some(
        (item) => item.content.length > 20 || item.content.some((one) => inlines(one.content)),
      );
    })
  );
}
