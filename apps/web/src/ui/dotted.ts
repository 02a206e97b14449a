// Facts in one line of words.

/** What is there of the facts, with dots between. */
export function dotted(...facts: (string | false | null | undefined)[]): string {
  return facts.filter(Boolean).join(' · ');
}
