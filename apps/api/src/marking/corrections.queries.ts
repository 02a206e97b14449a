// Reads of corrections: those of a quiz, and whom one of them changed.
import type { Correction, CorrectionChange, CorrectionWish } from '@onetouch/contract';
import type { ComparedMark } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type CourseHome, mayEdit } from '../courses/courses.policy.js';
import { Database, type Statement } from '../platform/database/database.js';
import { CursorText, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { presentMark } from './correction-effects.js';

interface CorrectionRow extends Omit<Correction, 'appliedAt'> {
  appliedAt: Date;
  wish: CorrectionWish;
}

interface ChangeRow extends Omit<CorrectionChange, 'before' | 'after'> {
  before: ComparedMark;
  after: ComparedMark;
  isLater: boolean;
  sortValue: string;
}

const passed = (mark: string) => `coalesce((h.${mark} ->> 'hasPassed')::boolean, false)`;
const columns = `k.id, k.wish, k.prompt, k.reason, coalesce(author.full_name, '') AS "authorName", k.applied_at AS "appliedAt",
  sums.changed, sums.gains AS "gainsPass", sums.loses AS "losesPass", sums.open AS "openDecisions"`;
const tables = `correction k LEFT JOIN person author ON author.id = k.author_id
  CROSS JOIN LATERAL (SELECT count(*)::integer AS changed,
      (count(*) FILTER (WHERE ${passed('after')} AND NOT ${passed('before')}))::integer AS gains,
      (count(*) FILTER (WHERE ${passed('before')} AND NOT ${passed('after')}))::integer AS loses,
      (count(*) FILTER (WHERE h.decision = 'open'))::integer AS open
    FROM correction_change h WHERE h.correction_id = k.id) sums`;
const listOfQuiz: Statement = {
  name: 'marking.list-corrections',
  text: `SELECT ${columns} FROM ${tables} WHERE k.course_id = $1 AND k.lesson_id = $2 ORDER BY k.applied_at DESC, k.id DESC`,
};
const findOne: Statement = {
  name: 'marking.find-correction',
  text: `SELECT ${columns} FROM ${tables} WHERE k.id = $1`,
};
const findHome: Statement = {
  name: 'marking.find-correction-home',
  text: `SELECT c.owner_id AS "ownerId", c.issuer_id AS "issuerId", pl.path::text AS "issuerPath"
    FROM correction k JOIN course c ON c.id = k.course_id JOIN organisation o ON o.id = c.issuer_id JOIN place pl ON pl.id = o.place_id
    WHERE k.id = $1`,
};
// A name that is longer is put by its first sixty letters and then by id, so that a cursor stays short enough to send.
const nameKey = 'left(p.sort_key, 60)';
const isLater = `h.decision IS DISTINCT FROM 'open'`;
const changeColumns = `h.attempt_id AS "attemptId", p.full_name AS "fullName", p.organisation_name AS "organisationName", h.before, h.after,
  s.number AS "certificateNumber", h.decision, ${isLater} AS "isLater", ${nameKey} AS "sortValue"`;
const changeTables = `correction_change h JOIN attempt a ON a.id = h.attempt_id JOIN person p ON p.id = a.person_id
  LEFT JOIN certificate s ON s.enrolment_id = a.enrolment_id AND s.revoked_at IS NULL`;
const listChanges: Statement = {
  name: 'marking.list-changes',
  text: `SELECT ${changeColumns} FROM ${changeTables} WHERE h.correction_id = $1
      AND ($4::uuid IS NULL OR (${isLater}, ${nameKey}, h.attempt_id) > ($2::boolean, $3::text, $4))
    ORDER BY ${isLater}, ${nameKey}, h.attempt_id LIMIT $5`,
};
const findChange: Statement = {
  name: 'marking.find-change',
  text: `SELECT ${changeColumns} FROM ${changeTables} WHERE h.correction_id = $1 AND h.attempt_id = $2`,
};

const ChangeCursor = z.tuple([z.int().min(0).max(1), CursorText, z.uuid()]);

function present({ appliedAt, ...row }: CorrectionRow): Correction {
  return { ...row, appliedAt: appliedAt.toISOString() };
}

function presentChange({
  isLater: _order,
  sortValue: _name,
  before,
  after,
  ...row
}: ChangeRow): CorrectionChange {
  return { ...row, before: presentMark(before), after: presentMark(after) };
}

@Injectable()
export class CorrectionsQueries {
  constructor(private readonly database: Database) {}

  /** Corrections of a quiz, the newest first. Few: each is a decision of a person. */
  async listOf(courseId: string, lessonId: string): Promise<Correction[]> {
    return (await this.database.rows<CorrectionRow>(listOfQuiz, [courseId, lessonId])).map(present);
  }

  /** One correction; `correction.not-found` for none. */
  async read(correctionId: string): Promise<Correction> {
    const row = await this.database.row<CorrectionRow>(findOne, [correctionId]);
    if (!row) throw new Problem('correction.not-found');
    return present(row);
  }

  /** Refuses with `correction.not-found` unless the actor may edit the course. */
  async refuseStranger(actor: Actor, correctionId: string): Promise<void> {
    const home = await this.database.row<CourseHome>(findHome, [correctionId]);
    if (!home || !mayEdit(actor, home)) throw new Problem('correction.not-found');
  }

  /** One page of changes, open decisions first, then by name. */
  async changes(
    correctionId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ items: CorrectionChange[]; next: string | null }> {
    const after = decodeCursor(cursor, ChangeCursor);
    const place = after ? [after[0] === 1, after[1], after[2]] : [null, null, null];
    const rows = await this.database.rows<ChangeRow>(listChanges, [correctionId, ...place, limit + 1]);
    const page = pageOf(rows, limit, (row) =>
      encodeCursor([row.isLater ? 1 : 0, row.sortValue, row.attemptId]),
    );
    return { items: page.rows.map(presentChange), next: page.next };
  }

  /** What one correction did to one attempt; `correction.not-found` for nothing. */
  async change(correctionId: string, attemptId: string): Promise<CorrectionChange> {
    const row = await this.database.row<ChangeRow>(findChange, [correctionId, attemptId]);
    if (!row) throw new Problem('correction.not-found');
    return presentChange(row);
  }
}
