// A QR code as vectors: one rectangle for each run of dark modules, on white, with four modules of quiet around.
import { encode } from 'uqr';
import { colours } from './colours.js';

const millimetre = 72 / 25.4;
/** Edge of the code itself, without its quiet zone. */
const qrEdge = 35 * millimetre;
const quietModules = 4;

/** Dark (true) and light modules by row, without a quiet zone. Level M: a quarter of a stain is survived and the modules stay large. */
export function qrModules(content: string): boolean[][] {
  return encode(content, { ecc: 'M', border: 0 }).data;
}

/** Runs of dark modules: row, first column, how many. */
export function darkRuns(modules: boolean[][]): { row: number; column: number; length: number }[] {
  return modules.flatMap((line, row) => {
    const runs: { row: number; column: number; length: number }[] = [];
    line.forEach((isDark, column) => {
      const last = runs.at(-1);
      if (!isDark) return;
      if (last && last.column + last.length === column) last.length += 1;
      else runs.push({ row, column, length: 1 });
    });
    return runs;
  });
}

/** How wide the white ground of that content is. */
export function qrGroundEdge(content: string): number {
  return qrEdge * (1 + (2 * quietModules) / qrModules(content).length);
}

/** Draws the code with the upper left corner of its quiet zone at (x, y). */
export function drawQrCode(
  sheet: PDFKit.PDFDocument,
  content: string,
  { x, y }: { x: number; y: number },
): void {
  const modules = qrModules(content);
  const module = qrEdge / modules.length;
  const ground = qrGroundEdge(content);
  sheet.rect(x, y, ground, ground).fill('#FFFFFF');
  sheet.lineWidth(0.75).rect(x, y, ground, ground).stroke(colours.indigoLine);
  for (const { row, column, length } of darkRuns(modules)) {
    sheet.rect(
      x + (quietModules + column) * module,
      y + (quietModules + row) * module,
      length * module,
      module,
    );
  }
  sheet.fill(colours.deepIndigo);
}
