// Marks that change what the sheet is worth: revoked, or only a demonstration. Both can be seen at arm's length.
import { certificateWords as words } from '@onetouch/domain';
import { colours } from './colours.js';
import { onDay } from './certificate-words.js';
import { setLine, setPieces, widthOf } from './lettering.js';

type Sheet = PDFKit.PDFDocument;
interface Middle {
  x: number;
  y: number;
}

/** A red stamp across the words, with the day. */
export function stampRevoked(sheet: Sheet, { x, y }: Middle, revokedAt: Date): void {
  const big = { style: 'bold', size: 62, colour: colours.red, spacing: 3 } as const;
  const half = { width: widthOf(sheet, words.revoked, big) / 2 + 26, height: 62 };
  sheet
    .save()
    .rotate(-14, { origin: [x, y] })
    .opacity(0.82);
  sheet.lineWidth(4).strokeColor(colours.red);
  sheet.roundedRect(x - half.width, y - half.height, half.width * 2, half.height * 2, 8).stroke();
  setLine(sheet, words.revoked, { lettering: big, x, baseline: y + 16, align: 'middle' });
  setLine(sheet, onDay(revokedAt), {
    lettering: { style: 'bold', size: 16, colour: colours.red },
    x,
    baseline: y + 45,
    align: 'middle',
  });
  sheet.restore();
}

/** A golden label; `top` is its upper edge. */
export function labelDemonstration(sheet: Sheet, { x, top }: { x: number; top: number }): void {
  const lettering = { style: 'bold', size: 15, colour: colours.darkGold, spacing: 1 } as const;
  const width = widthOf(sheet, words.demonstration, lettering) + 28;
  sheet
    .lineWidth(1.2)
    .roundedRect(x - width / 2, top, width, 27, 6)
    .fillAndStroke(colours.paleGold, colours.darkGold);
  setPieces(sheet, [{ text: words.demonstration, lettering }], { x, baseline: top + 19, align: 'middle' });
}
