// Whether the way on from a lesson leads nowhere just now: no network, and what comes next does not lie on this device.
import { enrolments } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import type { LessonKind } from '../courses/lesson-paths.js';
import { hasCopy } from '../platform/stored-copies.js';
import { useIsOnline } from '../ui/layout/offline-line.js';

/** The kind of what cannot be opened, or null when it can, or when nobody knows yet. A test is never kept. */
export function useNextAway(
  enrolmentId: string,
  nextId: string | null,
  nextKind: LessonKind | null,
): LessonKind | null {
  const isOnline = useIsOnline();
  const [missingId, setMissingId] = useState<string | null>(null);
  useEffect(() => {
    if (isOnline || !nextId || nextKind !== 'content') return;
    let isCurrent = true;
    void hasCopy(enrolments.readLesson, { params: { enrolmentId, lessonId: nextId } }).then(
      (isThere) => isCurrent && setMissingId(isThere ? null : nextId),
    );
    return () => {
      isCurrent = false;
    };
  }, [enrolmentId, nextId, nextKind, isOnline]);
  if (isOnline || !nextId) return null;
  return nextKind === 'quiz' || missingId === nextId ? nextKind : null;
}
