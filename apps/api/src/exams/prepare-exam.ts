// Before the morning: everybody gets a seat, and papers are asked for. Both may be done again, and do only what is left.
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { seatCandidates } from './assign-seats.js';
import { addCandidates } from './candidates.js';
import { recordEvent } from './exam-events.js';
import type { ExamFacts } from './exam-facts.js';

const request: Statement = {
  name: 'exams.request-preparation',
  text: 'UPDATE exam SET preparation_requested_at = coalesce(preparation_requested_at, $2) WHERE id = $1',
};
const findCandidate: Statement = {
  name: 'exams.has-candidates',
  text: 'SELECT 1 FROM exam_candidate WHERE exam_id = $1 LIMIT 1',
};

@Injectable()
export class PrepareExam {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Seats everybody without a room; refuses with `exam.seats-missing` and then seats nobody. */
  async assign(exam: ExamFacts, actor: Actor): Promise<void> {
    const now = this.refuseOver(exam);
    await this.database.transaction(async (transaction) => {
      const seated = await seatCandidates(transaction, exam.id);
      const line = { examId: exam.id, kind: 'assigned' as const, actorId: actor.personId, at: now };
      if (seated > 0) await recordEvent(transaction, { ...line, reason: `+${seated}` });
    });
  }

  /** Takes in members who came later, and lets the round draw what is missing. */
  async prepare(exam: ExamFacts, actor: Actor): Promise<void> {
    const now = this.refuseOver(exam);
    const version = await this.versions.get(exam.versionId);
    await this.database.transaction(async (transaction) => {
      await addCandidates(transaction, exam.id, { version, now });
      const some = await transaction.rows(findCandidate, [exam.id]);
      if (some.length === 0) throw new Problem('exam.no-candidates');
      await transaction.rows(request, [exam.id, now]);
      await recordEvent(transaction, { examId: exam.id, kind: 'prepared', actorId: actor.personId, at: now });
    });
  }

  private refuseOver(exam: ExamFacts): Date {
    const now = this.clock.now();
    if (now >= exam.closesAt || exam.releasedAt) throw new Problem('exam.over');
    return now;
  }
}
