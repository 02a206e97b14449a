// Reads of the quizzes room: attempts with their frozen paper, and the answers saved so far.
import type { CompleteRule, CriterionPoints, Grade, Paper } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../platform/database/database.js';
import { type AttemptClock, clockColumns } from './attempt-state.js';
import { answerColumns, type AnswerRow } from './write-answers.js';

export interface AttemptRow extends AttemptClock {
  id: string;
  enrolmentId: string;
  personId: string;
  versionId: string;
  courseSlug: string;
  lessonId: string;
  examId: string | null;
  examName: string | null;
  number: number;
  paper: Paper;
  rule: CompleteRule;
  neededPoints: number;
  possiblePoints: number;
  points: number | null;
  hasPassed: boolean | null;
  result: Grade | null;
  markedAt: Date | null;
  isHeld: boolean;
  heldUntil: Date | null;
  lateCount: number;
  keyReadAt: Date | null;
  courseCompletedAt: Date | null;
  certificateId: string | null;
}

/** An answer with what markers wrote and gave. */
export interface MarkedAnswer extends AnswerRow {
  comment: string | null;
  /** By criterion, of each marker of this very text, in the order in which they marked; null until the essay is settled. */
  marks: CriterionPoints[][] | null;
}

const find: Statement = {
  name: 'quizzes.find-attempt',
  text: `SELECT a.id, a.enrolment_id AS "enrolmentId", a.person_id AS "personId", a.version_id AS "versionId", c.slug AS "courseSlug",
      a.lesson_id AS "lessonId", a.exam_id AS "examId",
      (SELECT x.name FROM exam x WHERE x.id = a.exam_id) AS "examName", a.number, p.paper, a.rule, a.needed_points AS "neededPoints",
      a.possible_points AS "possiblePoints", a.points, a.has_passed AS "hasPassed", a.result, a.marked_at AS "markedAt",
      a.is_held AS "isHeld", a.held_until AS "heldUntil", a.late_count AS "lateCount", a.key_read_at AS "keyReadAt",
      e.completed_at AS "courseCompletedAt", (SELECT x.id FROM certificate x WHERE x.enrolment_id = e.id) AS "certificateId",
      ${clockColumns('a')}
    FROM attempt a JOIN paper p ON p.id = a.paper_id JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id
    WHERE a.id = $1 AND a.person_id = $2`,
};
const answersOf: Statement = {
  name: 'quizzes.answers',
  text: `SELECT ${answerColumns('k')} FROM attempt_answer k WHERE k.attempt_id = $1`,
};
const markedAnswersOf: Statement = {
  name: 'quizzes.marked-answers',
  text: `SELECT ${answerColumns('k')}, k.comment, CASE WHEN k.points IS NOT NULL THEN (
      SELECT json_agg(m.criteria ORDER BY m.marked_at, m.id) FROM essay_mark m
      WHERE m.attempt_id = k.attempt_id AND m.question_id = k.question_id AND m.text_hash = md5(k.text)) END AS marks
    FROM attempt_answer k WHERE k.attempt_id = $1`,
};

@Injectable()
export class QuizzesQueries {
  constructor(private readonly database: Database) {}

  /** One attempt of that person, or undefined for anybody else's. */
  find(attemptId: string, personId: string): Promise<AttemptRow | undefined> {
    return this.database.row<AttemptRow>(find, [attemptId, personId]);
  }

  answers(attemptId: string): Promise<AnswerRow[]> {
    return this.database.rows<AnswerRow>(answersOf, [attemptId]);
  }

  markedAnswers(attemptId: string): Promise<MarkedAnswer[]> {
    return this.database.rows<MarkedAnswer>(markedAnswersOf, [attemptId]);
  }
}
