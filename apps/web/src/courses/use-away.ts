// Whether a lesson cannot be opened just now: no network, and it does not lie on this device. Knows no words.
import { enrolments } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { hasCopy } from '../platform/stored-copies.js';
import { useIsOnline } from '../ui/layout/offline-line.js';
import type { LessonKind } from './lesson-paths.js';

/** The kind of what cannot be opened, or null when it can, or when nobody knows yet. A test is never kept. */
export function useAway(
  enrolmentId: string,
  lessonId: string | null,
  kind: LessonKind | null,
): LessonKind | null {
  const isOnline = useIsOnline();
  const [missingId, setMissingId] = useState<string | null>(null);
  useEffect(() => {
    if (isOnline || !lessonId || kind !== 'content') return;
    let isCurrent = true;
    void hasCopy(enrolments.readLesson, { params: { enrolmentId, lessonId } }).then(
      (isThere) => isCurrent && setMissingId(isThere ? null : lessonId),
    );
    return () => {
      isCurrent = false;
    };
  }, [enrolmentId, lessonId, kind, isOnline]);
  if (isOnline || !lessonId) return null;
  return kind === 'quiz' || missingId === lessonId ? kind : null;
}
