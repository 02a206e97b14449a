// Shapes that every noun uses: ids, times, search words, pages.
import { z } from 'zod';
import { limits } from './limits.js';

export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** ISO 8601 in UTC, to the millisecond. Bounded, because a fraction of a million digits is a valid time too and would be kept. */
export const Time = z.iso.datetime().max(32);

/** Words in the two languages of the platform; Vietnamese is the source. */
export const Localized = z.strictObject({
  vi: z.string().max(limits.summaryLength),
  en: z.string().max(limits.summaryLength),
});
export type Localized = z.infer<typeof Localized>;

export const Locale = z.enum(['vi', 'en']);
export type Locale = z.infer<typeof Locale>;

/** Control characters, and those that turn the direction of what follows: a name must not rewrite the line that it stands in. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Text that people type: NFC, no control characters or lone surrogates, outer white space removed. */
export function text(max: number, min = 1) {
  return z
    .string()
    .max(max * 4)
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/[\u200b\u00a0]/g, ' ')
        .trim(),
    )
    .refine((value) => value.isWellFormed() && !controls.test(value), {
      error: 'must not contain control characters or broken surrogates',
    })
    .refine((value) => value.length >= min && value.length <= max, {
      error: `must be ${min} to ${max} characters`,
    });
}

/** Search words from a query string; empty counts as absent. */
export const SearchWords = text(limits.searchLength, 0).transform((value) => value || undefined);

export const Cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Keyset paging of a list: `cursor` is the `next` of the page before. */
export const PageQuery = {
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageSizeMax).default(limits.pageSize),
};

/** A page of a list; `next` is null on the last one. */
export function page<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** What this person may do with the row at hand, so that a page shows buttons without knowing rules. */
export function abilities<const K extends string>(...names: K[]) {
  return z.object(Object.fromEntries(names.map((name) => [name, z.boolean()])) as Record<K, z.ZodBoolean>);
}
