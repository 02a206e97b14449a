// Two letters for a person: in Vietnamese the given name comes last.

/** First letters of the first and the last word: "Lê Thu Hà" gives "LH". */
export function initials(fullName: string): string {
  const parts = fullName.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return letters.map((part) => part?.charAt(0).toLocaleUpperCase('vi') ?? '').join('');
}
