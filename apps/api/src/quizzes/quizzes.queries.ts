// Reads of the quizzes room: attempts with their frozen paper, and the answers saved so far.
import type { QuizRule } from '@onetouch/contract';
import type { Grade, Paper } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';

export interface AttemptRow {
  id: string;
  enrolmentId: string;
  personId: string;
  versionId: string;
  courseSlug: string;
  lessonId: string;
  number: number;
  paper: Paper;
  rule: QuizRule;
  neededPoints: number;
  possiblePoints: number;
  startedAt: Date;
  submittedAt: Date | null;
  points: number | null;
  hasPassed: boolean | null;
  result: Grade | null;
  courseCompletedAt: Date | null;
}

export interface AnswerRow {
  questionId: string;
  optionIds: string[];
  isFlagged: boolean;
  sequence: number;
  savedAt: Date;
}

const attempt = `
  SELECT a.id, a.enrolment_id AS "enrolmentId", e.person_id AS "personId", e.version_id AS "versionId", c.slug AS "courseSlug",
    a.lesson_id AS "lessonId", a.number, a.paper, a.rule, a.needed_points AS "neededPoints", a.possible_points AS "possiblePoints",
    a.started_at AS "startedAt", a.submitted_at AS "submittedAt", a.points, a.has_passed AS "hasPassed", a.result,
    e.completed_at AS "courseCompletedAt"
  FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id`;
const find: Statement = {
  name: 'quizzes.find-attempt',
  text: `${attempt} WHERE a.id = $1 AND e.person_id = $2`,
};
const findOpen: Statement = {
  name: 'quizzes.find-open-attempt',
  text: `${attempt} WHERE a.enrolment_id = $1 AND a.lesson_id = $2 AND a.submitted_at IS NULL`,
};
const answersOf: Statement = {
  name: 'quizzes.answers',
  text: `SELECT question_id AS "questionId", option_ids AS "optionIds", is_flagged AS "isFlagged", sequence, saved_at AS "savedAt"
    FROM attempt_answer WHERE attempt_id = $1`,
};

@Injectable()
export class QuizzesQueries {
  constructor(private readonly database: Database) {}

  /** One attempt of that person, or undefined for anybody else's. */
  find(attemptId: string, personId: string): Promise<AttemptRow | undefined> {
    return this.database.row<AttemptRow>(find, [attemptId, personId]);
  }

  /** The same inside a transaction, as that transaction sees it. */
  async findIn(
    transaction: Transaction,
    attemptId: string,
    personId: string,
  ): Promise<AttemptRow | undefined> {
    return (await transaction.rows<AttemptRow>(find, [attemptId, personId]))[0];
  }

  /** The attempt at a quiz that is not submitted yet. */
  async findOpen(
    transaction: Transaction,
    enrolmentId: string,
    lessonId: string,
  ): Promise<AttemptRow | undefined> {
    return (await transaction.rows<AttemptRow>(findOpen, [enrolmentId, lessonId]))[0];
  }

  answers(attemptId: string): Promise<AnswerRow[]> {
    return this.database.rows<AnswerRow>(answersOf, [attemptId]);
  }

  answersIn(transaction: Transaction, attemptId: string): Promise<AnswerRow[]> {
    return transaction.rows<AnswerRow>(answersOf, [attemptId]);
  }
}
