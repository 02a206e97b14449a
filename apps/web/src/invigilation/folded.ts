// Words compared as people type them: without accents, small, and with one blank between.

/** `Phòng  Đọc 1` as `phong doc 1`. */
export function folded(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether every typed word begins a word of the texts. */
export function isFound(typed: string, texts: (string | undefined)[]): boolean {
  const all = ` ${folded(texts.filter(Boolean).join(' '))}`;
  return folded(typed)
    .split(' ')
    .every((word) => all.includes(` ${word}`));
}
