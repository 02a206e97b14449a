// Be Vietnam Pro for embedding. The published files hold one alphabet each, so a text is cut into runs of one file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.js';

export type FontStyle = 'regular' | 'bold' | 'italic';
type Subset = 'latin' | 'vietnamese' | 'latin-ext';

const require = createRequire(import.meta.url);
const subsets: readonly Subset[] = ['latin', 'vietnamese', 'latin-ext'];
const fileStyles: Record<FontStyle, string> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
};

/** WOFF and not WOFF2, whose repacked outlines cannot be cut into subsets again. */
function readFont(style: FontStyle, subset: Subset): Buffer {
  const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${fileStyles[style]}.woff`;
  return unpackWoff(readFileSync(require.resolve(file)));
}

/** The code points of each file, `U+0000-00FF,U+0131,...`, as its publisher lists them. */
function readRanges(): Record<Subset, [number, number][]> {
  const listed = require('@fontsource/be-vietnam-pro/unicode.json') as Record<Subset, string>;
  const parse = (list: string) =>
    list.split(',').map((range): [number, number] => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
  return {
    latin: parse(listed.latin),
    vietnamese: parse(listed.vietnamese),
    'latin-ext': parse(listed['latin-ext']),
  };
}

interface Library {
  files: ReadonlyMap<string, Buffer>;
  ranges: Record<Subset, [number, number][]>;
}

let library: Library | undefined;

/** Read with the first certificate and kept: half a megabyte. */
function fontLibrary(): Library {
  if (library) return library;
  const files = new Map<string, Buffer>();
  for (const style of Object.keys(fileStyles) as FontStyle[]) {
    for (const subset of subsets) files.set(`${style}-${subset}`, readFont(style, subset));
  }
  library = { files, ranges: readRanges() };
  return library;
}

/** Makes every file known to the document; only those that are used end up in it. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const [name, bytes] of fontLibrary().files) document.registerFont(name, bytes);
}

function subsetOf(character: string): Subset {
  const code = character.codePointAt(0) ?? 0;
  const { ranges } = fontLibrary();
  return subsets.find((subset) => ranges[subset].some(([from, to]) => code >= from && code <= to)) ?? 'latin';
}

export interface Run {
  font: string;
  text: string;
}

/** The text as runs of one font file each, composed (NFC) first. */
export function runsOf(text: string, style: FontStyle): Run[] {
  const runs: Run[] = [];
  for (const character of text.normalize('NFC')) {
    const font = `${style}-${subsetOf(character)}`;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}
