// Vietnamese text: folded for search, keyed for sorting, masked for strangers. It knows no language but Vietnamese and no database.

/** Punctuation that word processors put in, as PostgreSQL's `unaccent` writes it. */
const plainPunctuation: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': ',,',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '«': '<<',
  '»': '>>',
};

function oneBlank(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').trim();
}

/**
 * The search key of a text: no marks, đ, Đ and Ð (U+00D0) as d, lower case, all white space (U+00A0 and U+200B too) as one blank.
 * For Vietnamese it equals PostgreSQL's `lower(unaccent(normalize(text, NFC)))` with white space treated the same.
 */
export function foldVietnamese(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .replace(/[‘’‚“”„‐‑–—…«»]/g, (character) => plainPunctuation[character] ?? character);
  return oneBlank(bare.normalize('NFC').toLowerCase());
}

/** The sort key of a person: the last word, by which Vietnamese people are listed, then the whole name. Compare it by the `vi` collation. */
export function lastWordFirst(fullName: string): string {
  const name = oneBlank(fullName.normalize('NFC'));
  return oneBlank(`${name.slice(name.lastIndexOf(' ') + 1)} ${name}`);
}

function initial(word: string): string {
  return `${([...word][0] ?? '').toUpperCase()}.`;
}

/** A name for strangers: `N. V. Bảo` for Nguyễn Văn Bảo. Of a name of one word only the initial is left. */
export function maskName(fullName: string): string {
  const words = oneBlank(fullName.normalize('NFC')).split(' ').filter(Boolean);
  const last = words.pop();
  if (last === undefined) return '';
  return words.length === 0 ? initial(last) : [...words.map(initial), last].join(' ');
}

/** An address for strangers: the first character and the domain, `b***@laocai.gov.vn`; nothing of what is not an address. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${[...email][0] ?? ''}***${email.slice(at)}`;
}

/** A phone number for strangers: `+84 *** *** 678` for +84912345678; nothing of what is not a Vietnamese number in E.164. */
export function maskPhone(phone: string): string {
  return /^\+84\d{9,10}$/.test(phone) ? `+84 *** *** ${phone.slice(-3)}` : '***';
}
