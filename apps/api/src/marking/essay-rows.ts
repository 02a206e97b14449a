// Essays as rows: what was asked and written, and the marks so far. The writer's name is not among the columns.
import type { CriterionMark, EssayShape } from '@onetouch/contract';
import { type CompleteRule, marksNeeded, settledEssay } from '@onetouch/domain';
import { editableBy } from '../courses/courses.policy.js';
import type { Runner, Statement } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import type { Actor } from '../platform/http/actor.js';
import { z } from 'zod';

interface MarkRow {
  markerId: string | null;
  markerName: string | null;
  points: number;
  criteria: CriterionMark[];
  comment: string;
  markedAt: string;
}

export interface EssayRow {
  attemptId: string;
  questionId: string;
  versionId: string;
  lessonId: string;
  examName: string | null;
  submittedAt: Date;
  rule: CompleteRule;
  question: { prompt: string; points: number; explanation: string; essay: EssayShape };
  text: string;
  words: number;
  settledPoints: number | null;
  /** The attempt cannot be marked without it. */
  isPending: boolean;
  /** Of the text as it is now, in the order in which they were given. */
  marks: MarkRow[];
  sortTime: string;
}

export type EssayKey = Pick<EssayRow, 'attemptId' | 'questionId'>;

const homes = `JOIN course_version v ON v.id = a.version_id JOIN course c ON c.id = v.course_id
  JOIN organisation o ON o.id = c.issuer_id JOIN place pl ON pl.id = o.place_id`;
// Nobody marks an own essay.
const isOwn = `(c.owner_id = $1 OR pl.path <@ ANY($2::ltree[]) OR c.issuer_id = ANY($3::uuid[])) AND a.person_id <> $1
  AND a.submitted_at IS NOT NULL AND a.voided_at IS NULL`;
const columns = `a.id AS "attemptId", w.question_id AS "questionId", a.version_id AS "versionId", a.lesson_id AS "lessonId",
  x.name AS "examName", a.submitted_at AS "submittedAt", a.rule, asked.question, k.text, k.points AS "settledPoints",
  cardinality(regexp_split_to_array(btrim(k.text), '\\s+')) AS words, (a.result -> 'pending') ? w.question_id::text AS "isPending",
  given.marks, ${cursorTimeOf('a.submitted_at')} AS "sortTime"`;
const tables = `JOIN attempt a ON a.id = w.attempt_id
  JOIN paper p ON p.id = a.paper_id
  JOIN attempt_answer k ON k.attempt_id = a.id AND k.question_id = w.question_id
  LEFT JOIN exam x ON x.id = a.exam_id
  CROSS JOIN LATERAL (SELECT q AS question FROM jsonb_array_elements(p.paper -> 'questions') q
    WHERE q ->> 'id' = w.question_id::text AND q ->> 'kind' = 'essay') asked
  CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('markerId', m.marker_id, 'markerName', i.full_name, 'points', m.points,
      'criteria', m.criteria, 'comment', m.comment, 'markedAt', ${cursorTimeOf('m.marked_at')}) ORDER BY m.marked_at, m.id), '[]') AS marks
    FROM essay_mark m LEFT JOIN person i ON i.id = m.marker_id
    WHERE m.attempt_id = a.id AND m.question_id = w.question_id AND m.text_hash = md5(k.text)) given`;
// A question that is pending needs a mark: with two that lie too far apart, a third one.
const waiting = `SELECT a.id AS attempt_id, q.id::uuid AS question_id, a.submitted_at, a.version_id, c.id AS course_id
  FROM attempt a ${homes} CROSS JOIN LATERAL jsonb_array_elements_text(a.result -> 'pending') AS q(id)
  WHERE ${isOwn} AND a.marked_at IS NULL AND ($4::uuid IS NULL OR c.id = $4)
    AND NOT EXISTS (SELECT 1 FROM essay_mark m JOIN attempt_answer k ON k.attempt_id = m.attempt_id AND k.question_id = m.question_id
      WHERE m.attempt_id = a.id AND m.question_id = q.id::uuid AND m.marker_id = $1 AND m.text_hash = md5(k.text))`;
