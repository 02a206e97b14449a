// A block of text.
import type { BlockOf } from '@onetouch/contract';
import { RichText } from './rich-text.js';

/** Draws a text block. */
export function TextBlock({ block }: { block: BlockOf<'text'> }) {
  return <RichText doc={block.doc} />;
}
