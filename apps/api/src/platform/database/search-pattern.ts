// Words that people search for, as a LIKE pattern on a folded key. Knows no table.
import { foldVietnamese } from '@onetouch/domain';

/** Words that mean themselves inside a LIKE pattern. */
export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}

/** The pattern that finds the folded words anywhere in a search key; null for no words. */
export function searchPattern(words: string | undefined): string | null {
  const folded = words === undefined ? '' : foldVietnamese(words);
  return folded === '' ? null : `%${escapeLike(folded)}%`;
}
