// Which codes of rooms this device has printed: no other device can know, and a new code makes its sheet worthless.
import type { ExamDetail } from '@onetouch/contract';

const storageKey = (examId: string) => `onetouch.printed-codes.${examId}`;

/** The codes that were printed here. */
export function printedCodes(examId: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(examId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    return new Set();
  }
}

/** Keeps that these codes were printed; codes that no room has any more are let go of. */
export function keepPrinted({ id, rooms }: ExamDetail, codes: readonly string[]) {
  const current = new Set(rooms.map(({ code }) => code));
  const all = new Set([...printedCodes(id), ...codes]);
  try {
    localStorage.setItem(storageKey(id), JSON.stringify([...all].filter((code) => current.has(code))));
  } catch {
    // Without storage the sheets count as not printed, which does no harm.
  }
}
