// Where the letters of Be Vietnam Pro lie in node_modules, cut into subsets. Knows no page and no film.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'));
const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));

/** The subsets that Vietnamese needs, the first that has a letter wins. */
export const subsets = ['latin', 'vietnamese'];

const codePoints = Object.fromEntries(
  subsets.map((subset) => [
    subset,
    ranges[subset].split(',').map((range) => {
      const [first, last = first] = range.replace('U+', '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    }),
  ]),
);

/** The path of one font file; pdfkit takes `woff`, browsers the lighter `woff2`. */
export function fontFile(subset, weight, extension) {
  return join(folder, 'files', `be-vietnam-pro-${subset}-${weight}-normal.${extension}`);
}

/** The subset that holds this letter; refuses a letter that neither holds, because it would print as an empty box. */
export function subsetOf(letter) {
  const code = letter.codePointAt(0);
  const found = subsets.find((subset) =>
    codePoints[subset].some(([first, last]) => code >= first && code <= last),
  );
  if (!found) throw new Refusal(`Be Vietnam Pro has no letter '${letter}' (U+${code.toString(16)}).`);
  return found;
}

/** `@font-face` rules with the files inlined, for a page that may load nothing. */
export function fontFaces(weights) {
  return weights.flatMap((weight) => subsets.map((subset) => fontFace(subset, weight))).join('\n');
}

function fontFace(subset, weight) {
  const data = readFileSync(fontFile(subset, weight, 'woff2')).toString('base64');
  return `@font-face { font-family: 'Be Vietnam Pro'; font-weight: ${weight}; unicode-range: ${ranges[subset]};
    src: url(data:font/woff2;base64,${data}) format('woff2'); }`;
}
