// One's own places in exams, as rows and in the contract's shape. The sealed paper is read only where it is sent.
import type { Sitting } from '@onetouch/contract';
import { type CompleteRule, examStatus, lastStartOf, paperSize, startWaitMs } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { currentAttempt, extraMinutes } from '../exams/board-candidates.js';
import { lastDeadlineOf } from '../exams/exam-facts.js';
import { minutesOf, quizOf } from '../exams/find-parts.js';
import { placeRef } from '../places/place-row.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { shownRule } from '../quizzes/present-attempt.js';

interface SittingRow {
  id: string;
  enrolmentId: string;
  examId: string;
  examName: string;
  courseSlug: string;
  versionId: string;
  lessonId: string;
  checkInOpensAt: Date;
  startsAt: Date;
  closesAt: Date;
  releasedAt: Date | null;
  spreadSeconds: number;
  rule: CompleteRule;
  roomName: string | null;
  placeId: string | null;
  placeName: string | null;
  checkedInAt: Date | null;
  attemptNumber: number;
  isPrepared: boolean;
  attemptId: string | null;
  /** Of the own attempt while it is open; what others are given moves nothing for this person. */
  lastDeadlineAt: Date | null;
  submittedAt: Date | null;
  extraMinutes: number;
  nonce: Buffer | null;
  sealed: Buffer | null;
}

const columns = `c.id, c.enrolment_id AS "enrolmentId", x.id AS "examId", x.name AS "examName", co.slug AS "courseSlug",
  x.version_id AS "versionId", x.lesson_id AS "lessonId", x.check_in_opens_at AS "checkInOpensAt", x.starts_at AS "startsAt",
  x.closes_at AS "closesAt", x.released_at AS "releasedAt", x.spread_seconds AS "spreadSeconds", x.rule,
  r.name AS "roomName", pl.id AS "placeId", pl.full_name AS "placeName", c.checked_in_at AS "checkedInAt", c.attempt_number AS "attemptNumber",
  c.paper_id IS NOT NULL AS "isPrepared", a.id AS "attemptId", CASE WHEN a.submitted_at IS NULL THEN ${lastDeadlineOf('a')} END AS "lastDeadlineAt",
  a.submitted_at AS "submittedAt", ${extraMinutes} AS "extraMinutes"`;
const tables = `exam_candidate c
  JOIN exam x ON x.id = c.exam_id
  JOIN course co ON co.id = x.course_id
  LEFT JOIN exam_room r ON r.id = c.room_id
  LEFT JOIN place pl ON pl.id = r.place_id
  ${currentAttempt}`;
const findOne: Statement = {
  name: 'sittings.find',
  text: `SELECT ${columns}, CASE WHEN c.checked_in_at IS NOT NULL THEN c.nonce END AS nonce,
      CASE WHEN c.checked_in_at IS NOT NULL THEN c.sealed END AS sealed
    FROM ${tables} WHERE c.id = $1 AND c.person_id = $2`,
};
// Those to come and running by their start; then those that are over, the newest first.
const findMine: Statement = {
  name: 'sittings.list',
  text: `SELECT ${columns}, NULL::bytea AS nonce, NULL::bytea AS sealed FROM ${tables} WHERE c.person_id = $1
    ORDER BY x.closes_at <= $2, CASE WHEN x.closes_at > $2 THEN x.starts_at END, x.starts_at DESC, c.id LIMIT 200`,
};

function examOf(row: SittingRow, version: PublishedVersion, now: Date): Sitting['exam'] {
  const quiz = quizOf(version, row.lessonId);
  const counts = { candidateCount: 1, preparedCount: row.isPrepared ? 1 : 0 };
  // Whoever has yet to begin may still do so then.
  const lastDeadlineAt = row.attemptId === null ? lastStartOf(row, row.rule) : row.lastDeadlineAt;
  return {
    id: row.examId,
    lessonId: row.lessonId,
    name: row.examName,
    courseTitle: version.document.title,
    courseSlug: row.courseSlug,
    quizTitle: quiz.title,
    checkInOpensAt: row.checkInOpensAt.toISOString(),
    startsAt: row.startsAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    status: examStatus({ ...row, ...counts, lastDeadlineAt }, now),
    minutes: minutesOf(row.rule, quiz),
    extraMinutes: row.extraMinutes,
    questionCount: paperSize(row.rule, quiz.questions),
    passPercent: row.rule.passPercent,
    navigation: row.rule.navigation,
    graceMinutes: row.rule.graceMinutes,
    rule: shownRule(row.rule),
  };
}

function present(row: SittingRow, version: PublishedVersion, now: Date): Sitting {
  const { nonce, sealed } = row;
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    exam: examOf(row, version, now),
    room: row.roomName === null ? null : { name: row.roomName, place: placeRef(row.placeId, row.placeName) },
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    serverTime: now.toISOString(),
    waitMs: startWaitMs(row.id, row.spreadSeconds),
    sealedPaper:
      nonce && sealed ? { nonce: nonce.toString('base64'), data: sealed.toString('base64') } : null,
    attemptId: row.attemptId,
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}

@Injectable()
export class SittingsQueries {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** A person's own sitting, with the sealed paper after check-in; undefined for anybody else's. */
  async find(sittingId: string, personId: string): Promise<Sitting | undefined> {
    const row = await this.database.row<SittingRow>(findOne, [sittingId, personId]);
    return row && present(row, await this.versions.get(row.versionId), this.clock.now());
  }

  /** All sittings of a person, without papers. */
  async list(personId: string): Promise<Sitting[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<SittingRow>(findMine, [personId, now]);
    const versions = await this.versions.getMany(rows.map((row) => row.versionId));
    return rows.flatMap((row) => {
      const version = versions.get(row.versionId);
      return version ? [present(row, version, now)] : [];
    });
  }
}
