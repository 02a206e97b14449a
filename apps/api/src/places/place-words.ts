// How names of places are compared: people write 'TP.HCM', 'tp hcm', 'Bà Rịa-Vũng Tàu', 'Hoà' and 'Hòa'. Knows no table.
import { foldVietnamese } from '@onetouch/domain';

/** The search key of a name: folded, and dots, dashes and commas count as blanks. */
export function foldPlaceName(name: string): string {
  return foldVietnamese(name)
    .replace(/[.,;|/\-–—]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Both places of the tone mark in oa, oe and uy: old style first, as in 'hòa', then new style, as in 'hoà'. */
const toneStyles = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['ỏe', 'oẻ'],
  ['õe', 'oẽ'],
  ['ọe', 'oẹ'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
] as const;

function restyled(words: string, from: 0 | 1): string {
  const to = from === 0 ? 1 : 0;
  return toneStyles.reduce((text, pair) => text.replaceAll(pair[from], pair[to]), words);
}

/** The words in lower case with their accents, once for each style of tone marks. */
export function accentedSpellings(words: string): string[] {
  const lower = words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return [...new Set([lower, restyled(lower, 0), restyled(lower, 1)])];
}
