// Names as kept. Knows no noun.

/** A name on one line, with single blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
