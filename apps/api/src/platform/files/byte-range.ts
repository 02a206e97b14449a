// The `Range` header of one request (RFC 9110, 14.1). It knows no file, only its length.

export interface ByteRange {
  /** First and last byte, both included. */
  first: number;
  last: number;
}

/**
 * The one range that is asked for, cut to the length; 'whole' when there is none or the header is not a single byte range
 * (a server may ignore those), 'invalid' when it lies behind the end.
 */
export function parseByteRange(header: string | undefined, length: number): ByteRange | 'whole' | 'invalid' {
  const match = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  if (match[1] === '') return suffix(Number(match[2]), length);
  const first = Number(match[1]);
  const last = match[2] === '' ? length - 1 : Number(match[2]);
  if (last < first && match[2] !== '') return 'whole';
  return first >= length ? 'invalid' : { first, last: Math.min(last, length - 1) };
}

function suffix(count: number, length: number): ByteRange | 'invalid' {
  if (count === 0 || length === 0) return 'invalid';
  return { first: Math.max(0, length - count), last: length - 1 };
}
