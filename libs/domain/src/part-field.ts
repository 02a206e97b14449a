// A field of a part of a course, with its value to compare and its words to read. It knows no parts.
import type { Words } from './authored-course.js';
import { plainText } from './plain-text.js';

export interface PartField {
  readonly what: 'course' | 'module' | 'lesson' | 'block' | 'question' | 'rule';
  readonly name: string;
  readonly value: unknown;
  /** The value as a person reads it; numbers, times and choices as the document has them, for the page to put into words. */
  readonly text: string;
}

/** Where the document's word is not the one that an author uses. */
const fieldNames: Readonly<Record<string, string>> = { doc: 'text', correct: 'key' };

type Describe = (name: string, value: unknown, text?: string) => PartField;

/** Describes fields of one kind of part. */
export function fieldsOf(what: PartField['what']): Describe {
  return (name, value, text = plainText(value)) => ({ what, name: fieldNames[name] ?? name, value, text });
}

/** A title in both languages, as two fields. */
export function titleFields(what: PartField['what'], title: Words): PartField[] {
  const field = fieldsOf(what);
  return [field('title', title.vi), field('titleEn', title.en)];
}
