// What is kept beside an answer that came late, and summed up for whoever judges it: what the device says, and when the server heard of
// it. What a device says cannot be proved; that it was silent can.
import type { LateProof } from '@onetouch/contract';
import { offlineAfterSeconds } from '@onetouch/domain';
import type { Statement, Transaction } from '../platform/database/database.js';
import type { AnswerToSave } from './write-answers.js';

// The device is heard of by this answer, and by a beat that came seconds before: then its silence stands with the sign already.
const insert: Statement = {
  name: 'quizzes.keep-late-proof',
  text: `INSERT INTO late_answer (attempt_id, question_id, sequence, device, answered_at, arrived_at, heard_before_at, heard_again_at)
    SELECT $1, $2, $3, $4, $5, $6, CASE WHEN s.is_silent THEN s.last_seen_at ELSE s.silent_from END,
      CASE WHEN s.is_silent THEN $6 ELSE s.silent_until END
    FROM (SELECT) one LEFT JOIN (SELECT last_seen_at, silent_from, silent_until,
        last_seen_at < $6::timestamptz - ${offlineAfterSeconds} * interval '1 second' AS is_silent
      FROM attempt_sign WHERE attempt_id = $1) s ON true
    ON CONFLICT (attempt_id, question_id, sequence) DO NOTHING`,
};

/** Keeps it, in the transaction that takes the answer. */
export async function keepLateProof(
  transaction: Transaction,
  { attemptId, questionId, sequence, device, answeredAt }: AnswerToSave,
  now: Date,
): Promise<void> {
  if (!answeredAt) return;
  await transaction.rows(insert, [attemptId, questionId, sequence, device ?? null, answeredAt, now]);
}

/** SQL: the proof of the late answers that stand of an attempt, by the table or alias that is named; null without any. */
export function lateProofOf(attempt: string): string {
  return `(SELECT json_build_object('answeredFrom', min(l.answered_at), 'answeredUntil', max(l.answered_at),
      'heardBeforeAt', min(l.heard_before_at), 'heardAgainAt', max(l.heard_again_at), 'devices', count(DISTINCT l.device),
      'wasSilent', coalesce(bool_and(l.answered_at >= l.heard_before_at - interval '${offlineAfterSeconds} seconds'
        AND l.answered_at <= l.heard_again_at), false))
    FROM late_answer l JOIN attempt_answer k ON k.attempt_id = l.attempt_id AND k.question_id = l.question_id AND k.sequence = l.sequence
    WHERE l.attempt_id = ${attempt}.id AND k.is_late HAVING count(*) > 0)`;
}

const iso = (time: string) => new Date(time).toISOString();

/** As the contract has it, with times as the database writes them in JSON made those of the wire. */
export function presentLateProof(row: LateProof | null): LateProof | null {
  if (!row) return null;
  const { answeredFrom, answeredUntil, heardBeforeAt, heardAgainAt } = row;
  return {
    ...row,
    ...{ answeredFrom: iso(answeredFrom), answeredUntil: iso(answeredUntil) },
    ...{
      heardBeforeAt: heardBeforeAt && iso(heardBeforeAt),
      heardAgainAt: heardAgainAt && iso(heardAgainAt),
    },
  };
}
