// What a page needs first, written into the page itself: per address the files and the answers that its script will ask
// for, so that nothing waits until the script has arrived. Runs at build time; the server only inserts the lines.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { firstPages, type FirstPage } from './src/first-pages.js';

interface BuiltFile {
  type: 'chunk' | 'asset';
  fileName: string;
  isEntry?: boolean;
  imports?: string[];
  moduleIds?: string[];
  viteMetadata?: { importedCss: Set<string> };
}
type Bundle = Record<string, BuiltFile>;

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

function chunkOf(bundle: Bundle, path: string): BuiltFile {
  const id = source(path);
  const found = Object.values(bundle).find((file) => file.moduleIds?.includes(id));
  if (!found) throw new Error(`first-pages.ts names ${path}, which is in no built file`);
  return found;
}

/** A file and everything that it imports, without what index.html loads anyway. */
function withImports(bundle: Bundle, first: BuiltFile, seen: Set<string>): BuiltFile[] {
  if (seen.has(first.fileName)) return [];
  seen.add(first.fileName);
  const below = (first.imports ?? []).map((name) => bundle[name]).filter((file) => file !== undefined);
  return [first, ...below.flatMap((file) => withImports(bundle, file, seen))];
}

function linesOf(bundle: Bundle, { path, modules, answers }: FirstPage) {
  const seen = new Set<string>();
  for (const file of Object.values(bundle)) if (file.isEntry) withImports(bundle, file, seen);
  const files = modules.flatMap((name) => withImports(bundle, chunkOf(bundle, name), seen));
  const styles = new Set(files.flatMap((file) => [...(file.viteMetadata?.importedCss ?? [])]));
  const lines = [
    ...answers.map((url) => `<link rel="preload" as="fetch" crossorigin href="${url}">`),
    ...files.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`),
    ...[...styles].map((name) => `<link rel="preload" as="style" crossorigin href="/${name}">`),
  ];
  return { path, lines: lines.join('') };
}

/** The words of index.html in both languages, from the language files: `%vi:courses:home.title%`. */
function withWords(html: string): string {
  return html.replace(/%(\w+:\w+:[\w.-]+)%/g, (_, name: string) => {
    const [language, file, key = ''] = name.split(':');
    const words: unknown = JSON.parse(readFileSync(source(`locales/${language}/${file}.json`), 'utf8'));
    const found = key.split('.').reduce((at: unknown, part) => (at as Record<string, unknown>)[part], words);
    if (typeof found !== 'string') throw new Error(`index.html names ${name}: there are no such words`);
    return found.replaceAll('\n', '<br />');
  });
}

/** Vite plugin: words in index.html, and `first-files.json` for the server. */
export function firstFiles(): Plugin {
  return {
    name: 'onetouch:first-files',
    transformIndexHtml: { order: 'pre', handler: withWords },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const rows = firstPages.map((page) => linesOf(bundle as unknown as Bundle, page));
        this.emitFile({ type: 'asset', fileName: 'first-files.json', source: JSON.stringify(rows) });
      },
    },
  };
}
