// Any part of a course document as the words that a person would read in it, and short cuts of them. It knows no kinds of blocks.

/** Not words: names of things and of looks. */
const silentKeys: ReadonlySet<string> = new Set([
  'id',
  'type',
  'hash',
  'mediaType',
  'bytes',
  'attrs',
  'marks',
  'mark',
  'tone',
  'kind',
  'correct',
]);

function collectWords(value: unknown, words: string[]): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    words.push(String(value));
  } else if (Array.isArray(value)) {
    for (const item of value) collectWords(item, words);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (!silentKeys.has(key)) collectWords(part, words);
    }
  }
}

/** The words in a value, in their order, with one blank between them. */
export function plainText(value: unknown): string {
  const words: string[] = [];
  collectWords(value, words);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** The beginning of a text, `length` characters at most; an ellipsis shows that it was cut. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** Two texts cut alike, `length` characters at most each, so that the first difference between them can be seen. */
export function shortenToDifference(
  before: string,
  after: string,
  length: number,
): { before: string; after: string } {
  const [one, other] = [[...before], [...after]];
  const same = one.findIndex((character, index) => character !== other[index]);
  const firstDifference = same === -1 ? one.length : same;
  // A third of the room for the words that lead to the difference; nothing is cut off when the beginning shows it anyway.
  const lead = Math.floor(length / 3);
  const start = Math.max(one.length, other.length) <= length ? 0 : Math.max(0, firstDifference - lead);
  const cut = (characters: string[]) =>
    shorten((start > 0 ? '…' : '') + characters.slice(start).join(''), length);
  return { before: cut(one), after: cut(other) };
}
