// Whether two documents say the same, whatever the order of their keys and the white space that a server takes off.
import { normalText } from './document-faults.js';

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return normalText(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** True when both would be kept as the same document. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}
