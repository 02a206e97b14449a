// Attempts at a quiz with answers that came after the deadline, for whoever answers for the course: what a device says about the time
// of such an answer cannot be proved. Those of exams stand in the results of the exam.
import { Id, type LateAttempt } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Statement } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { lateProofOf, presentLateProof } from '../quizzes/late-proof.js';

interface LateRow extends Omit<LateAttempt, 'submittedAt' | 'lastArrivedAt'> {
  submittedAt: Date;
  lastArrivedAt: Date;
  cursorTime: string;
}

interface LateWish {
  courseId: string;
  lessonId: string;
  cursor?: string | undefined;
  limit: number;
}

const Cursor = z.tuple([CursorTime, Id]);

// Given more time, somebody may have answered the same questions again in time: what is late is counted by the answers.
const list: Statement = {
  name: 'marking.list-late',
  text: `SELECT a.id AS "attemptId", p.full_name AS "fullName", p.organisation_name AS "organisationName", a.number,
      a.submitted_at AS "submittedAt", late.count AS "lateCount", late.at AS "lastArrivedAt", ${lateProofOf('a')} AS "lateProof", ${cursorTimeOf('a.submitted_at')} AS "cursorTime"
    FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN person p ON p.id = a.person_id
    CROSS JOIN LATERAL (SELECT count(*)::integer AS count, max(k.saved_at) AS at FROM attempt_answer k
      WHERE k.attempt_id = a.id AND k.is_late) late
    WHERE late.count > 0 AND e.course_id = $1 AND a.lesson_id = $2 AND a.exam_id IS NULL AND a.late_count > 0 AND a.submitted_at IS NOT NULL
      AND ($3::timestamptz IS NULL OR (a.submitted_at, a.id) < ($3, $4::uuid))
    ORDER BY a.submitted_at DESC, a.id DESC LIMIT $5`,
};

function present({
  cursorTime: _order,
  submittedAt,
  lastArrivedAt,
  lateProof,
  ...row
}: LateRow): LateAttempt {
  return {
    ...row,
    lateProof: presentLateProof(lateProof),
    submittedAt: submittedAt.toISOString(),
    lastArrivedAt: lastArrivedAt.toISOString(),
  };
}

@Injectable()
export class LateAttemptsQueries {
  constructor(private readonly database: Database) {}

  /** One page, the newest submission first. Who may read it is decided before. */
  async page({
    courseId,
    lessonId,
    cursor,
    limit,
  }: LateWish): Promise<{ items: LateAttempt[]; next: string | null }> {
    const [time, id] = decodeCursor(cursor, Cursor) ?? [null, null];
    const found = await this.database.rows<LateRow>(list, [courseId, lessonId, time, id, limit + 1]);
    const { rows, next } = pageOf(found, limit, (row) => encodeCursor([row.cursorTime, row.attemptId]));
    return { items: rows.map(present), next };
  }
}
