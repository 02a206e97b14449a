// The courses that lie whole on this device for this person: marked in the catalogue, and all there is without a network.
import { useEffect, useState } from 'react';
import { useMe } from '../platform/session.js';
import { canDownload, isWhole, readRecords, type DownloadRecord } from './download-records.js';

const none: readonly DownloadRecord[] = [];

/** Records of whole courses; empty until the caches have been looked at. */
export function useDownloads(): readonly DownloadRecord[] {
  const personId = useMe()?.id ?? null;
  const [whole, setWhole] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    const records = canDownload() ? readRecords() : [];
    const own = records.filter((record) => !record.personId || record.personId === personId);
    if (own.length === 0) return;
    void Promise.all(own.map(async (record) => ((await isWhole(record)) ? [record] : []))).then(
      (found) => isCurrent && setWhole(found.flat()),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [personId]);
  return whole;
}
