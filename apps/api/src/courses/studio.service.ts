// The trainer's desk: read, save and publish drafts. Whoever may not edit a course is told that there is none.
import type { CourseDocument, courses, Draft, InputOf, ResponseOf, StudioCourse } from '@onetouch/contract';
import { Id } from '@onetouch/contract';
import { courseChanges } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { CursorTime, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { FileStore } from '../platform/files/file-store.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { type CourseHome, editableBy, mayEdit } from './courses.policy.js';
import { draftGaps, lookUpFiles } from './draft-files.js';
import { LearnerCounts } from './learner-counts.js';
import { CoursePublisher } from './publish-course.js';
import { PublishedVersions } from './published-versions.js';
import { Shelf } from './shelf.js';
import * as sql from './studio.queries.js';

const OwnCursor = z.tuple([CursorTime, Id]);

function studioCourse(row: sql.StudioCourseRow, learnerCount: number): StudioCourse {
  const { id, slug, title, audience, topic, publishedNumber, hasUnpublishedChanges } = row;
  return {
    id,
    slug,
    title,
    audience,
    topic,
    publishedNumber,
    hasUnpublishedChanges,
    draftSavedAt: row.draftSavedAt.toISOString(),
    learnerCount,
  };
}

@Injectable()
export class StudioService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly versions: PublishedVersions,
    private readonly publisher: CoursePublisher,
    private readonly shelf: Shelf,
    private readonly learners: LearnerCounts,
  ) {}

  /** The courses that this actor may edit, last saved first. */
  async listOwn(
    actor: Actor,
    query: InputOf<typeof courses.listOwn>['query'],
  ): Promise<ResponseOf<typeof courses.listOwn>> {
    const [time, id] = decodeCursor(query.cursor, OwnCursor) ?? [null, null];
    const values = [...editableBy(actor), time, id, query.limit + 1];
    const [found, learners] = await Promise.all([
      this.database.rows<sql.StudioCourseRow>(sql.listEditable, values),
      this.learners.read(),
    ]);
    const { rows, next } = pageOf(found, query.limit, (row) => encodeCursor([row.cursorTime, row.id]));
    return { items: rows.map((row) => studioCourse(row, learners.get(row.id) ?? 0)), next };
  }

  /** The draft with its gaps, and its difference to the published version. */
  async readDraft(actor: Actor, courseId: string): Promise<Draft> {
    const [row, versions] = await Promise.all([
      this.database.row<sql.DraftRow>(sql.findDraft, [courseId]),
      this.database.rows<sql.CourseVersionRow>(sql.listVersions, [courseId]),
    ]);
    if (!row || !mayEdit(actor, row)) throw new Problem('course.not-found');
    const published = row.publishedVersionId ? await this.versions.get(row.publishedVersionId) : null;
    return {
      course: studioCourse(
        row,
        versions.reduce((sum, version) => sum + version.learnerCount, 0),
      ),
      revision: row.revision,
      document: row.document,
      gaps: await draftGaps(this.files, row.document),
      changes: courseChanges(published?.document ?? null, row.document),
      versions: versions.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
      abilities: { edit: true, publish: true },
    };
  }

  /** Replaces the draft of `revision`; `draft.changed` when somebody saved since, `request.invalid` for files described wrongly. */
  async saveDraft(
    actor: Actor,
    courseId: string,
    draft: { revision: number; document: CourseDocument },
  ): Promise<Draft> {
    await this.admit(actor, courseId);
    const { issues } = await lookUpFiles(this.files, draft.document);
    if (issues.length > 0) throw new Problem('request.invalid', { issues });
    const values = [courseId, draft.revision, JSON.stringify(draft.document), this.clock.now()];
    const saved = await this.database.row(sql.replaceDraft, values);
    if (!saved) throw new Problem('draft.changed');
    return this.readDraft(actor, courseId);
  }

  /** Freezes the draft as the next version; see `CoursePublisher` for what it refuses. */
  async publish(actor: Actor, courseId: string, revision: number): Promise<Draft> {
    await this.admit(actor, courseId);
    await this.publisher.publish({ courseId, revision, publishedBy: actor.personId, now: this.clock.now() });
    this.shelf.forget();
    return this.readDraft(actor, courseId);
  }

  /** What a version changed against the one before it. */
  async compareVersions(
    actor: Actor,
    courseId: string,
    number: number,
  ): Promise<ResponseOf<typeof courses.compareVersions>> {
    await this.admit(actor, courseId);
    const rows = await this.database.rows<{ number: number; document: CourseDocument }>(sql.findPair, [
      courseId,
      number,
    ]);
    const after = rows.find((row) => row.number === number);
    if (!after) throw new Problem('course.not-found');
    const before = rows.find((row) => row.number === number - 1);
    return { changes: courseChanges(before?.document ?? null, after.document) };
  }

  private async admit(actor: Actor, courseId: string): Promise<void> {
    const home = await this.database.row<CourseHome>(sql.findHome, [courseId]);
    if (!home || !mayEdit(actor, home)) throw new Problem('course.not-found');
  }
}
