// Giving a mark: the attempt is locked, so that of two markers at once each gives one mark and nobody a third. The last mark that is
// needed settles the essay, and the attempt is marked again in the same transaction.
import { type CriterionMark, type InputOf, limits, type marking } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { lockHandedIn } from '../quizzes/remark-attempts.js';
import { remarkAttempt, settleEssay } from '../quizzes/remark-attempt.js';
import { type EssayKey, type EssayRow, findEssay, settledBy } from './essay-rows.js';

type MarkBody = InputOf<typeof marking.mark>['body'];

constraintMeans('essay_mark_attempt_id_question_id_text_hash_marker_id_key', 'marking.own-mark-exists');

const insert: Statement = {
  name: 'marking.insert-mark',
  text: `INSERT INTO essay_mark (attempt_id, question_id, text_hash, marker_id, points, criteria, comment, marked_at)
    SELECT k.attempt_id, k.question_id, md5(k.text), $3, $4, $5, $6, $7 FROM attempt_answer k
    WHERE k.attempt_id = $1 AND k.question_id = $2`,
};

const byId = (criteria: readonly CriterionMark[]) =>
  JSON.stringify(criteria.map(({ criterionId, points }) => [criterionId, points]).sort());

/** Refuses unless every criterion of the rubric has one mark, within its points. */
function refuseOtherCriteria({ question }: EssayRow, criteria: readonly CriterionMark[]): void {
  const mostById = new Map(question.essay.rubric.map(({ id, points }) => [id, points]));
  const ids = new Set(criteria.map(({ criterionId }) => criterionId));
  const isComplete = ids.size === criteria.length && ids.size === mostById.size;
  if (!isComplete || criteria.some(({ criterionId }) => !mostById.has(criterionId)))
    throw new Problem('marking.criterion-unknown');
  const over = criteria.findIndex(({ criterionId, points }) => points > (mostById.get(criterionId) ?? 0));
  if (over >= 0)
    throw new Problem('request.invalid', {
      issues: [{ path: `body.criteria.${over}.points`, message: 'is more than the criterion is worth' }],
    });
}

/** What the writer reads: the decider's words, or those of all who marked it. */
function commentOf({ marks }: EssayRow, by: 'single' | 'mean' | 'decider'): string {
  const heard = by === 'decider' ? marks.slice(2) : marks;
  return heard
    .map(({ comment }) => comment)
    .filter((comment) => comment !== '')
    .join('\n\n')
    .slice(0, limits.incidentLength * 2);
}

@Injectable()
export class MarkEssay {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `marking.not-found`, `marking.own-mark-exists`, `marking.done` and `marking.criterion-unknown`. The same mark again changes nothing. */
  async mark(actor: Actor, key: EssayKey, body: MarkBody): Promise<EssayRow> {
    const essay = await findEssay(this.database, actor, key);
    if (!essay) throw new Problem('marking.not-found');
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(essay.versionId);
    return this.database.transaction(async (transaction) => {
      await lockHandedIn(transaction, [key.attemptId]);
      const before = await this.read(transaction, actor, key);
      const own = before.marks.find((mark) => mark.markerId === actor.personId);
      if (own && byId(own.criteria) === byId(body.criteria) && own.comment === body.comment) return before;
      if (own) throw new Problem('marking.own-mark-exists');
      if (!before.isPending) throw new Problem('marking.done');
      refuseOtherCriteria(before, body.criteria);
      const now = this.clock.now();
      await this.insert(transaction, key, { ...body, markerId: actor.personId, now });
      const after = await this.read(transaction, actor, key);
      if (!(await this.settle(transaction, after))) return after;
      await remarkAttempt(transaction, key.attemptId, { version, now });
      return this.read(transaction, actor, key);
    });
  }

  private async read(transaction: Transaction, actor: Actor, key: EssayKey): Promise<EssayRow> {
    const essay = await findEssay(transaction, actor, key);
    if (!essay) throw new Problem('marking.not-found');
    return essay;
  }

  private async insert(
    transaction: Transaction,
    { attemptId, questionId }: EssayKey,
    { criteria, comment, markerId, now }: MarkBody & { markerId: string; now: Date },
  ): Promise<void> {
    const points = criteria.reduce((sum, criterion) => sum + criterion.points, 0);
    const values = [attemptId, questionId, markerId, points, JSON.stringify(criteria), comment, now];
    await transaction.rows(insert, values);
  }

  private async settle(transaction: Transaction, essay: EssayRow): Promise<boolean> {
    const settled = settledBy(essay);
    if (!settled) return false;
    const { attemptId, questionId } = essay;
    const comment = commentOf(essay, settled.by);
    return settleEssay(transaction, { attemptId, questionId, points: settled.points, comment });
  }
}
