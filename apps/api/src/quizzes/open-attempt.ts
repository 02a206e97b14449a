// Opens attempts, one or many in one statement: the row with its paper, its frozen rule and its clock. Whether somebody may start is
// the caller's to decide. No learner waits for another one: whose enrolment is locked is opened alone, afterwards.
import { type CompleteRule, withPlan } from '@onetouch/domain';
import { noteBeginning } from '../enrolments/locked-enrolment.js';
import type { Runner, Statement } from '../platform/database/database.js';
import { type AttemptClock, clockColumns } from './attempt-state.js';

export interface AttemptToOpen {
  personId: string;
  enrolmentId: string;
  lessonId: string;
  versionId: string;
  /** Null outside an exam. */
  examId: string | null;
  /** Counts from 1 within the quiz, or within the exam. */
  number: number;
  paperId: string;
  /** In an exam with the window of the exam. */
  rule: CompleteRule;
  startedAt: Date;
  deadlineAt: Date | null;
  /** Extensions and credits that are in the deadline already. */
  extraSeconds: number;
  device: string | null;
  /** The mark is kept back until `ReleaseAttempts`. */
  isHeld: boolean;
  neededPoints: number;
  possiblePoints: number;
}

export interface OpenedAttempt extends AttemptClock {
  id: string;
  enrolmentId: string;
  lessonId: string;
  examId: string | null;
  number: number;
  paperId: string;
  /** False for an attempt that was there already: the same start once more. */
  isNew: boolean;
}

const columns = (table: string, isNew: boolean) => `${table}.id, ${table}.enrolment_id AS "enrolmentId",
  ${table}.lesson_id AS "lessonId", ${table}.exam_id AS "examId", ${table}.number, ${table}.paper_id AS "paperId",
  ${isNew} AS "isNew", ${clockColumns(table)}`;

/** Opens what is not there and reads what is; `waits` for locked enrolments or leaves them out. */
const open = (name: string, lock: string): Statement => ({
  name,
  text: `WITH sent AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::uuid[], $8::jsonb[],
        $9::timestamptz[], $10::timestamptz[], $11::integer[], $12::text[], $13::boolean[], $14::integer[], $15::integer[])
      AS s(person_id, enrolment_id, lesson_id, version_id, exam_id, number, paper_id, rule, started_at, deadline_at, extra_seconds,
        device, is_held, needed_points, possible_points)
    ), free AS (
      SELECT id, started_at FROM enrolment WHERE id = ANY($2::uuid[]) ORDER BY id ${lock}
    ), opened AS (
      INSERT INTO attempt (person_id, enrolment_id, lesson_id, version_id, exam_id, number, paper_id, rule, started_at, deadline_at,
        extra_seconds, device, is_held, needed_points, possible_points)
      SELECT sent.* FROM sent JOIN free ON free.id = sent.enrolment_id ORDER BY sent.enrolment_id
      ON CONFLICT DO NOTHING RETURNING *
    ), begun AS (${noteBeginning})
    SELECT ${columns('opened', true)} FROM opened
    UNION ALL
    SELECT ${columns('a', false)} FROM sent JOIN attempt a
      ON a.enrolment_id = sent.enrolment_id AND a.lesson_id = sent.lesson_id
      AND a.exam_id IS NOT DISTINCT FROM sent.exam_id AND a.number = sent.number`,
});
const openFree = open('quizzes.open-attempts', 'FOR NO KEY UPDATE SKIP LOCKED');
const openWaiting = open('quizzes.open-attempt', 'FOR NO KEY UPDATE');

function valuesOf(wishes: readonly AttemptToOpen[]): unknown[] {
  return [
    wishes.map((wish) => wish.personId),
    wishes.map((wish) => wish.enrolmentId),
    wishes.map((wish) => wish.lessonId),
    wishes.map((wish) => wish.versionId),
    wishes.map((wish) => wish.examId),
    wishes.map((wish) => wish.number),
    wishes.map((wish) => wish.paperId),
    // With the plan that the paper was drawn by, so that the seed gives it again.
    wishes.map((wish) => JSON.stringify(withPlan(wish.rule))),
    wishes.map((wish) => wish.startedAt),
    wishes.map((wish) => wish.deadlineAt),
    wishes.map((wish) => wish.extraSeconds),
    wishes.map((wish) => wish.device),
    wishes.map((wish) => wish.isHeld),
    wishes.map((wish) => wish.neededPoints),
    wishes.map((wish) => wish.possiblePoints),
  ];
}

type Key = Pick<AttemptToOpen, 'enrolmentId' | 'lessonId' | 'examId' | 'number'>;
const keyOf = ({ enrolmentId, lessonId, examId, number }: Key) =>
  `${enrolmentId} ${lessonId} ${examId} ${number}`;

async function openAlone(runner: Runner, wish: AttemptToOpen): Promise<OpenedAttempt> {
  const [opened] = await runner.rows<OpenedAttempt>(openWaiting, valuesOf([wish]));
  if (opened) return opened;
  // Another start was committed while this one waited; a new look sees it.
  const [found] = await runner.rows<OpenedAttempt>(openWaiting, valuesOf([wish]));
  if (found) return found;
  throw new Error('another attempt at the same quiz is open');
}

/**
 * Opens attempts and answers them in the order of the wishes; one that is there already (the same enrolment, lesson, exam and number)
 * is answered as it stands. Fails where another number of the same quiz is open: one is open at a time.
 */
export async function openAttempts(
  runner: Runner,
  wishes: readonly AttemptToOpen[],
): Promise<OpenedAttempt[]> {
  const rows = await runner.rows<OpenedAttempt>(openFree, valuesOf(wishes));
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const opened: OpenedAttempt[] = [];
  // One after the other: a connection does one thing at a time.
  for (const wish of wishes) opened.push(byKey.get(keyOf(wish)) ?? (await openAlone(runner, wish)));
  return opened;
}
