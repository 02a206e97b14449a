// Search words in Vietnamese titles: found with or without accents, in either tone placement. Knows no course.
import { foldVietnamese } from '@onetouch/domain';

const notInWords = /[^\p{L}\p{N}]+/u;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Lower-case words of a text, accents kept. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().split(notInWords).filter(Boolean);
}

/** A word with its tone at the end, so that `hoá` and `hóa` are the same. */
function toneLast(word: string): string {
  const parts = word.normalize('NFD');
  return parts.replace(tones, '') + (parts.match(tones) ?? []).join('');
}

/** A text prepared for searching: each of its words after one blank, folded and exact. */
export interface Indexed {
  readonly folded: string;
  readonly exact: string;
}

/** Prepares texts that are searched as one. */
export function index(...texts: string[]): Indexed {
  const words = texts.flatMap(wordsOf);
  const line = (map: (word: string) => string) => words.map((word) => ` ${map(word)}`).join('');
  return { folded: line(foldVietnamese), exact: line(toneLast) };
}

/** What somebody searches for. */
export interface Wanted {
  readonly words: readonly string[];
  /** All words in a row, folded. */
  readonly phrase: string;
  /** All words in a row with their accents; null when none was typed. */
  readonly exact: string | null;
}

/** Reads search words; null when there is no letter and no digit in them. */
export function wanted(query: string): Wanted | null {
  const typed = wordsOf(query);
  if (typed.length === 0) return null;
  const words = typed.map(foldVietnamese);
  const isPlain = typed.every((word, position) => word === words[position]);
  return {
    words,
    phrase: ` ${words.join(' ')}`,
    exact: isPlain ? null : typed.map((word) => ` ${toneLast(word)}`).join(''),
  };
}

/** Whether every word begins a word of the text. */
export function hasAll(text: Indexed, want: Wanted): boolean {
  return want.words.every((word) => text.folded.includes(` ${word}`));
}

/** How near a text that has all words comes: 0 with the same accents in a row, 1 in a row, 2 anywhere. */
export function nearness(text: Indexed, want: Wanted): number {
  if (want.exact !== null && text.exact.includes(want.exact)) return 0;
  return text.folded.includes(want.phrase) ? 1 : 2;
}

/** How a title writes words that were typed without accents: 'dich vu cong' -> 'dịch vụ công'; null when it has no accents to add. */
export function readingIn(title: string, want: Wanted): string | null {
  if (want.exact !== null) return null;
  const words = wordsOf(title);
  const folded = words.map(foldVietnamese);
  const last = want.words.length - 1;
  const fits = (start: number) =>
    want.words.every((word, step) =>
      step < last ? folded[start + step] === word : (folded[start + step] ?? '').startsWith(word),
    );
  const start = words.findIndex((_, position) => fits(position));
  if (start < 0) return null;
  const reading = words.slice(start, start + want.words.length).join(' ');
  return reading === foldVietnamese(reading) ? null : reading;
}
