// Every published course as the catalogue shows and searches it, in memory. Knows no learner and no draft.
import type { CourseCard, Localized } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../platform/database/database.js';
import type { PublishedVersion } from './published-version.js';
import { PublishedVersions } from './published-versions.js';
import { index, type Indexed } from './words.js';

/** Another instance publishes: this one shows it after so long. */
const maxAgeMs = 2_000;
const versionsAtOnce = 50;

interface ShelfRow {
  id: string;
  slug: string;
  versionId: string;
}

export interface ShelfLesson {
  readonly id: string;
  readonly number: number;
  readonly title: Localized;
  readonly minutes: number;
  readonly index: Indexed;
}

export interface ShelfCourse {
  readonly versionId: string;
  readonly publishedAt: Date;
  /** Without the count of learners, which changes by the minute. */
  readonly card: Omit<CourseCard, 'learnerCount'>;
  /** Content lessons only. */
  readonly lessons: readonly ShelfLesson[];
  readonly title: Indexed;
  readonly titleAndSummary: Indexed;
  /** With outcomes, modules and lessons. */
  readonly everything: Indexed;
}

const list: Statement = {
  name: 'courses.list-published',
  text: 'SELECT id, slug, published_version_id AS "versionId" FROM course WHERE published_version_id IS NOT NULL',
};

function lessonsOf(version: PublishedVersion): ShelfLesson[] {
  return version.lessons
    .filter((lesson) => lesson.kind === 'content')
    .map(({ id, number, title, minutes }) => ({
      id,
      number,
      title,
      minutes,
      index: index(title.vi, title.en),
    }));
}

/** What a course promises and is divided into: people search for what they want to be able to do. */
function promisesOf({ document }: PublishedVersion): string[] {
  const lessons = document.modules.flatMap((module) => module.lessons.map((lesson) => lesson.title));
  const words = [...document.outcomes, ...document.modules.map((module) => module.title), ...lessons];
  return words.flatMap(({ vi, en }) => [vi, en]);
}

/** A course as it stands on the shelf. */
function shelfCourse(row: ShelfRow, version: PublishedVersion): ShelfCourse {
  const { title, summary, audience, level, topic } = version.document;
  const { minutes, lessonCount, weightBytes } = version.figures;
  const titles = [title.vi, title.en];
  const summaries = [...titles, summary.vi, summary.en];
  const { id, slug } = row;
  const updatedAt = version.publishedAt.toISOString();
  return {
    versionId: version.id,
    publishedAt: version.publishedAt,
    card: {
      id,
      slug,
      title,
      summary,
      audience,
      level,
      topic,
      minutes,
      lessonCount,
      weightBytes,
      updatedAt,
    },
    lessons: lessonsOf(version),
    title: index(...titles),
    titleAndSummary: index(...summaries),
    everything: index(...summaries, ...promisesOf(version)),
  };
}

@Injectable()
export class Shelf {
  private courses: readonly ShelfCourse[] = [];
  private readAt = -Infinity;
  private underWay: Promise<readonly ShelfCourse[]> | undefined;
  /** Counts the times that it was told to forget: a reading begun before one is not fresh after it. */
  private turn = 0;

  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
  ) {}

  /** Every published course, in no order. */
  async read(): Promise<readonly ShelfCourse[]> {
    if (performance.now() - this.readAt < maxAgeMs) return this.courses;
    this.underWay ??= this.load(this.turn);
    return this.underWay;
  }

  /** Looks again at the next request; said by whoever publishes on this instance. */
  forget(): void {
    this.turn += 1;
    this.readAt = -Infinity;
    this.underWay = undefined;
  }

  private async load(turn: number): Promise<readonly ShelfCourse[]> {
    const startedAt = performance.now();
    try {
      const courses = await this.collect();
      if (turn === this.turn) {
        this.courses = courses;
        this.readAt = startedAt;
      }
      return courses;
    } finally {
      if (turn === this.turn) this.underWay = undefined;
    }
  }

  private async collect(): Promise<readonly ShelfCourse[]> {
    const rows = await this.database.rows<ShelfRow>(list);
    const known = new Map(this.courses.map((course) => [course.versionId, course]));
    const fresh = rows.filter((row) => !known.has(row.versionId));
    for (let start = 0; start < fresh.length; start += versionsAtOnce) {
      const part = fresh.slice(start, start + versionsAtOnce);
      const versions = await this.versions.getMany(part.map((row) => row.versionId));
      for (const row of part) {
        const version = versions.get(row.versionId);
        if (version) known.set(row.versionId, shelfCourse(row, version));
      }
    }
    return rows.flatMap((row) => known.get(row.versionId) ?? []);
  }
}
