// The outline and its states beside a lesson, kept right while one learns: steps by every save, the rest when a lesson is
// done (the test may have opened).
import { enrolments, type EnrolmentDetail, type SavedProgress } from '@onetouch/contract';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../platform/call.js';
import type { LoadedLesson } from './load-lesson.js';

type Summary = Pick<SavedProgress, 'steps' | 'percent' | 'completedAt'>;

/** The enrolment as of the newest answer; null while it could never be had. */
export function useFreshDetail(
  { enrolmentId, detail, read }: LoadedLesson,
  doneAt: string | null,
  summary: Summary | null,
): EnrolmentDetail | null {
  const [fresh, setFresh] = useState<EnrolmentDetail | null>(null);
  const wasDone = read.progress.doneAt !== null;
  useEffect(() => {
    if (doneAt === null || wasDone) return;
    const controller = new AbortController();
    const { signal } = controller;
    call(enrolments.read, { params: { enrolmentId } }, { signal, isQuiet: true }).then(
      setFresh,
      () => undefined,
    );
    return () => controller.abort();
  }, [doneAt, wasDone, enrolmentId]);
  const known = fresh ?? detail;
  const lessonId = read.lesson.id;
  return useMemo(() => {
    if (!known || (!summary && !doneAt)) return known;
    const lessons = known.lessons.map((one) =>
      one.lessonId === lessonId && doneAt ? { ...one, state: 'done' as const, doneAt } : one,
    );
    return { ...known, lessons, ...summary };
  }, [known, summary, doneAt, lessonId]);
}
