// Short names of confirmed facts. A receipt can be worked out again from the row, so a help desk can check it.
import { createHash } from 'node:crypto';

/** Four hexadecimal characters from the identity of a saved fact. */
export function receiptOf(...identity: (string | number)[]): string {
  return createHash('sha256').update(identity.join('|')).digest('hex').slice(0, 4).toUpperCase();
}
