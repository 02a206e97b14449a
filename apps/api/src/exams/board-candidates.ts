// How far candidates are, as rows and in the contract's shape: one reading of the facts for the list, the board and single answers.
import type { BoardCandidate, ClosedBy } from '@onetouch/contract';
import { candidateStatus } from '@onetouch/domain';
import type { Runner, Statement } from '../platform/database/database.js';

export interface BoardRow {
  id: string;
  roomId: string | null;
  fullName: string;
  organisationName: string;
  isDemonstration: boolean;
  checkedInAt: Date | null;
  attemptNumber: number;
  startedAt: Date | null;
  deadlineAt: Date | null;
  pausedAt: Date | null;
  submittedAt: Date | null;
  closedBy: ClosedBy | null;
  lateCount: number;
  lastSavedAt: Date | null;
  lastSeenAt: Date | null;
  answered: number;
  /** Null before the paper is drawn. */
  questionCount: number | null;
  waiting: number;
  extraMinutes: number;
}

/**
 * The attempt (`a`) that counts of a candidate (`c`) of an exam (`x`): the one of its number, if it has begun. Found by the enrolment,
 * which has a few attempts: the comparisons that no index serves keep the planner from looking through all attempts at the exam or quiz.
 */
export const currentAttempt = `LEFT JOIN attempt a ON a.enrolment_id = c.enrolment_id AND a.lesson_id IS NOT DISTINCT FROM x.lesson_id
    AND a.exam_id IS NOT DISTINCT FROM c.exam_id AND a.number = c.attempt_number AND a.voided_at IS NULL`;
/** Minutes that people gave: in the running attempt, or to be counted at its start. */
export const extraMinutes = `coalesce(a.extra_seconds / 60, (SELECT sum(g.minutes)::integer FROM attempt_extension g
    WHERE g.enrolment_id = c.enrolment_id AND g.lesson_id = x.lesson_id AND g.exam_id = c.exam_id), 0)`;
/** Columns of a `BoardRow`, from `boardTables`. */
export const boardColumns = `c.id, c.room_id AS "roomId", p.full_name AS "fullName", p.organisation_name AS "organisationName",
  p.is_demonstration AS "isDemonstration", c.checked_in_at AS "checkedInAt", c.attempt_number AS "attemptNumber",
  a.started_at AS "startedAt", a.deadline_at AS "deadlineAt", a.paused_at AS "pausedAt", a.submitted_at AS "submittedAt",
  a.closed_by AS "closedBy", coalesce(a.late_count, 0) AS "lateCount", saved.last_at AS "lastSavedAt",
  greatest(sign.last_seen_at, saved.last_at) AS "lastSeenAt", coalesce(saved.answered, 0) AS answered,
  (SELECT cardinality(paper.question_ids) FROM paper WHERE paper.id = c.paper_id) AS "questionCount",
  coalesce(sign.waiting, 0) AS waiting, ${extraMinutes} AS "extraMinutes"`;
export const boardTables = `exam_candidate c
  JOIN exam x ON x.id = c.exam_id
  JOIN person p ON p.id = c.person_id
  ${currentAttempt}
  LEFT JOIN attempt_sign sign ON sign.attempt_id = a.id
  LEFT JOIN LATERAL (SELECT max(k.saved_at) AS last_at,
      (count(*) FILTER (WHERE k.option_ids <> '{}' OR k.text <> ''))::integer AS answered
    FROM attempt_answer k WHERE k.attempt_id = a.id) saved ON a.id IS NOT NULL`;

const byRoom: Statement = {
  name: 'exams.board-of-room',
  text: `SELECT ${boardColumns} FROM ${boardTables} WHERE c.exam_id = $1 AND c.room_id = $2 ORDER BY p.sort_key, c.id`,
};
const byId: Statement = {
  name: 'exams.board-of-candidates',
  text: `SELECT ${boardColumns} FROM ${boardTables} WHERE c.exam_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY p.sort_key, c.id`,
};

/** Everybody of one room by name. */
export function boardOfRoom(runner: Runner, examId: string, roomId: string): Promise<BoardRow[]> {
  return runner.rows<BoardRow>(byRoom, [examId, roomId]);
}

/** These candidates by name. */
export function boardOfCandidates(
  runner: Runner,
  examId: string,
  candidateIds: readonly string[],
): Promise<BoardRow[]> {
  return runner.rows<BoardRow>(byId, [examId, candidateIds]);
}

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** One line of the board; `questionCount` is that of the exam, for who has no paper yet. */
export function presentCandidate(
  row: BoardRow,
  { questionCount, now }: { questionCount: number; now: Date },
): BoardCandidate {
  const { checkedInAt, startedAt, deadlineAt, lastSavedAt, lastSeenAt, submittedAt } = row;
  return {
    id: row.id,
    roomId: row.roomId,
    fullName: row.fullName,
    organisationName: row.organisationName,
    isDemonstration: row.isDemonstration,
    status: candidateStatus(row, now),
    checkedInAt: iso(checkedInAt),
    startedAt: iso(startedAt),
    deadlineAt: iso(deadlineAt),
    lastSavedAt: iso(lastSavedAt),
    lastSeenAt: iso(lastSeenAt),
    answered: row.answered,
    questionCount: row.questionCount ?? questionCount,
    waiting: row.waiting,
    submittedAt: iso(submittedAt),
    closedBy: row.closedBy,
    lateCount: row.lateCount,
    extraMinutes: row.extraMinutes,
    attemptNumber: row.attemptNumber,
  };
}
