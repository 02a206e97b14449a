// Reads what was pasted from a sheet or a letter as e-mails and phone numbers. The server reads each one again.
import { limits } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';

export interface Pasted {
  /** What would be sent, each once, as it was written. */
  logins: string[];
  emails: number;
  phones: number;
  /** Looks like an address or a number, and is none. */
  malformed: string[];
  /** Beyond the first of the same address or number. */
  repeated: number;
  /** Cells without an @ and without digits: names, titles of columns. */
  ignored: number;
}

/** `Nguyễn Văn A <a@b.vn>` is what mail programs copy. */
const inBrackets = /<([^<>]+)>/;

function entriesOf(text: string): string[] {
  return text
    .split(/[\n\r\t,;]+/)
    .map((cell) => (inBrackets.exec(cell)?.[1] ?? cell).trim())
    .filter(Boolean);
}

/** Entries stand on lines or between tabs, commas and semicolons; blanks belong to phone numbers. */
export function countPasted(text: string): Pasted {
  const pasted: Pasted = { logins: [], emails: 0, phones: 0, malformed: [], repeated: 0, ignored: 0 };
  const seen = new Set<string>();
  for (const entry of entriesOf(text)) {
    if (!/[@\d]/.test(entry)) {
      pasted.ignored += 1;
      continue;
    }
    const login = parseLogin(entry);
    const key = login?.value ?? entry;
    if (seen.has(key)) {
      pasted.repeated += 1;
      continue;
    }
    seen.add(key);
    if (!login) pasted.malformed.push(entry.slice(0, limits.emailLength));
    else if (login.kind === 'email') pasted.emails += 1;
    else pasted.phones += 1;
    if (login) pasted.logins.push(entry);
  }
  return pasted;
}
