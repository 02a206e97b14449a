// How many people are enrolled in each course, at most a minute old: one grouped query for everybody who looks.
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../platform/database/database.js';

const maxAgeMs = 60_000;
const count: Statement = {
  name: 'courses.count-learners',
  text: 'SELECT course_id AS "courseId", count(*)::integer AS learners FROM enrolment GROUP BY course_id',
};

type Counts = ReadonlyMap<string, number>;

@Injectable()
export class LearnerCounts {
  private counts: Counts | undefined;
  private countedAt = -Infinity;
  private underWay: Promise<Counts> | undefined;

  constructor(private readonly database: Database) {}

  /** Learners by course id; a course without any is absent. Old counts are answered while new ones are read. */
  async read(): Promise<Counts> {
    if (performance.now() - this.countedAt < maxAgeMs && this.counts) return this.counts;
    this.underWay ??= this.load().finally(() => (this.underWay = undefined));
    if (!this.counts) return this.underWay;
    this.underWay.catch(() => undefined);
    return this.counts;
  }

  private async load(): Promise<Counts> {
    const rows = await this.database.rows<{ courseId: string; learners: number }>(count);
    this.counts = new Map(rows.map((row) => [row.courseId, row.learners]));
    this.countedAt = performance.now();
    return this.counts;
  }
}
