// Cursors of keyset paging: the sort values of the last row, as an opaque word. Knows no table and no order.
import { z } from 'zod';
import { Problem } from '../http/problem.js';

/** A time to the microsecond in a cursor, as `cursorTimeOf` writes it; years and lengths that PostgreSQL takes. */
export const CursorTime = z.iso.datetime().max(32).regex(/^[12]/);
/** Text in a cursor: nothing that PostgreSQL cannot take. */
export const CursorText = z.string().refine((value) => value.isWellFormed() && !value.includes('\u0000'));

/** SQL that writes a timestamp to the microsecond; a JavaScript date would lose three digits and a row with them. */
export function cursorTimeOf(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The cursor behind a row with these sort values. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The sort values of a cursor, undefined without one; whatever does not have the shape is `request.invalid`. */
export function decodeCursor<S extends z.ZodType>(
  cursor: string | undefined,
  shape: S,
): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(readJson(cursor));
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', {
    issues: [{ path: 'query.cursor', message: 'is not a cursor of this list' }],
  });
}

/** A page out of one row more than asked for, with the cursor behind its last row. */
export function pageOf<R>(
  rows: R[],
  limit: number,
  cursorOf: (row: R) => string,
): { rows: R[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