const order = '(s.submitted_at, s.attempt_id, s.question_id)';
const listWaiting: Statement = {
  name: 'marking.list',
  text: `WITH w AS (SELECT * FROM (${waiting}) s WHERE $5::timestamptz IS NULL OR ${order} > ($5, $6::uuid, $7::uuid)
      ORDER BY s.submitted_at, s.attempt_id, s.question_id LIMIT $8)
    SELECT ${columns} FROM w ${tables} ORDER BY a.submitted_at, a.id, w.question_id`,
};
const countWaiting: Statement = {
  name: 'marking.count',
  text: `SELECT s.course_id AS "courseId", count(*)::integer AS waiting,
      (array_agg(s.version_id ORDER BY s.submitted_at DESC))[1] AS "versionId"
    FROM (${waiting}) s GROUP BY s.course_id ORDER BY s.course_id`,
};
// Behind this one first, then from the beginning.
const findNext: Statement = {
  name: 'marking.next',
  text: `SELECT s.attempt_id AS "attemptId", s.question_id AS "questionId" FROM (${waiting}) s
    WHERE (s.attempt_id, s.question_id) <> ($6::uuid, $7::uuid)
    ORDER BY ${order} <= ($5::timestamptz, $6, $7), s.submitted_at, s.attempt_id, s.question_id LIMIT 1`,
};
const findOne: Statement = {
  name: 'marking.find',
  text: `WITH w AS (SELECT a.id AS attempt_id, $5::uuid AS question_id FROM attempt a ${homes} WHERE ${isOwn} AND a.id = $4)
    SELECT ${columns} FROM w ${tables} WHERE btrim(k.text) <> ''`,
};

const Cursor = z.tuple([CursorTime, z.uuid(), z.uuid()]);

/** How many essays of a course wait, and a version that knows its title. */
export interface WaitingCourse {
  courseId: string;
  waiting: number;
  versionId: string;
}

/** Essays that need a mark of this person, the oldest first, with how many wait in which course. */
export async function listEssays(
  runner: Runner,
  actor: Actor,
  { courseId, cursor, limit }: { courseId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ rows: EssayRow[]; next: string | null; courses: WaitingCourse[] }> {
  const after = decodeCursor(cursor, Cursor) ?? [null, null, null];
  const own = editableBy(actor);
  const rows = await runner.rows<EssayRow>(listWaiting, [...own, courseId ?? null, ...after, limit + 1]);
  const courses = await runner.rows<WaitingCourse>(countWaiting, [...own, null]);
  const page = pageOf(rows, limit, (row) => encodeCursor([row.sortTime, row.attemptId, row.questionId]));
  return { ...page, courses };
}

/** The essay after this one in the queue of this person, of one course if it is named, or null. */
export async function nextEssay(
  runner: Runner,
  actor: Actor,
  { essay, courseId }: { essay: EssayRow; courseId: string | undefined },
): Promise<EssayKey | null> {
  const here = [courseId ?? null, essay.sortTime, essay.attemptId, essay.questionId];
  return (await runner.rows<EssayKey>(findNext, [...editableBy(actor), ...here]))[0] ?? null;
}

/** One handed-in essay of an own course, marked or not; undefined for anybody who may not mark it. */
export async function findEssay(
  runner: Runner,
  actor: Actor,
  { attemptId, questionId }: EssayKey,
): Promise<EssayRow | undefined> {
  return (await runner.rows<EssayRow>(findOne, [...editableBy(actor), attemptId, questionId]))[0];
}

/** The rule by which the marks of this essay are settled. */
function ruleOf({ rule, question }: EssayRow) {
  return {
    markers: rule.markers,
    markGapPercent: rule.markGapPercent,
    possiblePoints: question.points,
  };
}

const pointsOf = (row: EssayRow) => row.marks.map((mark) => mark.points);

/** What the marks so far come to; null while another one is needed. */
export function settledBy(row: EssayRow) {
  return settledEssay(ruleOf(row), pointsOf(row));
}

/** How many marks it needs in all. */
export function neededFor(row: EssayRow): number {
  return marksNeeded(ruleOf(row), pointsOf(row));
}

/** Whether this person decides between two marks, or has decided. */
export function isDecider(row: EssayRow, personId: string): boolean {
  const place = row.marks.findIndex((mark) => mark.markerId === personId);
  return neededFor(row) === 3 && (place === 2 || (place === -1 && row.marks.length === 2));
}
