// Which courses were loaded onto this device, by whom and from where. Small, because the catalogue asks it too.
import type { Localized } from '@onetouch/contract';

export interface DownloadRecord {
  slug: string;
  title: Localized;
  versionId: string;
  /** Lessons of an own enrolment; null for the open lessons of a visitor. */
  enrolmentId: string | null;
  personId: string | null;
  bytes: number;
  storedAt: string;
  /** Everything that must lie in the caches for the course to be whole. */
  urls: string[];
}

const storageKey = 'onetouch.downloads';

/** All records on this device, of whoever. */
export function readRecords(): DownloadRecord[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as DownloadRecord[];
  } catch {
    return [];
  }
}

/** Replaces the record of a course; without `record` it is taken away. */
export function writeRecord(slug: string, record?: DownloadRecord) {
  const others = readRecords().filter((one) => one.slug !== slug);
  localStorage.setItem(storageKey, JSON.stringify(record ? [...others, record] : others));
}

/** Whether this browser can keep courses and show them without a network. */
export function canDownload(): boolean {
  return 'caches' in globalThis && 'serviceWorker' in navigator;
}

/** Whether everything of a course still lies on this device: browsers and people may have thrown parts away. */
export async function isWhole({ urls }: DownloadRecord): Promise<boolean> {
  const found = await Promise.all(urls.map((url) => caches.match(url)));
  return found.every((one) => one?.ok);
}
