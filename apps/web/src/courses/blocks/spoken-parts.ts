// What is said when a lesson is read aloud: the words of its blocks in pieces that a voice can manage. Knows no voice.
import type { Block, InlineNode, RichTextNode } from '@onetouch/contract';

const inlineWords = (nodes: readonly InlineNode[] = []) =>
  nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

function nodeParts(node: RichTextNode): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [inlineWords(node.content)];
  return node.content.map((item) => item.content.map(({ content }) => inlineWords(content)).join(' '));
}

/** The pieces of one block: a paragraph, a list item or a step each. Films and answers to checks are left out. */
export function spokenParts(block: Block): string[] {
  const parts = rawParts(block);
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

function rawParts(block: Block): string[] {
  switch (block.type) {
    case 'text':
      return block.doc.content.flatMap(nodeParts);
    case 'image':
      return [block.caption || block.alt];
    case 'video':
    case 'sheet':
      return [block.title];
    case 'check':
      return [block.question.prompt, ...block.question.options.map(({ text }) => text)];
    case 'message':
      return [block.sender, block.parts.map(({ text }) => text).join('')];
    case 'steps':
      return block.items.map(({ title, text }) => `${title}. ${text}`);
    case 'note':
      return [block.text];
  }
}
