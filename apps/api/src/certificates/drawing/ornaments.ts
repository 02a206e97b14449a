// What is drawn and not written: the band of cement tiles, the frame, the shadow of the mark. Vectors only.
import { colours } from './colours.js';

type Sheet = PDFKit.PDFDocument;

/** The `hoa` tile on 48 units: four petals from the middle to the corners. */
const petals =
  'M24 24A24 24 0 0 0 0 0A24 24 0 0 0 24 24A24 24 0 0 0 48 0A24 24 0 0 0 24 24A24 24 0 0 0 48 48A24 24 0 0 0 24 24A24 24 0 0 0 0 48A24 24 0 0 0 24 24Z';
const seeds: readonly [number, number][] = [
  [4, 24],
  [44, 24],
  [24, 4],
  [24, 44],
];
const tilesDown = 15;
const tilesAcross = 2;
const goldWidth = 4.5;

/** Right edge of band and gold line on a sheet of that height. */
export function bandWidth(height: number): number {
  return (height / tilesDown) * tilesAcross + goldWidth;
}

function drawTile(sheet: Sheet): void {
  sheet.path(petals).fill(colours.paleIndigo);
  for (const [x, y] of seeds) sheet.circle(x, y, 3.25).fill(colours.midIndigo);
  sheet.circle(24, 24, 4).fill(colours.gold);
}

/** The left edge: tiles from top to bottom and a gold line. */
export function drawBand(sheet: Sheet, height: number): void {
  const edge = height / tilesDown;
  sheet.rect(0, 0, edge * tilesAcross, height).fill(colours.indigo);
  for (let row = 0; row < tilesDown; row += 1) {
    for (let column = 0; column < tilesAcross; column += 1) {
      sheet
        .save()
        .translate(column * edge, row * edge)
        .scale(edge / 48);
      drawTile(sheet);
      sheet.restore();
    }
  }
  sheet.rect(edge * tilesAcross, 0, goldWidth, height).fill(colours.gold);
}

/** The four petals of the mark on 32 units; the last one is lit. */
const markPetals = [
  'M15.4 15.4C9.6 15.4 6 11.8 6 6c5.8 0 9.4 3.6 9.4 9.4Z',
  'M16.6 15.4C16.6 9.6 20.2 6 26 6c0 5.8-3.6 9.4-9.4 9.4Z',
  'M15.4 16.6C15.4 22.4 11.8 26 6 26c0-5.8 3.6-9.4 9.4-9.4Z',
];
const litPetal = 'M16.6 16.6c5.8 0 9.4 3.6 9.4 9.4-5.8 0-9.4-3.6-9.4-9.4Z';

interface MarkWish {
  x: number;
  y: number;
  size: number;
  petal: string;
  lit: string;
  ground?: string;
}

/** The mark with its middle at (x, y). */
export function drawMark(sheet: Sheet, { x, y, size, petal, lit, ground }: MarkWish): void {
  sheet
    .save()
    .translate(x - size / 2, y - size / 2)
    .scale(size / 32);
  if (ground) sheet.roundedRect(0, 0, 32, 32, 7).fill(ground);
  for (const path of markPetals) sheet.path(path).fill(petal);
  sheet.path(litPetal).fill(lit);
  sheet.restore();
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A thin frame, open at the corners, where a small mark stands. */
export function drawFrame(sheet: Sheet, { left, top, right, bottom }: Box): void {
  const gap = 7;
  sheet.lineWidth(0.75).strokeColor(colours.indigoLine);
  for (const y of [top, bottom])
    sheet
      .moveTo(left + gap, y)
      .lineTo(right - gap, y)
      .stroke();
  for (const x of [left, right])
    sheet
      .moveTo(x, top + gap)
      .lineTo(x, bottom - gap)
      .stroke();
  for (const x of [left, right]) {
    for (const y of [top, bottom])
      drawMark(sheet, { x, y, size: 15, petal: colours.indigo, lit: colours.gold });
  }
}

/** The mark as a pale shadow behind the words. */
export function drawShadow(sheet: Sheet, middle: { x: number; y: number }): void {
  drawMark(sheet, { ...middle, size: 398, petal: colours.shadowPetal, lit: colours.goldPetal });
}
