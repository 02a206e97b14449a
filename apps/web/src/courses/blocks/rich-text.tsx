// Rich text of the contract drawn as elements. It is JSON all the way: there is no HTML to trust.
import type { InlineNode, RichText as RichTextDocument, RichTextNode } from '@onetouch/contract';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { breakable } from './long-words.js';
import styles from './rich-text.module.css';

type TextNode = Extract<InlineNode, { type: 'text' }>;
type TextMark = NonNullable<TextNode['marks']>[number];

/** Paragraphs, headings and lists of one text block. */
export function RichText({ doc }: { doc: RichTextDocument }) {
  return <div className={styles['text']}>{doc.content.map((node, index) => drawNode(node, index))}</div>;
}

// A document never changes while it is shown, so the place of a node is its key.
function drawNode(node: RichTextNode, key: number): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{drawInlines(node.content)}</p>;
    case 'heading':
      return node.attrs.level === 2 ? (
        <h2 key={key}>{drawInlines(node.content)}</h2>
      ) : (
        <h3 key={key}>{drawInlines(node.content)}</h3>
      );
    case 'bulletList':
      return <ul key={key}>{drawItems(node)}</ul>;
    case 'orderedList':
      return <ol key={key}>{drawItems(node)}</ol>;
  }
}

function drawItems(list: Extract<RichTextNode, { type: 'bulletList' | 'orderedList' }>): ReactNode {
  return list.content.map((item, index) => (
    <li key={index}>{item.content.map((paragraph, inner) => drawNode(paragraph, inner))}</li>
  ));
}

function drawInlines(nodes: readonly InlineNode[] = []): ReactNode {
  return nodes.map((node, index) =>
    node.type === 'hardBreak' ? (
      <br key={index} />
    ) : (
      <Fragment key={index}>{(node.marks ?? []).reduceRight(drawMark, breakable(node.text))}</Fragment>
    ),
  );
}

function drawMark(children: ReactNode, mark: TextMark): ReactNode {
  if (mark.type === 'bold') return <strong>{children}</strong>;
  if (mark.type === 'italic') return <em>{children}</em>;
  return <TextLink href={mark.attrs.href}>{children}</TextLink>;
}

/** Web pages open beside the lesson, so that the place in it is not lost; phone numbers and letters open their own programs. */
function TextLink({ href, children }: { href: string; children: ReactNode }) {
  const { t } = useTranslation('blocks');
  if (!/^https:/i.test(href)) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <VisuallyHidden> {t('opensBeside')}</VisuallyHidden>
    </a>
  );
}
