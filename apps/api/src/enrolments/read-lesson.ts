// The busiest read of all: one query for the learner, the content ready as JSON text from memory.
import type { LessonState } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedLesson, PublishedVersions } from '../courses/published-versions.js';
import { Database, type Statement } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { presentProgress } from './present-progress.js';

const read: Statement = {
  name: 'enrolments.read-lesson',
  text: `SELECT e.version_id AS "versionId", p.state, p.done_at AS "doneAt"
    FROM enrolment e LEFT JOIN lesson_progress p ON p.enrolment_id = e.id AND p.lesson_id = $2 WHERE e.id = $1 AND e.person_id = $3`,
};

/** What a lesson looks like before its first event, ready as text. */
const nothingYet = '{"metBlockIds":[],"watched":{},"answers":{},"positionBlockId":null,"doneAt":null}';

const quoted = (value: string | null) => (value === null ? 'null' : `"${value}"`);

/** Where the lesson stands, as JSON members; ids and kinds need no escaping. */
function placeJson({ number, previousId, nextId, nextKind }: PublishedLesson): string {
  return `"number":${number},"previousId":${quoted(previousId)},"nextId":${quoted(nextId)},"nextKind":${quoted(nextKind)}`;
}

@Injectable()
export class ReadLesson {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
  ) {}

  /** JSON text in the shape of `enrolments.readLesson`. */
  async read(enrolmentId: string, lessonId: string, personId: string): Promise<string> {
    const row = await this.database.row<{
      versionId: string;
      state: LessonState | null;
      doneAt: Date | null;
    }>(read, [enrolmentId, lessonId, personId]);
    if (!row) throw new Problem('enrolment.not-found');
    const version = this.versions.peek(row.versionId) ?? (await this.versions.get(row.versionId));
    const entry = version.lessonById.get(lessonId);
    if (!entry?.json) throw new Problem('lesson.not-found');
    const progress = row.state ? JSON.stringify(presentProgress(row.state, row.doneAt)) : nothingYet;
    return `{"lesson":${entry.json},${placeJson(entry)},"progress":${progress}}`;
  }
}
