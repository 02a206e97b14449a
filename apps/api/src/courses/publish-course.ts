// Freezes a draft as the next version of its course. Used by the studio and by the demonstration; knows no session.
import type { CourseDocument } from '@onetouch/contract';
import { courseFigures } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import { FileStore } from '../platform/files/file-store.js';
import { Problem } from '../platform/http/problem.js';
import { draftGaps } from './draft-files.js';

// Two publish at once: both make the same number, and the second finds its draft published already.
constraintMeans('course_version_course_id_number_key', 'draft.unchanged');

export interface Publication {
  courseId: string;
  /** The revision of the draft that the publisher has seen. */
  revision: number;
  publishedBy: string;
  now: Date;
}

interface DraftRow {
  document: CourseDocument;
  revision: number;
  publishedVersionId: string | null;
  isPublished: boolean;
}

const findDraft: Statement = {
  name: 'courses.find-draft-to-publish',
  text: `SELECT c.draft AS document, c.draft_revision AS revision, c.published_version_id AS "publishedVersionId",
      coalesce(c.draft = v.document, false) AS "isPublished"
    FROM course c LEFT JOIN course_version v ON v.id = c.published_version_id WHERE c.id = $1`,
};
const insertVersion: Statement = {
  name: 'courses.insert-version',
  text: `INSERT INTO course_version (course_id, number, document, minutes, published_by, published_at)
    SELECT c.id, (SELECT coalesce(max(number), 0) + 1 FROM course_version WHERE course_id = $1), c.draft, $3, $4, $5
    FROM course c WHERE c.id = $1 AND c.draft_revision = $2 RETURNING id, number`,
};
const pointToVersion: Statement = {
  name: 'courses.point-to-version',
  text: `UPDATE course SET published_version_id = $3
    WHERE id = $1 AND draft_revision = $2 AND published_version_id IS NOT DISTINCT FROM $4 RETURNING id`,
};

@Injectable()
export class CoursePublisher {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /**
   * Publishes exactly the draft of `revision`. Refuses with `course.not-found`, `draft.changed` after another save, `draft.unchanged`
   * when it is published already, `draft.incomplete` while it has gaps.
   */
  async publish(publication: Publication): Promise<{ id: string; number: number }> {
    const draft = await this.database.row<DraftRow>(findDraft, [publication.courseId]);
    if (!draft) throw new Problem('course.not-found');
    if (draft.revision !== publication.revision) throw new Problem('draft.changed');
    if (draft.isPublished) throw new Problem('draft.unchanged');
    const gaps = await draftGaps(this.files, draft.document);
    if (gaps.length > 0) {
      throw new Problem('draft.incomplete', {
        issues: gaps.map(({ code, where }) => ({ path: where.join(' / '), message: code })),
      });
    }
    return this.database.transaction((transaction) => this.write(transaction, publication, draft));
  }

  private async write(transaction: Transaction, publication: Publication, draft: DraftRow) {
    const { courseId, revision, publishedBy, now } = publication;
    const { minutes } = courseFigures(draft.document);
    const [version] = await transaction.rows<{ id: string; number: number }>(insertVersion, [
      courseId,
      revision,
      minutes,
      publishedBy,
      now,
    ]);
    if (!version) throw new Problem('draft.changed');
    const pointed = await transaction.rows(pointToVersion, [
      courseId,
      revision,
      version.id,
      draft.publishedVersionId,
    ]);
    if (pointed.length === 0) throw await this.whyNot(transaction, publication);
    return version;
  }

  /** Somebody was quicker: with a save, or with a publication of this very draft. */
  private async whyNot(transaction: Transaction, { courseId, revision }: Publication): Promise<Problem> {
    const [now] = await transaction.rows<DraftRow>(findDraft, [courseId]);
    return new Problem(now?.revision === revision ? 'draft.unchanged' : 'draft.changed');
  }
}
