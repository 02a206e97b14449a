// The two languages say the same things: equal keys, equal blanks to fill, nothing left empty, nothing that nobody shows.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('./', import.meta.url);
const files = readdirSync(new URL('vi/', folder));
const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')) as Record<string, unknown>;

function flatten(words: Record<string, unknown>, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value as Record<string, unknown>, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)] as [string, string]],
  );
}
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
const keysOf = (locale: string, file: string) => [
  ...new Set(flatten(read(locale, file)).map(([key]) => withoutPlural(key))),
];

const pages = globSync(['**/*.ts', '**/*.tsx'], {
  cwd: fileURLToPath(new URL('../', import.meta.url)),
  exclude: (name) => /\.(spec|sample)\.tsx?$/.test(name),
})
  .map((file) => readFileSync(new URL(`../${file}`, folder), 'utf8'))
  .join('\n');
/** Named as a whole, perhaps with its file before it, or by its beginning where the rest is put in: `status.${status}`. */
const isShown = (key: string) => {
  const beginnings = [...key.matchAll(/\./g)].map(({ index }) => `${key.slice(0, index + 1)}\${`);
  const named = [`${key}'`, `${key}"`, ...beginnings].flatMap((text) => [
    `'${text}`,
    `"${text}`,
    `:${text}`,
    `\`${text}`,
  ]);
  return named.some((text) => pages.includes(text));
};

describe('the language files', () => {
  it('are the same files in both languages', () => {
    expect(readdirSync(new URL('en/', folder))).toEqual(files);
  });

  it.each(files)('%s has the same keys in both languages', (file) => {
    expect(keysOf('en', file).sort()).toEqual(keysOf('vi', file).sort());
  });

  // Problems are named by the server; their codes are held by the compiler.
  it.each(files.filter((file) => !file.endsWith('problems.json')))(
    '%s says nothing that no page shows',
    (file) => {
      expect(keysOf('vi', file).filter((key) => !isShown(key))).toEqual([]);
    },
  );

  it.each(files)('%s leaves nothing empty and counts in every language', (file) => {
    for (const [locale, forms] of [
      ['vi', ['_other']],
      ['en', ['_one', '_other']],
    ] as const) {
      const all = new Map(flatten(read(locale, file)));
      for (const [key, text] of all) {
        expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
        if (/_(one|other)$/.test(key)) {
          for (const form of forms) expect([...all.keys()]).toContain(withoutPlural(key) + form);
        }
      }
    }
  });

  it.each(files)('%s has the same blanks to fill in both languages', (file) => {
    const english = new Map(flatten(read('en', file)));
    for (const [key, text] of flatten(read('vi', file))) {
      expect([key, blanks(english.get(key) ?? '')]).toEqual([key, blanks(text)]);
    }
  });

  it.each(files)('%s is written in composed Unicode and without exclamation marks', (file) => {
    for (const locale of ['vi', 'en']) {
      const text = JSON.stringify(read(locale, file));
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toContain('!');
    }
  });
});
