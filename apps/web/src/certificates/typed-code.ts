// What people type, paste or scan where a certificate code is asked for.

/** The code in a pasted link to the checking page, or what was typed; the server forgives spaces, dashes and case. */
export function codeIn(typed: string): string {
  const text = typed.trim();
  const [, linked] = /\/verify\/([^/?#\s]+)/i.exec(text) ?? [];
  if (!linked) return text;
  try {
    return decodeURIComponent(linked);
  } catch {
    return linked;
  }
}
