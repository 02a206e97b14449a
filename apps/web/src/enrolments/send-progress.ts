// Sends waiting progress events of one lesson; the key of an item is `enrolmentId/lessonId`, the payload one event.
import { enrolments, type ProgressEvent, type SavedProgress } from '@onetouch/contract';
import { call } from '../platform/call.js';
import type { OutboxItem } from '../platform/outbox.js';

export const batch = 100;

/** Answers the saved state of the lesson with a receipt for each event. */
export function send(items: OutboxItem[]): Promise<SavedProgress> {
  const [enrolmentId = '', lessonId = ''] = (items[0]?.key ?? '').split('/');
  const events = items.map((item) => item.payload as ProgressEvent);
  return call(
    enrolments.saveProgress,
    { params: { enrolmentId, lessonId }, body: { events } },
    { isQuiet: true },
  );
}
