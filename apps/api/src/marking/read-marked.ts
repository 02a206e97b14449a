// Marked attempts for statistics, two hundred at a time. Equal answers to a question are one object, however many gave them: a hundred
// thousand attempts take a few megabytes.
import type { MarkedAttempt, MarkedQuestion } from '@onetouch/domain';
import type { Database, Statement } from '../platform/database/database.js';

const atOnce = 200;

export interface MarkedWish {
  lessonId: string;
  examId: string | null;
  counted: 'first' | 'all';
}

const findAll: Statement = {
  name: 'marking.find-marked',
  text: `SELECT id FROM attempt WHERE lesson_id = $1 AND ($2::uuid IS NULL OR exam_id = $2)
    AND submitted_at IS NOT NULL AND marked_at IS NOT NULL AND voided_at IS NULL ORDER BY id`,
};
// The first of all that were handed in: when its essay still waits, the person has no first attempt yet.
const findFirst: Statement = {
  name: 'marking.find-first-marked',
  text: `SELECT id FROM (SELECT DISTINCT ON (person_id) id, marked_at FROM attempt
      WHERE lesson_id = $1 AND ($2::uuid IS NULL OR exam_id = $2) AND submitted_at IS NOT NULL AND voided_at IS NULL
      ORDER BY person_id, started_at, id) first
    WHERE marked_at IS NOT NULL ORDER BY id`,
};
const readSome: Statement = {
  name: 'marking.read-marked',
  text: `SELECT a.points, a.possible_points AS "possiblePoints", a.has_passed AS "hasPassed", a.result -> 'questions' AS questions,
      ARRAY(SELECT k.question_id::text FROM attempt_answer k WHERE k.attempt_id = a.id AND btrim(k.text) <> '') AS written
    FROM attempt a WHERE a.id = ANY($1::uuid[]) AND a.marked_at IS NOT NULL`,
};

interface StoredQuestion {
  id: string;
  chosen: string[];
  points: number;
  /** Results of before have none. */
  possiblePoints?: number;
}

interface MarkedRow {
  points: number;
  possiblePoints: number;
  hasPassed: boolean | null;
  questions: StoredQuestion[];
  written: string[];
}

/** Points of a question where its result does not say them. */
export type PointsOf = (questionId: string) => number;

class Questions {
  private readonly known = new Map<string, MarkedQuestion>();

  constructor(private readonly pointsOf: PointsOf) {}

  one({ id, chosen, points, possiblePoints }: StoredQuestion, isWritten: boolean): MarkedQuestion {
    const maxPoints = possiblePoints ?? this.pointsOf(id);
    const key = `${id} ${points} ${maxPoints} ${isWritten} ${chosen.join()}`;
    const known = this.known.get(key);
    if (known) return known;
    const question = { id, points, maxPoints, chosen, isAnswered: isWritten || chosen.length > 0 };
    this.known.set(key, question);
    return question;
  }
}

function markedAttempt(row: MarkedRow, questions: Questions): MarkedAttempt {
  const written = new Set(row.written);
  return {
    points: row.points,
    possiblePoints: row.possiblePoints,
    hasPassed: row.hasPassed,
    questions: row.questions.map((question) => questions.one(question, written.has(question.id))),
  };
}

/** Attempts marked to the last question: all, or the first of each person. */
export async function readMarked(
  database: Database,
  { lessonId, examId, counted }: MarkedWish,
  pointsOf: PointsOf,
): Promise<MarkedAttempt[]> {
  const found = await database.rows<{ id: string }>(counted === 'first' ? findFirst : findAll, [
    lessonId,
    examId,
  ]);
  const ids = found.map(({ id }) => id);
  const questions = new Questions(pointsOf);
  const attempts: MarkedAttempt[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const rows = await database.rows<MarkedRow>(readSome, [ids.slice(start, start + atOnce)]);
    for (const row of rows) attempts.push(markedAttempt(row, questions));
  }
  return attempts;
}
