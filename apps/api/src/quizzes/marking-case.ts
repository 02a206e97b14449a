// An attempt under lock with everything that its mark is worked out from. Writes nothing.
import type { CompleteRule, Grade, Paper, QuestionCorrection } from '@onetouch/domain';
import { gradeAttempt } from '@onetouch/domain';
import type { Runner, Statement, Transaction } from '../platform/database/database.js';
import { type AttemptClock, clockColumns } from './attempt-state.js';

export interface MarkingCase extends AttemptClock {
  id: string;
  enrolmentId: string;
  personId: string;
  versionId: string;
  lessonId: string;
  examId: string | null;
  number: number;
  rule: CompleteRule;
  paper: Paper;
  neededPoints: number;
  possiblePoints: number;
  points: number | null;
  hasPassed: boolean | null;
  result: Grade | null;
  markedAt: Date | null;
  /** By a person. */
  isHeld: boolean;
  /** By answers that came late. */
  heldUntil: Date | null;
  /** Reached before more time opened it again; those that stand by a decision are told by `findStandingPasses`. */
  passStands: boolean;
  /** In force for its quiz. */
  corrections: QuestionCorrection[];
}

export interface AnswerToMark {
  questionId: string;
  optionIds: string[];
  text: string;
  /** What markers settled for an essay. */
  points: number | null;
}

/** A handed-in attempt with its answers. Of its result only the points: they stand for those of a mark that waits for an essay. */
export interface CaseToMark extends Omit<MarkingCase, 'result'> {
  resultPoints: number | null;
  answers: AnswerToMark[];
}

// A version published after a correction was written by somebody who knew of it.
const columns = `a.id, a.enrolment_id AS "enrolmentId", a.person_id AS "personId", a.version_id AS "versionId", a.lesson_id AS "lessonId",
  a.exam_id AS "examId", a.number, a.rule, p.paper, a.needed_points AS "neededPoints", a.possible_points AS "possiblePoints", a.points,
  a.has_passed AS "hasPassed", a.marked_at AS "markedAt", a.is_held AS "isHeld", a.held_until AS "heldUntil",
  a.pass_stands AS "passStands", ${clockColumns('a')},
  coalesce((SELECT json_agg(c.correction ORDER BY c.applied_at, c.id) FROM question_correction c
    WHERE c.lesson_id = a.lesson_id AND (c.exam_id IS NULL OR c.exam_id = a.exam_id)
    AND c.applied_at >= (SELECT v.published_at FROM course_version v WHERE v.id = a.version_id)), '[]') AS corrections`;
const cases = `SELECT ${columns}, a.result FROM attempt a JOIN paper p ON p.id = a.paper_id`;
// Waits for saves under way; whatever has a receipt by then is marked.
const lock: Statement = {
  name: 'quizzes.lock-case',
  text: `${cases} WHERE a.id = $1 FOR NO KEY UPDATE OF a`,
};
const lockIfFree: Statement = {
  name: 'quizzes.lock-free-cases',
  text: `${cases} WHERE a.id = ANY($1::uuid[]) ORDER BY a.id FOR NO KEY UPDATE OF a SKIP LOCKED`,
};
const readMany: Statement = {
  name: 'quizzes.read-cases',
  text: `SELECT ${columns}, (a.result ->> 'points')::integer AS "resultPoints",
      coalesce((SELECT json_agg(json_build_object('questionId', k.question_id, 'optionIds', k.option_ids, 'text', k.text, 'points', k.points))
        FROM attempt_answer k WHERE k.attempt_id = a.id), '[]') AS answers
    FROM attempt a JOIN paper p ON p.id = a.paper_id
    WHERE a.id = ANY($1::uuid[]) AND a.submitted_at IS NOT NULL AND a.voided_at IS NULL ORDER BY a.id`,
};
const readAnswers: Statement = {
  name: 'quizzes.answers-to-mark',
  text: `SELECT attempt_id AS "attemptId", question_id AS "questionId", option_ids AS "optionIds", text, points
    FROM attempt_answer WHERE attempt_id = ANY($1::uuid[])`,
};

/** Locks one attempt for this transaction; undefined when there is none. */
export async function lockCase(
  transaction: Transaction,
  attemptId: string,
): Promise<MarkingCase | undefined> {
  return (await transaction.rows<MarkingCase>(lock, [attemptId]))[0];
}

/** Locks those of these attempts that nobody else has under lock. */
export function lockFreeCases(
  transaction: Transaction,
  attemptIds: readonly string[],
): Promise<MarkingCase[]> {
  return transaction.rows<MarkingCase>(lockIfFree, [attemptIds]);
}

/** Those of these attempts that are handed in, with their answers, by id. */
export function readCases(runner: Runner, attemptIds: readonly string[]): Promise<CaseToMark[]> {
  return runner.rows(readMany, [attemptIds]);
}

/** Everything saved for these attempts. Read after their lock, so that saves which were under way are in it. */
export async function answersOfMany(
  transaction: Transaction,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, AnswerToMark[]>> {
  const rows = await transaction.rows<AnswerToMark & { attemptId: string }>(readAnswers, [attemptIds]);
  return Map.groupBy(rows, (row) => row.attemptId);
}

/** The same of one attempt. */
export async function answersToMark(transaction: Transaction, attemptId: string): Promise<AnswerToMark[]> {
  return (await answersOfMany(transaction, [attemptId])).get(attemptId) ?? [];
}

/** Whether there is anything in an answer. */
export function isAnswered({ optionIds, text }: Pick<AnswerToMark, 'optionIds' | 'text'>): boolean {
  return optionIds.length > 0 || text.trim() !== '';
}

/** The mark by the paper, the frozen rule, what markers settled and the corrections in force, or those handed in instead. */
export function gradeCase(
  attempt: Pick<MarkingCase, 'paper' | 'rule' | 'corrections'>,
  answers: readonly AnswerToMark[],
  corrections: readonly QuestionCorrection[] = attempt.corrections,
): Grade {
  const settled = answers.flatMap(({ questionId, points }) =>
    points === null ? [] : [[questionId, points] as const],
  );
  const { hasPartialCredit, wrongPercent, passPercent } = attempt.rule;
  return gradeAttempt(
    attempt.paper,
    new Map(answers.map((answer) => [answer.questionId, answer.optionIds])),
    {
      hasPartialCredit,
      wrongPercent,
      passPercent,
      essayPoints: new Map(settled),
      essayTexts: new Map(answers.map((answer) => [answer.questionId, answer.text])),
      corrections,
    },
  );
}
