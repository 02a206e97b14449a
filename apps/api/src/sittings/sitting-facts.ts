// What a start is decided by: candidates, the clock of their exam, their attempt if there is one. Many at once; decides nothing.
import type { CompleteRule } from '@onetouch/domain';
import { LRUCache } from 'lru-cache';
import { Injectable } from '@nestjs/common';
import { currentAttempt } from '../exams/board-candidates.js';
import { quizOf } from '../exams/find-parts.js';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Database, type Runner, type Statement, type Transaction } from '../platform/database/database.js';
import { type AttemptClock, clockColumns } from '../quizzes/attempt-state.js';

export interface StartFacts {
  id: string;
  examId: string;
  personId: string;
  enrolmentId: string;
  startsAt: Date;
  closesAt: Date;
  releasedAt: Date | null;
  checkedInAt: Date | null;
  attemptNumber: number;
  paperId: string | null;
  key: Buffer | null;
  neededPoints: number | null;
  possiblePoints: number | null;
  roomPausedAt: Date | null;
  /** Given before the start. */
  extraMinutes: number;
  attemptId: string | null;
  clock: AttemptClock | null;
}

/** What no longer changes once check-in is open. */
export interface ExamPlan {
  lessonId: string;
  rule: CompleteRule;
  release: 'at-once' | 'by-person';
  spreadSeconds: number;
  version: PublishedVersion;
  /** Where a start may come from; empty for anywhere. */
  networks: readonly string[];
}

const read: Statement = {
  name: 'sittings.start-facts',
  text: `SELECT c.id, c.exam_id AS "examId", c.person_id AS "personId", c.enrolment_id AS "enrolmentId", x.starts_at AS "startsAt",
      x.closes_at AS "closesAt", x.released_at AS "releasedAt", c.checked_in_at AS "checkedInAt",
      c.attempt_number AS "attemptNumber", c.paper_id AS "paperId", c.key, c.needed_points AS "neededPoints",
      c.possible_points AS "possiblePoints", r.paused_at AS "roomPausedAt",
      CASE WHEN a.id IS NULL THEN coalesce((SELECT sum(g.minutes)::integer FROM attempt_extension g
        WHERE g.enrolment_id = c.enrolment_id AND g.lesson_id = x.lesson_id AND g.exam_id = c.exam_id), 0) ELSE 0 END AS "extraMinutes",
      a.id AS "attemptId", ${clockColumns('a')}
    FROM exam_candidate c JOIN exam x ON x.id = c.exam_id LEFT JOIN exam_room r ON r.id = c.room_id ${currentAttempt}
    WHERE c.id = ANY($1::uuid[])`,
};
const readPlans: Statement = {
  name: 'sittings.exam-plans',
  text: `SELECT id, version_id AS "versionId", lesson_id AS "lessonId", rule, release, spread_seconds AS "spreadSeconds"
    FROM exam WHERE id = ANY($1::uuid[])`,
};
// Whoever is held by somebody else is left out: no learner waits for another one's row.
const lockFree: Statement = {
  name: 'sittings.lock-free',
  text: `SELECT c.id, c.room_id AS "roomId" FROM exam_candidate c JOIN enrolment e ON e.id = c.enrolment_id
    WHERE c.id = ANY($1::uuid[]) ORDER BY c.id FOR NO KEY UPDATE OF c, e SKIP LOCKED`,
};
// Neither is anybody of a room that is being paused at this moment.
const lockRooms: Statement = {
  name: 'sittings.lock-free-rooms',
  text: 'SELECT id FROM exam_room WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE SKIP LOCKED',
};

type FactsRow = Omit<StartFacts, 'clock'> & Omit<AttemptClock, 'startedAt'> & { startedAt: Date | null };
type PlanRow = Omit<ExamPlan, 'version' | 'networks'> & { id: string; versionId: string };

function toFacts(row: FactsRow): StartFacts {
  const { startedAt, deadlineAt, pausedAt, submittedAt, closedBy, voidedAt, device, ...facts } = row;
  const clock = startedAt && { startedAt, deadlineAt, pausedAt, submittedAt, closedBy, voidedAt, device };
  return { ...facts, clock };
}

@Injectable()
export class SittingFacts {
  private readonly plans = new LRUCache<string, ExamPlan>({ max: 100 });

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
  ) {}

  /** These sittings by id; an id that is none is absent. */
  async read(runner: Runner, sittingIds: readonly string[]): Promise<Map<string, StartFacts>> {
    const rows = await runner.rows<FactsRow>(read, [sittingIds]);
    return new Map(rows.map((row) => [row.id, toFacts(row)]));
  }

  /** Locks those of these sittings that nobody else holds, until the end of the transaction, and answers their ids. */
  async lockFree(transaction: Transaction, sittingIds: readonly string[]): Promise<string[]> {
    const locked = await transaction.rows<{ id: string; roomId: string | null }>(lockFree, [sittingIds]);
    const roomIds = new Set(locked.flatMap((row) => row.roomId ?? []));
    const rooms = await transaction.rows<{ id: string }>(lockRooms, [[...roomIds]]);
    const free = new Set(rooms.map((room) => room.id));
    return locked.filter(({ roomId }) => roomId === null || free.has(roomId)).map(({ id }) => id);
  }

  /** Plans of exams whose check-in is open, kept in memory from then on: they change no more. */
  async readPlans(examIds: Iterable<string>): Promise<ReadonlyMap<string, ExamPlan>> {
    const wanted = [...new Set(examIds)];
    const missing = wanted.filter((id) => !this.plans.has(id));
    if (missing.length > 0) await this.load(missing);
    return new Map(
      wanted.flatMap((id) => {
        const plan = this.plans.get(id);
        return plan ? [[id, plan] as const] : [];
      }),
    );
  }

  private async load(examIds: readonly string[]): Promise<void> {
    const rows = await this.database.rows<PlanRow>(readPlans, [examIds]);
    const versions = await this.versions.getMany(rows.map((row) => row.versionId));
    for (const { id, versionId, ...plan } of rows) {
      const version = versions.get(versionId);
      if (!version) continue;
      const networks = quizOf(version, plan.lessonId).gate?.networks ?? [];
      this.plans.set(id, { ...plan, version, networks });
    }
  }
}
