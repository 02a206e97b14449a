// YAML in a shape, with the line of whatever does not fit. Knows no course.
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError, type Place } from './content-error.js';

export interface YamlValue<T> {
  readonly value: T;
  /** Where the value at a path stands, or the nearest thing around it. */
  placeOf(...path: PropertyKey[]): Place;
}

/** Reads YAML that begins at `start`; a `ContentError` names file and line of the first mistake. */
export function readYaml<S extends z.ZodType>(text: string, shape: S, start: Place): YamlValue<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): Place => ({
    file: start.file,
    line: start.line - 1 + Math.max(1, lines.linePos(offset).line),
  });
  const placeOf = (...path: PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as
        { range?: [number, number, number] } | undefined;
      if (node?.range) return at(node.range[0]);
    }
    return start;
  };
  const [mistake] = document.errors;
  if (mistake) throw new ContentError(at(mistake.pos[0]), mistake.message.split('\n')[0] ?? 'is no YAML');
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, placeOf };
  const [issue] = parsed.error.issues;
  throw new ContentError(
    placeOf(...(issue?.path ?? [])),
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}
