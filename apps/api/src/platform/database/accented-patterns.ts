// Words with their accents as LIKE patterns, so that an exact hit can be ranked first. Knows no table.
import { escapeLike } from './search-pattern.js';

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

function accentedSpellings(words: string): string[] {
  const lower = words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return [...new Set([lower, restyled(lower, 0), restyled(lower, 1)])];
}

/**
 * The patterns that find the words with exactly these accents, in either style of tone marks; for a text in lower case. No words
 * match everything.
 */
export function accentedPatterns(words: string | undefined): string[] {
  return accentedSpellings(words ?? '').map((spelling) => `%${escapeLike(spelling)}%`);
}
