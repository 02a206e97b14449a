// A WOFF 1.0 file as the plain font inside it. Done once for each file: unpacked anew for every drawing, by a decompressor
// in JavaScript, it would take four fifths of the time that a certificate takes.
import { inflateSync } from 'node:zlib';

const woffHeaderBytes = 44;
const woffEntryBytes = 20;
const fontHeaderBytes = 12;
const fontEntryBytes = 16;

interface Table {
  tag: string;
  checksum: number;
  bytes: Buffer;
}

function readTables(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = woffHeaderBytes + index * woffEntryBytes;
    const offset = woff.readUInt32BE(entry + 4);
    const packedBytes = woff.readUInt32BE(entry + 8);
    const packed = woff.subarray(offset, offset + packedBytes);
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: packedBytes < woff.readUInt32BE(entry + 12) ? inflateSync(packed) : packed,
    };
  });
}

/** The TrueType or OpenType font in a WOFF file; see the W3C recommendation 'WOFF File Format 1.0', sections 3 to 5. */
export function unpackWoff(woff: Buffer): Buffer {
  const tables = readTables(woff);
  const header = Buffer.alloc(fontHeaderBytes + tables.length * fontEntryBytes);
  woff.copy(header, 0, 4, 8);
  const log = Math.floor(Math.log2(tables.length));
  [tables.length, 16 * 2 ** log, log, 16 * (tables.length - 2 ** log)].forEach((value, index) =>
    header.writeUInt16BE(value, 4 + 2 * index),
  );
  const parts: Buffer[] = [header];
  let end = header.length;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const entry = fontHeaderBytes + index * fontEntryBytes;
    header.write(tag, entry, 'latin1');
    [checksum, end, bytes.length].forEach((value, place) =>
      header.writeUInt32BE(value, entry + 4 + 4 * place),
    );
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    end += bytes.length + padding.length;
  });
  return Buffer.concat(parts);
}
