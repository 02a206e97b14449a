// Where the searched words stand in a title, accents and tone placement aside. Pure.
import { foldVietnamese } from '@onetouch/domain';

export interface TitlePart {
  text: string;
  isFound: boolean;
}
interface Word {
  from: number;
  to: number;
  folded: string;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    folded: foldVietnamese(word),
  }));
}

/** Words in a row: all the same but the last one, which may only have begun. */
function phraseAt(words: readonly Word[], wanted: readonly string[]): [number, number][] {
  const last = wanted.length - 1;
  const fits = (start: number) =>
    wanted.every((word, step) => {
      const found = words[start + step]?.folded ?? '';
      return step < last ? found === word : found.startsWith(word);
    });
  return words.flatMap(({ from }, start): [number, number][] => {
    const end = words[start + last];
    return end && fits(start) ? [[from, end.to]] : [];
  });
}

/** Every word by itself, but only where all of them stand: one of several says nothing. */
function eachWordAt(words: readonly Word[], wanted: readonly string[]): [number, number][] {
  const isThere = (word: string) => words.some(({ folded }) => folded.startsWith(word));
  if (!wanted.every(isThere)) return [];
  return words
    .filter(({ folded }) => wanted.some((word) => folded.startsWith(word)))
    .map(({ from, to }) => [from, to]);
}

/** The title in pieces that put together are the title again; found ones in a row, else each word by itself. */
export function markFound(title: string, query: string): TitlePart[] {
  const text = title.normalize('NFC');
  const wanted = wordsIn(query.normalize('NFC')).map(({ folded }) => folded);
  if (wanted.length === 0) return [{ text, isFound: false }];
  const words = wordsIn(text);
  const phrase = phraseAt(words, wanted);
  const places = phrase.length > 0 ? phrase : eachWordAt(words, wanted);
  const parts: TitlePart[] = [];
  let at = 0;
  for (const [from, to] of places) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isFound: false });
    parts.push({ text: text.slice(from, to), isFound: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isFound: false });
  return parts;
}

/** Search begins with two letters. */
export function isEnough(words: string): boolean {
  return (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2;
}
