// Published versions in memory. They never change, so nothing is ever invalidated; the least used ones make room.
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database, type Statement } from '../platform/database/database.js';
import { publishedVersion, type PublishedVersion, type VersionRow } from './published-version.js';

export type { PublishedLesson, PublishedVersion } from './published-version.js';

/** Characters of JSON that are kept; a course of a dozen lessons has about 150,000. */
const keptText = 32_000_000;

const find: Statement = {
  name: 'courses.find-versions',
  text: `SELECT v.id, v.course_id AS "courseId", c.slug AS "courseSlug", v.number, v.published_at AS "publishedAt", v.document
    FROM course_version v JOIN course c ON c.id = v.course_id WHERE v.id = ANY($1::uuid[])`,
};

@Injectable()
export class PublishedVersions {
  private readonly kept = new LRUCache<string, PublishedVersion>({
    maxSize: keptText,
    sizeCalculation: (version) => version.textLength,
  });
  private readonly underWay = new Map<string, Promise<PublishedVersion>>();

  constructor(private readonly database: Database) {}

  /** The version if it is in memory; no query. */
  peek(versionId: string): PublishedVersion | undefined {
    return this.kept.get(versionId);
  }

  /** A version by the id that an enrolment or a course carries; however many ask at once, it is read once. Fails for an id that is none. */
  async get(versionId: string): Promise<PublishedVersion> {
    const known = this.kept.get(versionId) ?? this.underWay.get(versionId);
    if (known) return known;
    const loading = this.load([versionId]).then(
      (found) => found.get(versionId) ?? Promise.reject(new Error(`no version ${versionId}`)),
    );
    this.underWay.set(versionId, loading);
    try {
      return await loading;
    } finally {
      this.underWay.delete(versionId);
    }
  }

  /** Several versions by id with at most one query; unknown ids are absent. */
  async getMany(versionIds: Iterable<string>): Promise<Map<string, PublishedVersion>> {
    const found = new Map<string, PublishedVersion>();
    const missing: string[] = [];
    for (const id of new Set(versionIds)) {
      const version = this.kept.get(id);
      if (version) found.set(id, version);
      else missing.push(id);
    }
    if (missing.length > 0) for (const [id, version] of await this.load(missing)) found.set(id, version);
    return found;
  }

  private async load(versionIds: string[]): Promise<Map<string, PublishedVersion>> {
    const rows = await this.database.rows<VersionRow>(find, [versionIds]);
    const found = new Map(rows.map((row) => [row.id, publishedVersion(row)]));
    for (const [id, version] of found) this.kept.set(id, version);
    return found;
  }
}
