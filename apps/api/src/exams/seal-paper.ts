// A paper under lock and key: what a device may hold before the start without being able to read it. Knows no row and no clock.
import { createCipheriv, randomBytes } from 'node:crypto';
import { type DrawnPaper, shownQuestions } from '../quizzes/papers.js';

const nonceBytes = 12;
const keyBytes = 32;

export interface SealedPaperRow {
  paperId: string;
  /** 256 bits, used for this one paper only. */
  key: Buffer;
  nonce: Buffer;
  /** Cipher text and tag in one piece, as Web Crypto takes them. */
  sealed: Buffer;
  neededPoints: number;
  possiblePoints: number;
}

/** AES-256-GCM over the JSON of the questions, without their keys, under a new random key and bound to one candidate. */
export function sealPaper(candidateId: string, { id, paper }: DrawnPaper): SealedPaperRow {
  const key = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(candidateId, 'utf8'));
  const hidden = cipher.update(JSON.stringify(shownQuestions(paper)), 'utf8');
  const sealed = Buffer.concat([hidden, cipher.final(), cipher.getAuthTag()]);
  const { neededPoints, possiblePoints } = paper;
  return { paperId: id, key, nonce, sealed, neededPoints, possiblePoints };
}
