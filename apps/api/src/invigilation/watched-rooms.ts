// The people of rooms that somebody looks at, read again and again. Their answers are counted anew only where a device was heard of
// since: that is what keeps a look at thousands of people cheap. One of these belongs to one exam that is watched.
import { type BoardRow, currentAttempt, extraMinutes } from '../exams/board-candidates.js';
import type { Runner, Statement } from '../platform/database/database.js';

type Row = Omit<BoardRow, 'lastSavedAt' | 'answered' | 'questionCount'> & { attemptId: string | null };

interface Saved {
  lastSavedAt: Date | null;
  answered: number;
}
interface Known extends Saved {
  /** The sign of life that stood there when the answers were counted. */
  signAt: number;
  countedAt: number;
}

/** A process that was killed took its last signs along: after this long everything is counted once more. */
const trustedMs = 60_000;

const readPeople: Statement = {
  name: 'invigilation.watched-people',
  text: `SELECT c.id, c.room_id AS "roomId", p.full_name AS "fullName", p.organisation_name AS "organisationName",
      p.is_demonstration AS "isDemonstration", c.checked_in_at AS "checkedInAt", c.attempt_number AS "attemptNumber",
      a.id AS "attemptId", a.started_at AS "startedAt", a.deadline_at AS "deadlineAt", a.paused_at AS "pausedAt",
      a.submitted_at AS "submittedAt", a.closed_by AS "closedBy", coalesce(a.late_count, 0) AS "lateCount",
      sign.last_seen_at AS "lastSeenAt", coalesce(sign.waiting, 0) AS waiting, ${extraMinutes} AS "extraMinutes"
    FROM exam_candidate c JOIN exam x ON x.id = c.exam_id JOIN person p ON p.id = c.person_id
      ${currentAttempt} LEFT JOIN attempt_sign sign ON sign.attempt_id = a.id
    WHERE c.exam_id = $1 AND c.room_id = ANY($2::uuid[]) ORDER BY p.sort_key, c.id`,
};
const countAnswers: Statement = {
  name: 'invigilation.count-answers',
  text: `SELECT k.attempt_id AS "attemptId", max(k.saved_at) AS "lastSavedAt",
      (count(*) FILTER (WHERE k.option_ids <> '{}' OR k.text <> ''))::integer AS answered
    FROM attempt_answer k WHERE k.attempt_id = ANY($1::uuid[]) GROUP BY k.attempt_id`,
};

const none: Saved = { lastSavedAt: null, answered: 0 };

function later(one: Date | null, other: Date | null): Date | null {
  return one && other ? (one > other ? one : other) : (one ?? other);
}

export class WatchedRooms {
  private saved = new Map<string, Known>();

  constructor(
    private readonly runner: Runner,
    private readonly examId: string,
  ) {}

  /** Everybody of these rooms by name. */
  async read(roomIds: readonly string[], now: Date): Promise<Omit<BoardRow, 'questionCount'>[]> {
    if (roomIds.length === 0) return [];
    const rows = await this.runner.rows<Row>(readPeople, [this.examId, roomIds]);
    await this.count(rows, now.getTime());
    return rows.map(({ attemptId, ...row }) => {
      const { lastSavedAt, answered } = this.saved.get(attemptId ?? '') ?? none;
      return { ...row, lastSavedAt, answered, lastSeenAt: later(row.lastSeenAt, lastSavedAt) };
    });
  }

  private async count(rows: readonly Row[], now: number): Promise<void> {
    // Only of those who are looked at, so that it does not grow.
    const kept = new Map<string, Known>();
    const stale = new Map<string, number>();
    for (const { attemptId, lastSeenAt } of rows) {
      if (attemptId === null) continue;
      const known = this.saved.get(attemptId);
      const signAt = lastSeenAt?.getTime() ?? 0;
      if (known && known.signAt === signAt && now - known.countedAt < trustedMs) kept.set(attemptId, known);
      else stale.set(attemptId, signAt);
    }
    this.saved = kept;
    if (stale.size === 0) return;
    const counted = await this.runner.rows<Saved & { attemptId: string }>(countAnswers, [[...stale.keys()]]);
    const byId = new Map(counted.map((row) => [row.attemptId, row]));
    for (const [id, signAt] of stale) {
      const { lastSavedAt, answered } = byId.get(id) ?? none;
      kept.set(id, { lastSavedAt, answered, signAt, countedAt: now });
    }
  }
}
