// Ids that are the same in every run and on every machine, worked out from what a thing belongs to and its key.
import { createHash } from 'node:crypto';

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** A name-based UUID (RFC 9562, version 8: our own hash) of these parts. */
export function stableId(...parts: (string | number)[]): string {
  const bytes = digest(parts).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Eight hexadecimal characters for an option: they say neither its place nor whether it is right. */
export function stableOptionId(...parts: (string | number)[]): string {
  return digest(parts).toString('hex').slice(0, 8);
}
