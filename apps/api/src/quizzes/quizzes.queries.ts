// Reads of the quizzes room: attempts with their frozen paper, and the answers saved so far.
import type { CompleteRule, Grade, Paper } from '@onetouch/domain';
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

/** An answer with what its marker wrote. */
export type CommentedAnswer = AnswerRow & { comment: string | null };

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
  text: `SELECT ${answerColumns('k')}, k.comment FROM attempt_answer k WHERE k.attempt_id = $1`,
};

@Injectable()
export class QuizzesQueries {
  constructor(private readonly database: Database) {}

  /** One attempt of that person, or undefined for anybody else's. */
  find(attemptId: string, personId: string): Promise<AttemptRow | undefined> {
    return this.database.row<AttemptRow>(find, [attemptId, personId]);
  }

  answers(attemptId: string): Promise<CommentedAnswer[]> {
    return this.database.rows<CommentedAnswer>(answersOf, [attemptId]);
  }
}
