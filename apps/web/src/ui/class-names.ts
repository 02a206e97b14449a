// Joins class names; leaves out what is absent.

/** The given names that are there, with blanks between. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
