// More time or more attempts for one learner of an own course: written down with author and reason, and given to a running attempt in
// the same transaction. An exam has its own board for that.
import { type Extension, type extensions, Id, type InputOf, type ResponseOf } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type CourseHome, mayEdit } from '../courses/courses.policy.js';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { giveTime } from './attempt-times.js';
import { findSeen } from './seen-answers.js';

type Quiz = InputOf<typeof extensions.list>['params'];
type Grant = InputOf<typeof extensions.grant>['body'];

interface ExtensionRow extends Omit<Extension, 'grantedAt'> {
  grantedAt: Date;
  cursorTime: string;
}
interface Learner {
  personId: string;
  enrolmentId: string | null;
  versionId: string | null;
}

const OwnCursor = z.tuple([CursorTime, Id]);

const findCourse: Statement = {
  name: 'quizzes.find-course-home',
  text: `SELECT c.owner_id AS "ownerId", c.issuer_id AS "issuerId", pl.path::text AS "issuerPath",
      EXISTS (SELECT 1 FROM course_version v WHERE v.course_id = c.id AND jsonb_path_exists(v.document,
        '$.modules[*].lessons[*] ? (@.id == $id && @.kind == "quiz")', jsonb_build_object('id', $2::text))) AS "hasQuiz"
    FROM course c JOIN organisation o ON o.id = c.issuer_id JOIN place pl ON pl.id = o.place_id WHERE c.id = $1`,
};
const columns = `x.id, x.enrolment_id AS "enrolmentId", p.full_name AS "fullName", x.minutes, x.attempts, x.reason,
  author.full_name AS "authorName", x.granted_at AS "grantedAt", ${cursorTimeOf('x.granted_at')} AS "cursorTime"`;
const tables = `attempt_extension x JOIN enrolment e ON e.id = x.enrolment_id JOIN person p ON p.id = e.person_id
  JOIN person author ON author.id = x.author_id`;
const list: Statement = {
  name: 'quizzes.list-extensions',
  text: `SELECT ${columns} FROM ${tables} WHERE e.course_id = $1 AND x.lesson_id = $2 AND x.exam_id IS NULL
      AND ($3::timestamptz IS NULL OR (x.granted_at, x.id) < ($3::timestamptz, $4::uuid))
    ORDER BY x.granted_at DESC, x.id DESC LIMIT $5`,
};
const findOne: Statement = {
  name: 'quizzes.find-extension',
  text: `SELECT ${columns} FROM ${tables} WHERE x.id = $1 AND x.enrolment_id = $2 AND x.lesson_id = $3
    AND x.exam_id IS NULL AND x.minutes = $4 AND x.attempts = $5 AND x.reason = $6 AND x.author_id = $7`,
};
const findLearner: Statement = {
  name: 'quizzes.find-learner',
  text: `SELECT p.id AS "personId", e.id AS "enrolmentId", e.version_id AS "versionId"
    FROM person p LEFT JOIN enrolment e ON e.person_id = p.id AND e.course_id = $1 WHERE p.email = $2 OR p.phone = $2`,
};
const insert: Statement = {
  name: 'quizzes.insert-extension',
  text: `INSERT INTO attempt_extension (id, enrolment_id, lesson_id, minutes, attempts, reason, author_id, granted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
};

function present({ cursorTime: _order, grantedAt, ...row }: ExtensionRow): Extension {
  return { ...row, grantedAt: grantedAt.toISOString() };
}

@Injectable()
export class ExtensionsService {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Extensions of a quiz, the newest first. */
  async list(
    actor: Actor,
    { courseId, lessonId }: Quiz,
    query: InputOf<typeof extensions.list>['query'],
  ): Promise<ResponseOf<typeof extensions.list>> {
    await this.admit(actor, { courseId, lessonId });
    const [time, id] = decodeCursor(query.cursor, OwnCursor) ?? [null, null];
    const values = [courseId, lessonId, time, id, query.limit + 1];
    const found = await this.database.rows<ExtensionRow>(list, values);
    const { rows, next } = pageOf(found, query.limit, (row) => encodeCursor([row.cursorTime, row.id]));
    return { items: rows.map(present), next };
  }

  /** Gives more; the same grant once more gives nothing and answers what was given. Refuses with `request.id-taken` another one under its id. */
  async grant(actor: Actor, quiz: Quiz, grant: Grant): Promise<Extension> {
    await this.admit(actor, quiz);
    if (grant.minutes === 0 && grant.attempts === 0) throw new Problem('extension.empty');
    const enrolmentId = await this.enrolmentOf(quiz, grant.login);
    const row = await this.database.transaction(async (transaction) => {
      await this.write(transaction, { actor, quiz, grant, enrolmentId });
      const { id, minutes, attempts, reason } = grant;
      const values = [id, enrolmentId, quiz.lessonId, minutes, attempts, reason, actor.personId];
      return (await transaction.rows<ExtensionRow>(findOne, values))[0];
    });
    // What the id stands for is not said: it may be somebody else's.
    if (!row) throw new Problem('request.id-taken');
    return present(row);
  }

  private async write(
    transaction: Transaction,
    entry: { actor: Actor; quiz: Quiz; grant: Grant; enrolmentId: string },
  ): Promise<void> {
    const { actor, quiz, grant, enrolmentId } = entry;
    const now = this.clock.now();
    const { id, minutes, attempts, reason } = grant;
    const values = [id, enrolmentId, quiz.lessonId, minutes, attempts, reason, actor.personId, now];
    const set = { lessonId: quiz.lessonId, examId: null, enrolmentIds: [enrolmentId], now };
    // Before the minutes are written, which hide what shows now.
    const seen = await findSeen(transaction, set);
    const isNew = (await transaction.rows(insert, values)).length === 1;
    // What was seen is not worked at again: then the minutes are for the next attempts.
    if (isNew && minutes > 0 && seen.length === 0) await giveTime(transaction, set, minutes * 60);
  }

  /** Whoever may not edit the course is told that there is none; the quiz may stand in any of its versions. */
  private async admit(actor: Actor, { courseId, lessonId }: Quiz): Promise<void> {
    const values = [courseId, lessonId];
    const course = await this.database.row<CourseHome & { hasQuiz: boolean }>(findCourse, values);
    if (!course || !mayEdit(actor, course)) throw new Problem('course.not-found');
    if (!course.hasQuiz) throw new Problem('lesson.not-found');
  }

  private async enrolmentOf({ courseId, lessonId }: Quiz, login: string): Promise<string> {
    const parsed = parseLogin(login);
    const learner = parsed && (await this.database.row<Learner>(findLearner, [courseId, parsed.value]));
    if (!learner) throw new Problem('person.not-found');
    if (!learner.enrolmentId || !learner.versionId) throw new Problem('enrolment.not-found');
    const version = await this.versions.get(learner.versionId);
    if (version.lessonById.get(lessonId)?.kind !== 'quiz') throw new Problem('lesson.not-found');
    return learner.enrolmentId;
  }
}
