// The learner's state in a lesson, kept in memory as last seen. The row's revision is the referee: a stale copy writes nothing.
import { emptyLessonState, type LessonState } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database, type Statement } from '../platform/database/database.js';

const remembered = 20_000;

export interface KnownProgress {
  personId: string;
  versionId: string;
  /** Null before the first event: there is no row yet. */
  revision: number | null;
  state: LessonState;
  doneAt: Date | null;
}

export interface CourseSummary {
  stepsDone: number;
  stepsTotal: number;
  completedAt: Date | null;
}

const read: Statement = {
  name: 'enrolments.read-progress',
  text: `SELECT e.person_id AS "personId", e.version_id AS "versionId", p.revision, p.state, p.done_at AS "doneAt",
      e.steps_done AS "stepsDone", e.steps_total AS "stepsTotal", e.completed_at AS "completedAt"
    FROM enrolment e LEFT JOIN lesson_progress p ON p.enrolment_id = e.id AND p.lesson_id = $2 WHERE e.id = $1`,
};
// The everyday save: one update of one row, which writes nothing when another device was quicker.
const update: Statement = {
  name: 'enrolments.update-progress',
  text: `UPDATE lesson_progress p SET state = $3, revision = p.revision + 1, updated_at = $4 FROM enrolment e
    WHERE p.enrolment_id = $1 AND p.lesson_id = $2 AND p.revision = $5 AND e.id = p.enrolment_id
    RETURNING e.steps_done AS "stepsDone", e.steps_total AS "stepsTotal", e.completed_at AS "completedAt"`,
};

// The first save of a lesson: one statement, so that the row and the start of the course are written together or not at all. It locks
// the enrolment before the lesson, as a finishing device does; the other way round the two would wait for each other.
const begin: Statement = {
  name: 'enrolments.begin-lesson',
  text: `WITH learner AS (
      SELECT id FROM enrolment WHERE id = $1 FOR NO KEY UPDATE
    ), begun AS (
      INSERT INTO lesson_progress (enrolment_id, lesson_id, state, revision, started_at, updated_at)
      SELECT learner.id, $2, $3, 1, $4, $4 FROM learner ON CONFLICT DO NOTHING RETURNING enrolment_id
    ), started AS (
      UPDATE enrolment e SET started_at = $4 FROM begun WHERE e.id = begun.enrolment_id AND e.started_at IS NULL
    )
    SELECT e.steps_done AS "stepsDone", e.steps_total AS "stepsTotal", e.completed_at AS "completedAt"
    FROM enrolment e JOIN begun ON begun.enrolment_id = e.id`,
};

type Row = Omit<KnownProgress, 'state'> & CourseSummary & { state: LessonState | null };

@Injectable()
export class LessonProgressStore {
  private readonly cache = new LRUCache<string, KnownProgress>({ max: remembered });

  constructor(private readonly database: Database) {}

  /** The state as remembered; asks the database when nothing is. Undefined for an unknown enrolment. */
  async known(enrolmentId: string, lessonId: string): Promise<KnownProgress | undefined> {
    return (
      this.cache.get(`${enrolmentId}/${lessonId}`) ?? (await this.fresh(enrolmentId, lessonId))?.progress
    );
  }

  /** The state and the course summary from the database; remembers it. */
  async fresh(
    enrolmentId: string,
    lessonId: string,
  ): Promise<{ progress: KnownProgress; course: CourseSummary } | undefined> {
    const row = await this.database.row<Row>(read, [enrolmentId, lessonId]);
    if (!row) return undefined;
    const { personId, versionId, revision, doneAt, stepsDone, stepsTotal, completedAt } = row;
    const progress = { personId, versionId, revision, doneAt, state: row.state ?? emptyLessonState() };
    this.remember(enrolmentId, lessonId, progress);
    return { progress, course: { stepsDone, stepsTotal, completedAt } };
  }

  /** Writes the next state if the row is still at the known revision; undefined when it is not. */
  async advance(
    key: { enrolmentId: string; lessonId: string },
    known: KnownProgress,
    next: { state: LessonState; at: Date },
  ): Promise<CourseSummary | undefined> {
    const { enrolmentId, lessonId } = key;
    const values = [enrolmentId, lessonId, JSON.stringify(next.state), next.at, known.revision];
    const course = await this.database.row<CourseSummary>(update, values);
    if (course)
      this.remember(enrolmentId, lessonId, {
        ...known,
        state: next.state,
        revision: (known.revision ?? 0) + 1,
      });
    else this.forget(enrolmentId, lessonId);
    return course;
  }

  /** Writes the first state of a lesson; undefined when another device has begun it meanwhile. */
  async begin(
    key: { enrolmentId: string; lessonId: string },
    known: KnownProgress,
    next: { state: LessonState; at: Date },
  ): Promise<CourseSummary | undefined> {
    const { enrolmentId, lessonId } = key;
    const values = [enrolmentId, lessonId, JSON.stringify(next.state), next.at];
    const course = await this.database.row<CourseSummary>(begin, values);
    if (course) this.remember(enrolmentId, lessonId, { ...known, state: next.state, revision: 1 });
    else this.forget(enrolmentId, lessonId);
    return course;
  }

  remember(enrolmentId: string, lessonId: string, progress: KnownProgress): void {
    this.cache.set(`${enrolmentId}/${lessonId}`, progress);
  }

  forget(enrolmentId: string, lessonId: string): void {
    this.cache.delete(`${enrolmentId}/${lessonId}`);
  }
}
