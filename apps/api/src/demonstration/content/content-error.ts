// What is wrong in a content file, with the place where an author finds it. Knows no format.
import type { z } from 'zod';

/** Where something stands: file below the course folder, line from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export class ContentError extends Error {
  constructor({ file, line }: Place, reason: string) {
    super(`${file}:${line} ${reason}`);
  }
}

/** A value in the shape of the contract; otherwise a `ContentError` with the first thing that does not fit. */
export function checked<S extends z.ZodType>(shape: S, value: unknown, place: Place): z.output<S> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ContentError(place, `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`.trim());
}
