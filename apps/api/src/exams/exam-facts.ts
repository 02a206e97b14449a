// One exam as its rooms and rules need it, and how an actor stands to it. The list, the single read and the board share one where-clause.
import type { CompleteRule } from '@onetouch/domain';
import type { Database, Statement, Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { type ExamAccess, runnerScope } from './exams.policy.js';

export interface ExamFacts {
  id: string;
  name: string;
  courseId: string;
  versionId: string;
  lessonId: string;
  placeId: string;
  placeName: string;
  organisationId: string | null;
  organisationName: string | null;
  checkInOpensAt: Date;
  startsAt: Date;
  closesAt: Date;
  rule: CompleteRule;
  release: 'at-once' | 'by-person';
  releasedAt: Date | null;
  releasedByName: string | null;
  spreadSeconds: number;
  preparationRequestedAt: Date | null;
  roomCount: number;
  candidateCount: number;
  preparedCount: number;
  /** Of the open attempts: credits may run past the close, and while a clock stands still nobody knows the end: a day on. */
  lastDeadlineAt: Date | null;
}

/** When an open attempt ends at the latest: while its clock stands still nobody knows, so a day on. For the table or alias that is named. */
export function lastDeadlineOf(attempt: string): string {
  return `${attempt}.deadline_at + CASE WHEN ${attempt}.paused_at IS NULL THEN interval '0' ELSE interval '1 day' END`;
}

/** Columns of `ExamFacts`, from `examTables`. */
export const examColumns = `x.id, x.name, x.course_id AS "courseId", x.version_id AS "versionId", x.lesson_id AS "lessonId",
  x.place_id AS "placeId", place.full_name AS "placeName", x.organisation_id AS "organisationId", o.name AS "organisationName",
  x.check_in_opens_at AS "checkInOpensAt", x.starts_at AS "startsAt", x.closes_at AS "closesAt", x.rule, x.release,
  x.released_at AS "releasedAt", releaser.full_name AS "releasedByName", x.spread_seconds AS "spreadSeconds",
  x.preparation_requested_at AS "preparationRequestedAt",
  (SELECT count(*)::integer FROM exam_room r WHERE r.exam_id = x.id) AS "roomCount",
  counted.candidates AS "candidateCount", counted.prepared AS "preparedCount",
  (SELECT max(${lastDeadlineOf('a')}) FROM attempt a
    WHERE a.exam_id = x.id AND a.submitted_at IS NULL AND a.voided_at IS NULL AND x.released_at IS NULL) AS "lastDeadlineAt"`;
export const examTables = `exam x
  JOIN place ON place.id = x.place_id
  LEFT JOIN organisation o ON o.id = x.organisation_id
  LEFT JOIN person releaser ON releaser.id = x.released_by
  CROSS JOIN LATERAL (SELECT count(*)::integer AS candidates, count(c.paper_id)::integer AS prepared
    FROM exam_candidate c WHERE c.exam_id = x.id) counted`;
/** Whether the exam lies in the scope of who runs it: `$1` paths of places, `$2` ids of organisations. */
export const isRun =
  '(place.path <@ $1::ltree[] OR (x.organisation_id IS NOT NULL AND x.organisation_id = ANY($2::uuid[])))';

const findOne: Statement = {
  name: 'exams.find',
  text: `SELECT ${examColumns}, ${isRun} AS runs,
      ARRAY(SELECT r.id::text FROM exam_room r WHERE r.exam_id = x.id AND r.invigilator_id = $3) AS "roomIds"
    FROM ${examTables} WHERE x.id = $4
      AND (${isRun} OR EXISTS (SELECT 1 FROM exam_room r WHERE r.exam_id = x.id AND r.invigilator_id = $3))`,
};

export interface VisibleExam {
  exam: ExamFacts;
  access: ExamAccess;
}

/** An exam for who runs it or invigilates a room of it; for anybody else it does not exist: `exam.not-found`. */
export async function findExam(database: Database, examId: string, actor: Actor): Promise<VisibleExam> {
  const { paths, organisationIds } = runnerScope(actor);
  const row = await database.row<ExamFacts & ExamAccess>(findOne, [
    paths,
    organisationIds,
    actor.personId,
    examId,
  ]);
  if (!row) throw new Problem('exam.not-found');
  const { runs, roomIds, ...exam } = row;
  return { exam, access: { runs, roomIds } };
}

/** An exam for who runs it: an invigilator reads the board of the own room and nothing else. */
export async function findRunExam(database: Database, examId: string, actor: Actor): Promise<ExamFacts> {
  const { exam, access } = await findExam(database, examId, actor);
  if (!access.runs) throw new Problem('exam.not-found');
  return exam;
}

const readReleased: Statement = {
  name: 'exams.read-released',
  text: 'SELECT released_at AS "releasedAt" FROM exam WHERE id = $1',
};

/**
 * The exam for whoever holds somebody of it. A release holds everybody: one that came before is seen here, and none can come before the
 * end of the transaction.
 */
export async function examUnderHold(transaction: Transaction, exam: ExamFacts): Promise<ExamFacts> {
  const [read] = await transaction.rows<{ releasedAt: Date | null }>(readReleased, [exam.id]);
  return { ...exam, releasedAt: read?.releasedAt ?? exam.releasedAt };
}
