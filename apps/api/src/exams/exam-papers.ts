// The papers of an exam's candidates: drawn, kept and sealed, many at once ahead of time or one for somebody who came later.
// Every change of the rule waits for those who draw by it, and the other way round.
import { Injectable, Logger } from '@nestjs/common';
import type { CompleteRule } from '@onetouch/domain';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Rounds } from '../platform/rounds.js';
import { tryOne } from '../platform/try-one.js';
import { discardPapers, drawPapers } from '../quizzes/papers.js';
import type { CandidateState } from './candidate-state.js';
import { type SealedPaperRow, sealPaper } from './seal-paper.js';

/** Candidates in one transaction: a hundred papers are some megabytes and some tenths of a second. */
const chunk = 100;

const findWaiting: Statement = {
  name: 'exams.find-unprepared',
  text: `SELECT x.id, x.version_id AS "versionId" FROM exam x
    WHERE x.preparation_requested_at IS NOT NULL AND x.closes_at > $1 AND NOT (x.id = ANY($2::uuid[]))
      AND EXISTS (SELECT 1 FROM exam_candidate c WHERE c.exam_id = x.id AND c.paper_id IS NULL)
    ORDER BY x.starts_at, x.id LIMIT 1`,
};
const holdRule: Statement = {
  name: 'exams.hold-rule',
  text: 'SELECT lesson_id AS "lessonId", rule FROM exam WHERE id = $1 FOR SHARE',
};
const takeSome: Statement = {
  name: 'exams.take-unprepared',
  text: `SELECT id FROM exam_candidate WHERE exam_id = $1 AND paper_id IS NULL ORDER BY id LIMIT ${chunk}
    FOR NO KEY UPDATE SKIP LOCKED`,
};
const keep: Statement = {
  name: 'exams.keep-papers',
  text: `UPDATE exam_candidate c SET paper_id = p.paper_id, key = p.key, sealed = p.sealed, nonce = p.nonce,
      needed_points = p.needed_points, possible_points = p.possible_points
    FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::integer[], $7::integer[])
      AS p(id, paper_id, key, sealed, nonce, needed_points, possible_points)
    WHERE c.id = p.id`,
};
const letGo: Statement = {
  name: 'exams.discard-papers',
  text: `UPDATE exam_candidate SET paper_id = NULL, key = NULL, sealed = NULL, nonce = NULL, needed_points = NULL, possible_points = NULL
    WHERE exam_id = $1 AND paper_id IS NOT NULL RETURNING old.paper_id AS "paperId"`,
};

interface WaitingExam {
  id: string;
  versionId: string;
}

interface Rule {
  lessonId: string;
  rule: CompleteRule;
}

function paperOf(papers: ReadonlyMap<string, SealedPaperRow>, candidateId: string): SealedPaperRow {
  const paper = papers.get(candidateId);
  if (!paper) throw new Error(`no paper was drawn for ${candidateId}`);
  return paper;
}

@Injectable()
export class ExamPapers {
  private readonly logger = new Logger(ExamPapers.name);

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    rounds.every('drawing', 1_000, () => this.drawAll());
  }

  /** Draws what was asked for until nothing is left; several processes share the work. A killed one loses its last hundred. */
  async drawAll(): Promise<void> {
    const done: string[] = [];
    for (;;) {
      const exam = await this.database.row<WaitingExam>(findWaiting, [this.clock.now(), done]);
      if (!exam) return;
      // What is left after a round that found nothing is in the hands of another process.
      if ((await this.trySome(exam)) === 0) done.push(exam.id);
    }
  }

  private async trySome({ id, versionId }: WaitingExam): Promise<number> {
    let drawn = 0;
    await tryOne(this.logger, `papers of exam ${id} could not be drawn`, async () => {
      drawn = await this.drawSome(id, versionId);
    });
    return drawn;
  }

  /** Draws for up to a hundred candidates who have no paper, and answers for how many. */
  async drawSome(examId: string, versionId: string): Promise<number> {
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(versionId);
    return this.database.transaction(async (transaction) => {
      const rule = await this.holdRule(transaction, examId);
      const candidates = await transaction.rows<{ id: string }>(takeSome, [examId]);
      const ids = candidates.map(({ id }) => id);
      if (ids.length > 0) await this.keep(transaction, await this.seal(transaction, ids, { version, rule }));
      return ids.length;
    });
  }

  /** A new paper for one candidate, not given to the candidate yet: what a restart takes. */
  async drawOne(
    transaction: Transaction,
    candidate: Pick<CandidateState, 'id' | 'examId'>,
    version: PublishedVersion,
  ): Promise<SealedPaperRow> {
    const rule = await this.holdRule(transaction, candidate.examId);
    return paperOf(await this.seal(transaction, [candidate.id], { version, rule }), candidate.id);
  }

  /** Draws a paper for a candidate, who is locked and has none, and gives it. */
  async give(
    transaction: Transaction,
    candidate: Pick<CandidateState, 'id' | 'examId'>,
    version: PublishedVersion,
  ): Promise<SealedPaperRow> {
    const { id, examId } = candidate;
    return paperOf(await this.giveMany(transaction, { examId, candidateIds: [id], version }), id);
  }

  /** The same for several candidates of one exam, in as few statements as for one; by candidate. */
  async giveMany(
    transaction: Transaction,
    {
      examId,
      candidateIds,
      version,
    }: { examId: string; candidateIds: readonly string[]; version: PublishedVersion },
  ): Promise<Map<string, SealedPaperRow>> {
    const rule = await this.holdRule(transaction, examId);
    const papers = await this.seal(transaction, candidateIds, { version, rule });
    await this.keep(transaction, papers);
    return papers;
  }

  /** Lets go of every paper of an exam, whose row is locked: its rule has changed. */
  async discard(transaction: Transaction, examId: string): Promise<void> {
    const papers = await transaction.rows<{ paperId: string }>(letGo, [examId]);
    await discardPapers(
      transaction,
      papers.map(({ paperId }) => paperId),
    );
  }

  private async holdRule(transaction: Transaction, examId: string): Promise<Rule> {
    const [rule] = await transaction.rows<Rule>(holdRule, [examId]);
    if (!rule) throw new Error(`no exam ${examId}`);
    return rule;
  }

  private async seal(
    transaction: Transaction,
    candidateIds: readonly string[],
    { version, rule }: { version: PublishedVersion; rule: Rule },
  ): Promise<Map<string, SealedPaperRow>> {
    const wish = { ...rule, version, count: candidateIds.length, now: this.clock.now() };
    const papers = await drawPapers(transaction, wish);
    return new Map(
      papers.flatMap((paper, index) => {
        const id = candidateIds[index];
        return id === undefined ? [] : [[id, sealPaper(id, paper)] as const];
      }),
    );
  }

  private async keep(transaction: Transaction, papers: ReadonlyMap<string, SealedPaperRow>): Promise<void> {
    const rows = [...papers.values()];
    await transaction.rows(keep, [
      [...papers.keys()],
      rows.map((row) => row.paperId),
      rows.map((row) => row.key),
      rows.map((row) => row.sealed),
      rows.map((row) => row.nonce),
      rows.map((row) => row.neededPoints),
      rows.map((row) => row.possiblePoints),
    ]);
  }
}
