// An act with an id of the client's counts once: its line in the record is the proof that it was done. Knows no act.
import { type EventToRecord, recordEvent } from '../exams/exam-events.js';
import type { Statement, Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';

const find: Statement = {
  name: 'invigilation.find-same-event',
  text: `SELECT 1 FROM exam_event WHERE id = $1 AND exam_id = $2 AND kind = $3
    AND ($4::uuid IS NULL OR room_id = $4) AND ($5::uuid IS NULL OR candidate_id = $5)`,
};

/**
 * Appends the line; false when the same act has been done before. An id that stands for something else is `request.invalid`, and says
 * nothing about what it stands for.
 */
export async function recordOnce(
  transaction: Transaction,
  event: EventToRecord & { id: string },
): Promise<boolean> {
  if (await recordEvent(transaction, event)) return true;
  const { id, examId, kind, roomId, candidateId } = event;
  // Somebody may have been moved meanwhile: a person is known without the room.
  const values = [id, examId, kind, candidateId ? null : (roomId ?? null), candidateId ?? null];
  const same = await transaction.rows(find, values);
  if (same.length > 0) return false;
  throw new Problem('request.invalid', { issues: [{ path: 'body.id', message: 'is taken' }] });
}
