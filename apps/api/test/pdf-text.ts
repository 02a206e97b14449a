// The text of a PDF as a reader's copy command sees it: glyphs of each content stream through the ToUnicode map of their font.
// Knows just as much of PDF as the certificates use.
import { inflateSync } from 'node:zlib';

interface PdfObject {
  head: string;
  stream: Buffer | null;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [whole, id = '', body = ''] = match;
    const start = body.indexOf('stream\n');
    const head = start < 0 ? body : body.slice(0, start);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const offset = (match.index ?? 0) + whole.indexOf(body) + start + 'stream\n'.length;
    const raw = pdf.subarray(offset, offset + length);
    found.set(id, { head, stream: start < 0 ? null : head.includes('FlateDecode') ? inflateSync(raw) : raw });
  }
  return found;
}

const characters = (hex: string) =>
  (hex.match(/\w{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** Glyph (four hexadecimal digits) -> characters. */
function unicodeMap(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g)) {
    // A ligature stands for several letters: <0066 0066>.
    [...list.matchAll(/<([\w ]+)>/g)].forEach(([, hex = ''], index) => {
      glyphs.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), characters(hex));
    });
  }
  return glyphs;
}

function fontsOf(objects: Map<string, PdfObject>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      const stream = map === undefined ? null : objects.get(map)?.stream;
      if (stream) fonts.set(name, unicodeMap(stream.toString('latin1')));
    }
  }
  return fonts;
}

/** What the pages draw; the bytes of a font or a picture are never taken for it. */
function contentOf(objects: Map<string, PdfObject>): string[] {
  const ids = [...objects.values()].flatMap(({ head }) => /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? []);
  return ids.map((id) => objects.get(id)?.stream?.toString('latin1') ?? '');
}

/** Every text of the document in drawing order, pieces joined. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const content = contentOf(objects);
  let font: Map<string, string> | undefined;
  let text = '';
  for (const [, name, shown] of content.join('\n').matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) text += font?.get(glyph.toLowerCase()) ?? '\ufffd';
    }
  }
  return text;
}
