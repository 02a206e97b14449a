// Lines of text on the sheet: measured, wrapped, shrunk to fit, and set on a baseline. Knows no certificate.
import { type FontStyle, runsOf } from './fonts.js';

type Sheet = PDFKit.PDFDocument;

export interface Lettering {
  style: FontStyle;
  size: number;
  colour: string;
  /** Extra points between letters. */
  spacing?: number;
}

/** Where a line stands: `x` is its left end, middle or right end. */
export interface Anchor {
  x: number;
  baseline: number;
  align: 'left' | 'middle' | 'right';
}

/** Width in points. */
export function widthOf(
  sheet: Sheet,
  text: string,
  { style, size, spacing = 0 }: Omit<Lettering, 'colour'>,
): number {
  return runsOf(text, style).reduce(
    (width, run) => width + sheet.font(run.font, size).widthOfString(run.text, { characterSpacing: spacing }),
    0,
  );
}

/** Sets one line of pieces, each in its own lettering, as one line. */
export function setPieces(
  sheet: Sheet,
  pieces: { text: string; lettering: Lettering }[],
  anchor: Anchor,
): void {
  const width = pieces.reduce((sum, piece) => sum + widthOf(sheet, piece.text, piece.lettering), 0);
  let x =
    anchor.align === 'left' ? anchor.x : anchor.align === 'middle' ? anchor.x - width / 2 : anchor.x - width;
  for (const { text, lettering } of pieces) {
    const { style, size, colour, spacing = 0 } = lettering;
    for (const run of runsOf(text, style)) {
      sheet.font(run.font, size).fillColor(colour);
      sheet.text(run.text, x, anchor.baseline, {
        baseline: 'alphabetic',
        lineBreak: false,
        characterSpacing: spacing,
      });
      x += sheet.widthOfString(run.text, { characterSpacing: spacing });
    }
  }
}

/** Sets one line. */
export function setLine(
  sheet: Sheet,
  text: string,
  { lettering, ...anchor }: Anchor & { lettering: Lettering },
): void {
  setPieces(sheet, [{ text, lettering }], anchor);
}

export interface Room {
  width: number;
  maxLines: number;
  minSize: number;
}

/** Pieces of a word that is wider than the line by itself. */
function chopped(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && fits(last + character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function wrapped(text: string, fits: (text: string) => boolean): string[] {
  const words = text.split(/\s+/).flatMap((word) => (fits(word) ? [word] : chopped(word, fits)));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, as even as they can be. */
function balanced(
  sheet: Sheet,
  lines: string[],
  { lettering, width }: { lettering: Lettering; width: number },
): string[] {
  const text = lines.join(' ');
  let best = lines;
  for (let narrower = width - 12; narrower > width / 2; narrower -= 12) {
    const tried = wrapped(text, (line) => widthOf(sheet, line, lettering) <= narrower);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

/** Lines and lettering that fit the room: as large as asked for if possible, smaller by half points down to `minSize`. */
export function fitText(
  sheet: Sheet,
  text: string,
  { lettering, ...room }: Room & { lettering: Lettering },
): { lines: string[]; lettering: Lettering } {
  for (let size = lettering.size; ; size -= 0.5) {
    const tried = { ...lettering, size };
    const lines = wrapped(text.trim(), (line) => widthOf(sheet, line, tried) <= room.width);
    if (lines.length > room.maxLines && size > room.minSize) continue;
    return {
      lines: lines.length > 1 ? balanced(sheet, lines, { lettering: tried, width: room.width }) : lines,
      lettering: tried,
    };
  }
}
