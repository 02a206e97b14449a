// What people type, paste or scan where the code of a room is asked for.

/** Signs of a code. */
export const codeLength = 6;

/** The code in a pasted or scanned link, or what was typed; without blanks, dashes and the marks of a Vietnamese keyboard. */
export function readCode(typed: string): string {
  const text = typed.trim();
  const [, linked] = /\/check-in\/([^/?#\s]+)/i.exec(text) ?? [];
  return decoded(linked ?? text)
    .normalize('NFD')
    .replace(/[đĐ]/g, 'D')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
