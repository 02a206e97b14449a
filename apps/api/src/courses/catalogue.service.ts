// What anybody may read of published courses: catalogue, search, course page, lessons of open courses. No key of a quiz leaves here.
import type { courses, InputOf, ResponseOf } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { browseCatalogue } from './browse-catalogue.js';
import { LearnerCounts } from './learner-counts.js';
import type { PublishedLesson } from './published-version.js';
import { PublishedVersions } from './published-versions.js';
import { searchCatalogue } from './search-catalogue.js';
import { Shelf } from './shelf.js';

interface CoursePageRow {
  id: string;
  slug: string;
  versionId: string;
  isOpen: boolean;
  trainerName: string;
  issuerName: string;
}

const findPage: Statement = {
  name: 'courses.find-page',
  text: `SELECT c.id, c.slug, c.published_version_id AS "versionId", c.is_open AS "isOpen", p.full_name AS "trainerName",
      o.name AS "issuerName"
    FROM course c JOIN person p ON p.id = c.owner_id JOIN organisation o ON o.id = c.issuer_id
    WHERE c.slug = $1 AND c.published_version_id IS NOT NULL`,
};

/** A visitor goes from content lesson to content lesson: a quiz needs an enrolment. */
function neighbour(lessons: readonly PublishedLesson[], from: PublishedLesson, step: 1 | -1): string | null {
  const content = lessons.filter((lesson) => lesson.kind === 'content');
  return content[content.indexOf(from) + step]?.id ?? null;
}

@Injectable()
export class CatalogueService {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly shelf: Shelf,
    private readonly learners: LearnerCounts,
  ) {}

  /** One page of the catalogue. */
  async browse(query: InputOf<typeof courses.browse>['query']): Promise<ResponseOf<typeof courses.browse>> {
    const [shelf, learners] = await Promise.all([this.shelf.read(), this.learners.read()]);
    return browseCatalogue(shelf, learners, query);
  }

  /** Courses and lessons by words. */
  async search({
    q,
    limit,
  }: InputOf<typeof courses.search>['query']): Promise<ResponseOf<typeof courses.search>> {
    const [shelf, learners] = await Promise.all([this.shelf.read(), this.learners.read()]);
    return searchCatalogue(shelf, learners, { q, limit });
  }

  /** The page of a published course; `course.not-found` for any other slug. */
  async readPage(slug: string): Promise<ResponseOf<typeof courses.read>> {
    const { versionId, ...row } = await this.findPublished(slug);
    const [version, learners] = await Promise.all([this.versions.get(versionId), this.learners.read()]);
    const { title, summary, audience, level, topic, outcomes } = version.document;
    const { minutes, lessonCount, weightBytes } = version.figures;
    const publishedAt = version.publishedAt.toISOString();
    return {
      ...row,
      ...{ title, summary, audience, level, topic, outcomes, minutes, lessonCount, weightBytes },
      learnerCount: learners.get(row.id) ?? 0,
      versionId,
      versionNumber: version.number,
      outline: version.outline,
      requirements: version.requirements,
      updatedAt: publishedAt,
      publishedAt,
    };
  }

  /** A content lesson of an open course; a quiz, and a lesson of a closed course, is `lesson.not-found`. */
  async readLesson(slug: string, lessonId: string): Promise<ResponseOf<typeof courses.readLesson>> {
    const { versionId, isOpen } = await this.findPublished(slug);
    const { lessonById, lessons } = await this.versions.get(versionId);
    const found = lessonById.get(lessonId);
    if (!isOpen || found?.lesson.kind !== 'content') throw new Problem('lesson.not-found');
    return {
      lesson: found.lesson,
      previousId: neighbour(lessons, found, -1),
      nextId: neighbour(lessons, found, 1),
    };
  }

  private async findPublished(slug: string): Promise<CoursePageRow> {
    const row = await this.database.row<CoursePageRow>(findPage, [slug]);
    if (!row) throw new Problem('course.not-found');
    return row;
  }
}
