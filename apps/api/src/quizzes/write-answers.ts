// Writes answers that came at the same moment in one statement and one commit. It takes only what is plainly in time and skips whom
// somebody else has under lock; everything else goes the careful way, so that no learner waits for another one.
import { Injectable } from '@nestjs/common';
import { Batches, usualLimits } from '../platform/database/batches.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { type AttemptClock, clockColumns } from './attempt-state.js';
import { StartsFirst } from './starts-first.js';

export interface AnswerToSave {
  attemptId: string;
  questionId: string;
  optionIds: readonly string[];
  text: string;
  isFlagged: boolean;
  isFinal: boolean;
  sequence: number;
  answeredAt: Date | null;
  /** Where it was given; kept of late answers only. */
  device?: string | undefined;
}

export interface AnswerRow {
  questionId: string;
  optionIds: string[];
  text: string;
  isFlagged: boolean;
  isFinal: boolean;
  sequence: number;
  savedAt: Date;
  isLate: boolean;
}

/** An answer as it is kept, with the clock of its attempt. */
export interface KeptAnswer {
  answer: AnswerRow;
  clock: AttemptClock;
}

type WrittenRow = AnswerRow & AttemptClock & { attemptId: string };

/** Columns of an `AnswerRow`, from the table or alias that is named. */
export function answerColumns(kept: string): string {
  return `${kept}.question_id AS "questionId", ${kept}.option_ids AS "optionIds", ${kept}.text, ${kept}.is_flagged AS "isFlagged",
    ${kept}.is_final AS "isFinal", ${kept}.sequence, ${kept}.saved_at AS "savedAt", ${kept}.is_late AS "isLate"`;
}

/** What a newer answer puts in the place of the kept one, but for its time; another text takes the marks of the old one away. */
export function replacedColumns(kept: string): string {
  return `option_ids = EXCLUDED.option_ids, text = EXCLUDED.text, is_flagged = EXCLUDED.is_flagged, is_final = EXCLUDED.is_final,
    sequence = EXCLUDED.sequence, saved_at = EXCLUDED.saved_at, is_late = EXCLUDED.is_late,
    points = CASE WHEN ${kept}.text = EXCLUDED.text THEN ${kept}.points END,
    comment = CASE WHEN ${kept}.text = EXCLUDED.text THEN ${kept}.comment END`;
}

// The share lock makes a submission wait for saves under way, and a later save see the submission. Rows are written in the order of their keys, so that two such statements never wait for each other in a circle.
const write: Statement = {
  name: 'quizzes.write-answers',
  text: `WITH sent AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::boolean[], $7::integer[], $8::timestamptz[])
      AS s(attempt_id, question_id, option_ids, text, is_flagged, is_final, sequence, answered_at)
    ), open AS (
      SELECT id, started_at, deadline_at, paused_at, submitted_at, closed_by, voided_at, device FROM attempt
      WHERE id = ANY($1::uuid[]) AND submitted_at IS NULL AND voided_at IS NULL
        AND (deadline_at IS NULL OR deadline_at >= $9 OR paused_at IS NOT NULL)
      ORDER BY id FOR SHARE SKIP LOCKED
    ), written AS (
      INSERT INTO attempt_answer AS kept
        (attempt_id, question_id, option_ids, text, is_flagged, is_final, sequence, answered_at, saved_at)
      SELECT s.attempt_id, s.question_id, string_to_array(s.option_ids, ','), s.text, s.is_flagged, s.is_final, s.sequence, s.answered_at, $9
      FROM sent s JOIN open ON open.id = s.attempt_id ORDER BY s.attempt_id, s.question_id
      ON CONFLICT (attempt_id, question_id) DO UPDATE
        SET ${replacedColumns('kept')}, answered_at = EXCLUDED.answered_at
        WHERE kept.sequence < EXCLUDED.sequence AND NOT kept.is_final
      RETURNING kept.*
    )
    SELECT written.attempt_id AS "attemptId", ${answerColumns('written')}, ${clockColumns('open')}
    FROM written JOIN open ON open.id = written.attempt_id`,
};

const keyOf = (answer: { attemptId: string; questionId: string }) =>
  `${answer.attemptId} ${answer.questionId}`;

/** Of several answers to one question only the newest is written: a statement touches a row once. */
function newestOf(answers: readonly AnswerToSave[]): Map<string, AnswerToSave> {
  const newest = new Map<string, AnswerToSave>();
  for (const answer of answers) {
    const other = newest.get(keyOf(answer));
    if (!other || other.sequence < answer.sequence) newest.set(keyOf(answer), answer);
  }
  return newest;
}

@Injectable()
export class WriteAnswers {
  private readonly batches: Batches<AnswerToSave, KeptAnswer | null>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    startsFirst: StartsFirst,
  ) {
    this.batches = new Batches((answers) => this.write(answers), { ...usualLimits, after: startsFirst });
  }

  /** The answer as kept, or null when nothing was written and the careful way must say why. */
  add(answer: AnswerToSave): Promise<KeptAnswer | null> {
    return this.batches.add(answer);
  }

  private async write(answers: readonly AnswerToSave[]): Promise<(KeptAnswer | null)[]> {
    const newest = newestOf(answers);
    const sent = [...newest.values()];
    const rows = await this.database.rows<WrittenRow>(write, [
      sent.map((answer) => answer.attemptId),
      sent.map((answer) => answer.questionId),
      sent.map((answer) => answer.optionIds.join()),
      sent.map((answer) => answer.text),
      sent.map((answer) => answer.isFlagged),
      sent.map((answer) => answer.isFinal),
      sent.map((answer) => answer.sequence),
      sent.map((answer) => answer.answeredAt),
      this.clock.now(),
    ]);
    const kept = new Map(rows.map((row) => [keyOf(row), { answer: row, clock: row }]));
    return answers.map((answer) =>
      newest.get(keyOf(answer)) === answer ? (kept.get(keyOf(answer)) ?? null) : null,
    );
  }
}
