// Everything that the lesson page stands on: the lesson with the saved progress, what waits on this device, the outline.
import { enrolments, type EnrolmentDetail, type ProgressEvent, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { hasWaiting, waitingItems } from '../platform/outbox.js';

export type LessonRead = ResponseOf<typeof enrolments.readLesson>;
export interface LoadedLesson {
  enrolmentId: string;
  read: LessonRead;
  /** Null when only the lesson could be had; it is learned all the same. */
  detail: EnrolmentDetail | null;
  waiting: ProgressEvent[];
  /** When the newest of them was kept. */
  keptAt: Date | null;
}

/** The key of a lesson's items in the outbox. */
export const progressKey = (enrolmentId: string, lessonId: string) => `${enrolmentId}/${lessonId}`;

async function readWaiting(key: string) {
  const items = hasWaiting() ? await waitingItems('progress', key).catch(() => []) : [];
  const last = items.at(-1);
  return {
    waiting: items.map(({ payload }) => payload as ProgressEvent),
    keptAt: last ? new Date(last.enqueuedAt) : null,
  };
}

/** The loader of the lesson page. */
export async function loadLesson({ params, request }: LoaderFunctionArgs): Promise<LoadedLesson> {
  const { enrolmentId = '', lessonId = '' } = params;
  const { signal } = request;
  // First what waits, then the server: what is sent in between is in both, and not in neither.
  const kept = await readWaiting(progressKey(enrolmentId, lessonId));
  const [read, detail] = await Promise.all([
    call(enrolments.readLesson, { params: { enrolmentId, lessonId } }, { signal }),
    call(enrolments.read, { params: { enrolmentId } }, { signal }).catch(() => null),
  ]);
  return { enrolmentId, read, detail, ...kept };
}
