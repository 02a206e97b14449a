// Sets Vietnamese text in the subsets of one typeface: which letter from which file, how wide, where a line breaks.
// Knows pdfkit's measuring and drawing of text, nothing of what a sheet holds.
import { fontFile, subsetOf, subsets } from './fonts.mjs';

const pointsPerDot = 6;
const blank = /^\.{3,}$/;

/** Makes the fonts known to the document, one per weight and subset. */
export function registerFonts(document, weights) {
  for (const weight of weights) {
    for (const subset of subsets)
      document.registerFont(`${subset}-${weight}`, fontFile(subset, weight, 'woff'));
  }
}

/**
 * The lines of a text within a width in points: `[{ pieces: [{ text, width, blank, stretch, font }], height }]`.
 * Three dots or more are a blank to write on; one that stands alone takes the room left over in its line.
 */
export function breakLines(document, text, { size, weight, width, leading }) {
  const words = text
    .split(/(\s+)/)
    .filter(Boolean)
    .map((word) => setWord(document, word, { size, weight }));
  const lines = [[]];
  let used = 0;
  for (const word of words) {
    const isSpace = word.every((piece) => piece.text.trim() === '');
    if (!isSpace && used + widthOf(word) > width && used > 0) {
      lines.push([]);
      used = 0;
    }
    lines[lines.length - 1].push(...word);
    used += widthOf(word);
  }
  return lines.map((pieces) => ({ pieces: stretchBlanks(pieces, width), size, height: size * leading }));
}

/** Draws one line with its baseline at y. */
export function drawLine(document, { pieces, size }, { x, y, colour }) {
  let left = x;
  for (const piece of pieces) {
    if (piece.blank) drawBlank(document, { left, y, width: piece.width });
    else {
      document.font(piece.font).fontSize(size).fillColor(colour);
      document.text(piece.text, left, y, { lineBreak: false, baseline: 'alphabetic' });
    }
    left += piece.width;
  }
}

/** The width of a line in points. */
export function widthOf(pieces) {
  return pieces.reduce((sum, { width }) => sum + width, 0);
}

function setWord(document, word, { size, weight }) {
  return word
    .split(/(\.{3,})/)
    .filter(Boolean)
    .flatMap((part) => {
      if (blank.test(part)) {
        return [
          {
            text: part,
            blank: true,
            stretch: part === word ? part.length : 0,
            width: part.length * pointsPerDot,
          },
        ];
      }
      return runsOf(part).map(({ subset, text }) => {
        const font = `${subset}-${weight}`;
        return { text, font, width: document.font(font).fontSize(size).widthOfString(text) };
      });
    });
}

function runsOf(text) {
  const runs = [];
  for (const letter of text) {
    const subset = subsetOf(letter);
    const last = runs[runs.length - 1];
    if (last?.subset === subset) last.text += letter;
    else runs.push({ subset, text: letter });
  }
  return runs;
}

function stretchBlanks(pieces, width) {
  const shares = pieces.reduce((sum, { stretch = 0 }) => sum + stretch, 0);
  const room = Math.max(0, width - widthOf(pieces));
  if (shares === 0) return pieces;
  return pieces.map((piece) => ({ ...piece, width: piece.width + (room * (piece.stretch ?? 0)) / shares }));
}

function drawBlank(document, { left, y, width }) {
  document.save().lineWidth(0.9).strokeColor('#565044').dash(0.9, { space: 2.2 });
  document
    .moveTo(left, y + 2)
    .lineTo(left + width, y + 2)
    .stroke()
    .undash()
    .restore();
}
