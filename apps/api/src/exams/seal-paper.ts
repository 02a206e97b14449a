// A paper under lock and key: what a device may hold before the start without being able to read it. Knows no row and no clock.
import { createCipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const keyBytes = 32;

export interface SealedPaperRow {
  paperId: string;
  /** 256 bits, used for this one paper only. */
  key: Buffer;
  nonce: Buffer;
  /** Cipher text and tag in one piece, as Web Crypto takes them. */
  sealed: Buffer;
}

/** AES-256-GCM over the JSON of the questions under a new random key, bound to one candidate by the additional data. */
export function sealPaper(candidateId: string, paperId: string, questions: unknown): SealedPaperRow {
  const key = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(candidateId, 'utf8'));
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify(questions), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return { paperId, key, nonce, sealed };
}
