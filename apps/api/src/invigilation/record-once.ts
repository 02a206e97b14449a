// An act with an id of the client's counts once: its line in the record is the proof that it was done. Knows no act.
import { type EventToRecord, recordEvent } from '../exams/exam-events.js';
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';

const find: Statement = {
  name: 'invigilation.find-same-event',
  text: `SELECT 1 FROM exam_event WHERE id = $1 AND exam_id = $2 AND kind = $3
    AND ($4::uuid IS NULL OR room_id = $4) AND candidate_id IS NOT DISTINCT FROM $5 AND actor_id = $6
    AND minutes IS NOT DISTINCT FROM $7 AND reason = $8`,
};

/**
 * Appends the line; false when the same person has done the same before, to the same and for the same reason. An id that stands for
 * anything else is refused with `request.id-taken`, which does not say for what.
 */
export async function recordOnce(
  transaction: Transaction,
  event: EventToRecord & { id: string },
): Promise<boolean> {
  if (await recordEvent(transaction, event)) return true;
  const { id, examId, kind, roomId, candidateId, actorId, minutes, reason } = event;
  // Somebody may have been moved meanwhile: a person is known without the room.
  const place = [candidateId ? null : (roomId ?? null), candidateId ?? null];
  const same = await transaction.rows(find, [
    id,
    examId,
    kind,
    ...place,
    actorId,
    minutes ?? null,
    reason ?? '',
  ]);
  if (same.length > 0) return false;
  throw new Problem('request.id-taken');
}
