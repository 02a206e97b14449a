// Saves one answer and confirms it. The database decides between two saves by their sequence, and between a save and a submission.
import type { SavedAnswer } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { presentAnswer } from './present-attempt.js';
import { type AnswerRow, QuizzesQueries } from './quizzes.queries.js';

interface AnswerToSave {
  attemptId: string;
  questionId: string;
  personId: string;
  optionIds: string[];
  isFlagged: boolean;
  sequence: number;
}

/** What a save must know of a paper: frozen, so it can be remembered. */
interface KnownPaper {
  personId: string;
  questions: Map<string, { kind: string; optionIds: Set<string> }>;
}

const rememberedPapers = 10_000;

// The share lock makes a submission wait for saves under way, and a later save see the submission.
const save: Statement = {
  name: 'quizzes.save-answer',
  text: `WITH open AS (SELECT id FROM attempt WHERE id = $1 AND submitted_at IS NULL FOR SHARE)
    INSERT INTO attempt_answer AS kept (attempt_id, question_id, option_ids, is_flagged, sequence, saved_at)
    SELECT open.id, $2, $3, $4, $5, $6 FROM open
    ON CONFLICT (attempt_id, question_id) DO UPDATE
      SET option_ids = EXCLUDED.option_ids, is_flagged = EXCLUDED.is_flagged, sequence = EXCLUDED.sequence, saved_at = EXCLUDED.saved_at
      WHERE kept.sequence < EXCLUDED.sequence
    RETURNING question_id AS "questionId", option_ids AS "optionIds", is_flagged AS "isFlagged", sequence, saved_at AS "savedAt"`,
};
const readKept: Statement = {
  name: 'quizzes.kept-answer',
  text: `SELECT k.question_id AS "questionId", k.option_ids AS "optionIds", k.is_flagged AS "isFlagged", k.sequence, k.saved_at AS "savedAt",
      a.submitted_at AS "submittedAt"
    FROM attempt a LEFT JOIN attempt_answer k ON k.attempt_id = a.id AND k.question_id = $2 WHERE a.id = $1`,
};

@Injectable()
export class SaveAnswer {
  private readonly papers = new LRUCache<string, KnownPaper>({ max: rememberedPapers });

  constructor(
    private readonly database: Database,
    private readonly queries: QuizzesQueries,
    private readonly clock: Clock,
  ) {}

  /** Keeps the answer with the highest sequence and answers what is kept. */
  async save(answer: AnswerToSave): Promise<SavedAnswer> {
    const paper =
      this.papers.get(answer.attemptId) ?? (await this.loadPaper(answer.attemptId, answer.personId));
    if (paper.personId !== answer.personId) throw new Problem('attempt.not-found');
    this.refuseStrayAnswer(paper, answer);
    const { attemptId, questionId, optionIds, isFlagged, sequence } = answer;
    const values = [attemptId, questionId, [...new Set(optionIds)], isFlagged, sequence, this.clock.now()];
    const saved = await this.database.row<AnswerRow>(save, values);
    return presentAnswer(attemptId, saved ?? (await this.kept(attemptId, questionId, sequence)));
  }

  /** Nothing was written: either a newer answer is kept, or the attempt is closed. */
  private async kept(attemptId: string, questionId: string, sequence: number): Promise<AnswerRow> {
    const row = await this.database.row<AnswerRow & { submittedAt: Date | null }>(readKept, [
      attemptId,
      questionId,
    ]);
    const isKept = row?.questionId && row.sequence >= sequence;
    // The same save again after the submission is answered as saved, because it is.
    if (row && isKept && (!row.submittedAt || row.sequence === sequence)) return row;
    throw new Problem('attempt.closed');
  }

  private refuseStrayAnswer(paper: KnownPaper, answer: AnswerToSave): void {
    const question = paper.questions.get(answer.questionId);
    if (!question) throw new Problem('attempt.question-unknown');
    const isTooMany = question.kind !== 'multiple' && new Set(answer.optionIds).size > 1;
    if (isTooMany || answer.optionIds.some((id) => !question.optionIds.has(id)))
      throw new Problem('attempt.option-unknown');
  }

  private async loadPaper(attemptId: string, personId: string): Promise<KnownPaper> {
    const attempt = await this.queries.find(attemptId, personId);
    if (!attempt) throw new Problem('attempt.not-found');
    const questions = attempt.paper.questions.map(
      ({ id, kind, options }) =>
        [id, { kind, optionIds: new Set(options.map((option) => option.id)) }] as const,
    );
    const paper = { personId, questions: new Map(questions) };
    this.papers.set(attemptId, paper);
    return paper;
  }
}
