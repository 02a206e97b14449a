// Reads of the enrolments room: rows with the facts that progress and completion are worked out from.
import type { LessonState } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../platform/database/database.js';

/** A lesson that a learner has begun. Times are ISO strings, as they come out of JSON. */
export interface LessonFact {
  lessonId: string;
  state: LessonState;
  doneAt: string | null;
  updatedAt: string;
}

/** A try at a quiz, without its paper: never a voided one, and without its mark while that is held back or waits for a marker. */
export interface AttemptFact {
  id: string;
  lessonId: string;
  /** Null outside an exam. */
  examId: string | null;
  number: number;
  /** Of the attempt's own rule: which attempt at the quiz counts. */
  counts: 'best' | 'last' | 'first';
  startedAt: string;
  submittedAt: string | null;
  closedBy: 'learner' | 'deadline' | 'invigilator' | null;
  points: number | null;
  neededPoints: number;
  possiblePoints: number;
  hasPassed: boolean | null;
}

export interface EnrolmentFacts {
  id: string;
  personId: string;
  courseId: string;
  courseSlug: string;
  versionId: string;
  enrolledAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  stepsDone: number;
  stepsTotal: number;
  certificateId: string | null;
  lessons: LessonFact[];
  attempts: AttemptFact[];
  /** More attempts that somebody gave, by quiz. */
  extraAttempts: Record<string, number>;
}

// Quizzes and certificates are later rooms; their facts are part of how far a learner is, so they are read here as rows.
const facts = `
  SELECT e.id, e.person_id AS "personId", e.course_id AS "courseId", c.slug AS "courseSlug", e.version_id AS "versionId",
    e.enrolled_at AS "enrolledAt", e.started_at AS "startedAt", e.completed_at AS "completedAt",
    e.steps_done AS "stepsDone", e.steps_total AS "stepsTotal",
    (SELECT x.id FROM certificate x WHERE x.enrolment_id = e.id) AS "certificateId",
    coalesce((SELECT json_agg(json_build_object('lessonId', p.lesson_id, 'state', p.state, 'doneAt', p.done_at, 'updatedAt', p.updated_at))
      FROM lesson_progress p WHERE p.enrolment_id = e.id), '[]') AS lessons,
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'lessonId', a.lesson_id, 'examId', a.exam_id, 'number', a.number,
        'counts', a.rule ->> 'counts', 'startedAt', a.started_at, 'submittedAt', a.submitted_at, 'closedBy', a.closed_by,
        'points', CASE WHEN NOT a.is_held AND a.held_until IS NULL THEN a.points END, 'neededPoints', a.needed_points, 'possiblePoints', a.possible_points,
        'hasPassed', CASE WHEN NOT a.is_held AND a.held_until IS NULL THEN a.has_passed END) ORDER BY a.number, a.started_at)
      FROM attempt a WHERE a.enrolment_id = e.id AND a.voided_at IS NULL), '[]') AS attempts,
    coalesce((SELECT json_object_agg(x.lesson_id, x.attempts) FROM (
      SELECT lesson_id, sum(attempts) AS attempts FROM attempt_extension WHERE enrolment_id = e.id AND exam_id IS NULL GROUP BY 1) x),
      '{}') AS "extraAttempts"
  FROM enrolment e JOIN course c ON c.id = e.course_id`;

const findById: Statement = {
  name: 'enrolments.find',
  text: `${facts} WHERE e.id = $1 AND e.person_id = $2`,
};
const findByCourse: Statement = {
  name: 'enrolments.find-by-course',
  text: `${facts} WHERE e.course_id = $1 AND e.person_id = $2`,
};
const listByPerson: Statement = {
  name: 'enrolments.list',
  text: `${facts} WHERE e.person_id = $1 ORDER BY e.enrolled_at DESC LIMIT 500`,
};

@Injectable()
export class EnrolmentsQueries {
  constructor(private readonly database: Database) {}

  /** One enrolment of that person, or undefined for anybody else's. */
  find(enrolmentId: string, personId: string): Promise<EnrolmentFacts | undefined> {
    return this.database.row<EnrolmentFacts>(findById, [enrolmentId, personId]);
  }

  /** The person's enrolment in a course, if there is one. */
  findByCourse(courseId: string, personId: string): Promise<EnrolmentFacts | undefined> {
    return this.database.row<EnrolmentFacts>(findByCourse, [courseId, personId]);
  }

  /** All enrolments of a person, newest first. */
  list(personId: string): Promise<EnrolmentFacts[]> {
    return this.database.rows<EnrolmentFacts>(listByPerson, [personId]);
  }
}
