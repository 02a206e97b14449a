// Opens a sealed paper with its key, on this device. Knows no server and no clock.
import type { PaperQuestion, Sitting } from '@onetouch/contract';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** Whether this browser can: pages served without TLS inside an office network have no Web Crypto. */
export function canOpenPapers(): boolean {
  return typeof globalThis.crypto?.subtle?.decrypt === 'function';
}

/** AES-256-GCM with the sitting's id as additional data; null when there is no paper here or the key is not the one of this paper. */
export async function openPaper(
  { id, sealedPaper }: Pick<Sitting, 'id' | 'sealedPaper'>,
  key: string,
): Promise<PaperQuestion[] | null> {
  if (!sealedPaper || !canOpenPapers()) return null;
  try {
    const { subtle } = globalThis.crypto;
    const secret = await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['decrypt']);
    const how = {
      name: 'AES-GCM',
      iv: bytesOf(sealedPaper.nonce),
      additionalData: new TextEncoder().encode(id),
      tagLength: 128,
    };
    const plain = await subtle.decrypt(how, secret, bytesOf(sealedPaper.data));
    return JSON.parse(new TextDecoder().decode(plain)) as PaperQuestion[];
  } catch {
    return null;
  }
}
