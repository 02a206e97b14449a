// Addresses that do not fit a line break after a dot, a slash or a dash: lessons teach to read the end of an address, so it
// must not be torn in the middle of a word.
import { Fragment, type ReactNode } from 'react';

const longWord = /[^\s]{18,}/;

/** The text with places where a long word may break; short texts come back as they are. */
export function breakable(text: string): ReactNode {
  if (!longWord.test(text)) return text;
  const pieces = text.split(/(?<=[^\s./-]{2}[./-])(?=[^\s./-]{2})/);
  return pieces.map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
