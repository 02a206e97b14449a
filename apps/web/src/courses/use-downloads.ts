// The courses that lie whole on this device for this person, for the cards of the catalogue.
import { useEffect, useState } from 'react';
import { useMe } from '../platform/session.js';
import { canDownload, isWhole, readRecords } from './download-records.js';

const none: ReadonlySet<string> = new Set();

/** Slugs of whole courses; empty until the caches have been looked at. */
export function useDownloads(): ReadonlySet<string> {
  const personId = useMe()?.id ?? null;
  const [slugs, setSlugs] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    const records = canDownload() ? readRecords() : [];
    const own = records.filter((record) => !record.personId || record.personId === personId);
    if (own.length === 0) return;
    void Promise.all(own.map(async (record) => ((await isWhole(record)) ? [record.slug] : []))).then(
      (whole) => isCurrent && setSlugs(new Set(whole.flat())),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [personId]);
  return slugs;
}
