// What was read here stays readable without a network, and as far as it was learned.
import { enrolments, type EnrolmentDetail, type LessonProgress } from '@onetouch/contract';
import { useEffect } from 'react';
import { storedAt } from '../platform/call.js';
import { keepCopy } from '../platform/stored-copies.js';
import type { LoadedLesson } from './load-lesson.js';

/** Keeps the lesson with the progress that the server has confirmed, and the outline. */
export function useCopies(
  { enrolmentId, read }: LoadedLesson,
  saved: LessonProgress,
  detail: EnrolmentDetail | null,
) {
  // A copy is not made newer than it is.
  const isNews = storedAt(read) === null || saved !== read.progress;
  useEffect(() => {
    if (!isNews) return;
    const params = { enrolmentId, lessonId: read.lesson.id };
    void keepCopy(enrolments.readLesson, { params }, { ...read, progress: saved });
  }, [enrolmentId, read, saved, isNews]);
  useEffect(() => {
    if (detail && storedAt(detail) === null && isNews)
      void keepCopy(enrolments.read, { params: { enrolmentId } }, detail);
  }, [enrolmentId, detail, isNews]);
}
