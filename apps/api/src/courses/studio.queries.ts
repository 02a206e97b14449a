// Reads of the trainer's desk: own courses, drafts, versions. Knows no rule.
import type { CourseDocument, Localized, StudioCourse } from '@onetouch/contract';
import type { Statement } from '../platform/database/database.js';
import { cursorTimeOf } from '../platform/database/keyset.js';
import type { CourseHome } from './courses.policy.js';

export interface StudioCourseRow {
  id: string;
  slug: string;
  title: Localized;
  audience: StudioCourse['audience'];
  topic: StudioCourse['topic'];
  publishedNumber: number | null;
  hasUnpublishedChanges: boolean;
  draftSavedAt: Date;
  cursorTime: string;
}

export interface DraftRow extends StudioCourseRow, CourseHome {
  document: CourseDocument;
  revision: number;
  publishedVersionId: string | null;
}

export interface CourseVersionRow {
  id: string;
  number: number;
  publishedAt: Date;
  publishedBy: string;
  learnerCount: number;
}

const courseColumns = `c.id, c.slug, c.draft->'title' AS title, c.draft->>'audience' AS audience, c.draft->>'topic' AS topic,
    v.number AS "publishedNumber", coalesce(c.draft <> v.document, true) AS "hasUnpublishedChanges",
    c.draft_saved_at AS "draftSavedAt", ${cursorTimeOf('c.draft_saved_at')} AS "cursorTime"`;
const courseTables = `course c JOIN organisation o ON o.id = c.issuer_id JOIN place pl ON pl.id = o.place_id
    LEFT JOIN course_version v ON v.id = c.published_version_id`;

/** Courses that may be edited, last saved first; values: owner, paths, issuers (see `editableBy`), cursor time and id, limit. */
export const listEditable: Statement = {
  name: 'courses.list-editable',
  text: `SELECT ${courseColumns} FROM ${courseTables}
    WHERE (c.owner_id = $1 OR pl.path <@ ANY($2::ltree[]) OR c.issuer_id = ANY($3::uuid[]))
      AND ($4::timestamptz IS NULL OR (c.draft_saved_at, c.id) < ($4::timestamptz, $5::uuid))
    ORDER BY c.draft_saved_at DESC, c.id DESC LIMIT $6`,
};

/** One course with its draft; who may see it is decided by the policy. */
export const findDraft: Statement = {
  name: 'courses.find-draft',
  text: `SELECT ${courseColumns}, c.draft AS document, c.draft_revision AS revision, c.published_version_id AS "publishedVersionId",
      c.owner_id AS "ownerId", c.issuer_id AS "issuerId", pl.path::text AS "issuerPath"
    FROM ${courseTables} WHERE c.id = $1`,
};

/** Who may edit a course, without its draft. */
export const findHome: Statement = {
  name: 'courses.find-home',
  text: `SELECT c.owner_id AS "ownerId", c.issuer_id AS "issuerId", pl.path::text AS "issuerPath"
    FROM course c JOIN organisation o ON o.id = c.issuer_id JOIN place pl ON pl.id = o.place_id WHERE c.id = $1`,
};

/** Versions of a course, newest first, with the learners pinned to each. */
export const listVersions: Statement = {
  name: 'courses.list-versions',
  text: `SELECT v.id, v.number, v.published_at AS "publishedAt", p.full_name AS "publishedBy", coalesce(e.learners, 0) AS "learnerCount"
    FROM course_version v JOIN person p ON p.id = v.published_by
    LEFT JOIN (SELECT version_id, count(*)::integer AS learners FROM enrolment WHERE course_id = $1 GROUP BY version_id) e ON e.version_id = v.id
    WHERE v.course_id = $1 ORDER BY v.number DESC`,
};

/** Replaces the draft of the revision that was seen; no row when somebody saved since. */
export const replaceDraft: Statement = {
  name: 'courses.replace-draft',
  text: `UPDATE course SET draft = $3, draft_revision = draft_revision + 1, draft_saved_at = $4
    WHERE id = $1 AND draft_revision = $2 RETURNING draft_revision AS revision`,
};

/** Documents of a version and of the one before it. */
export const findPair: Statement = {
  name: 'courses.find-version-pair',
  text: 'SELECT number, document FROM course_version WHERE course_id = $1 AND number IN ($2, $2 - 1)',
};
