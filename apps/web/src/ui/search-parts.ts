// The search part of an address with some of it changed, for filters that stand in the address. Knows no filter.
import { cursorName } from './pager.js';

/** The address with some parts changed; empty takes one off. Another list begins at its first page. */
export function withParts(search: URLSearchParams, parts: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(parts)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  next.delete(cursorName);
  return next;
}
