// Why an enrolment is not at 100 %: its conditions as the server worked them out, with what still lies on this device.
import type { Condition, EnrolmentDetail } from '@onetouch/contract';
import { allWaiting, type OutboxItem } from '../platform/outbox.js';

/** What this device has not sent yet for an enrolment. */
export interface WaitingHere {
  count: number;
  /** When the oldest of it was kept. */
  since: Date;
}

/**
 * Items that wait here and bear on the enrolment: its lessons' events; answers of tests too while a test of it is open,
 * because an answer names its attempt and not its course.
 */
function waitingFor(detail: EnrolmentDetail, items: readonly OutboxItem[]): WaitingHere | null {
  const hasOpenQuiz = detail.conditions.some(({ kind, met }) => kind === 'quiz' && !met);
  const own = items.filter(({ kind, key }) =>
    kind === 'progress' ? key.startsWith(`${detail.id}/`) : kind === 'answer' && hasOpenQuiz,
  );
  const [oldest] = own;
  return oldest ? { count: own.length, since: new Date(oldest.enqueuedAt) } : null;
}

/** The same, read from the device. */
export async function readWaitingFor(detail: EnrolmentDetail): Promise<WaitingHere | null> {
  return waitingFor(detail, await allWaiting().catch(() => []));
}

export type LessonsCondition = Extract<Condition, { kind: 'lessons' }>;
export type QuizCondition = Extract<Condition, { kind: 'quiz' }>;

/** Whether a test cannot be opened before the lessons are done. */
export function isLocked(detail: EnrolmentDetail, lessonId: string): boolean {
  return detail.lessons.some((lesson) => lesson.lessonId === lessonId && lesson.state === 'locked');
}
