// Saves learning events of one lesson. The merge and both verdicts (lesson done, course complete) are the domain's.
import type { ProgressEvent, SavedProgress } from '@onetouch/contract';
import {
  applyEvents,
  believableTimes,
  emptyLessonState,
  eventFits,
  isLessonDone,
  type LessonState,
  stepsPercent,
} from '@onetouch/domain';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type PublishedLesson, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { receiptOf } from '../platform/receipt.js';
import { evaluateCourse } from './complete-course.js';
import { type CourseSummary, type KnownProgress, LessonProgressStore } from './lesson-progress-store.js';
import { lockEnrolment } from './locked-enrolment.js';
import { presentProgress } from './present-progress.js';

interface Save {
  enrolmentId: string;
  lessonId: string;
  personId: string;
  events: ProgressEvent[];
}
type ContentLesson = Extract<PublishedLesson['lesson'], { kind: 'content' }>;
interface Saved {
  state: LessonState;
  doneAt: Date | null;
  course: CourseSummary;
}

/** Devices of one person that disturb each other more often than this take turns under the lock. */
const triesWithoutLock = 2;

// The row must be there before it can be locked: whoever begins the lesson at this moment is waited for and merged.
const ensureProgress: Statement = {
  name: 'enrolments.ensure-progress',
  text: `INSERT INTO lesson_progress (enrolment_id, lesson_id, state, revision, started_at, updated_at)
    VALUES ($1, $2, $3, 0, $4, $4) ON CONFLICT DO NOTHING`,
};
const lockProgress: Statement = {
  name: 'enrolments.lock-progress',
  text: `SELECT state, revision, done_at AS "doneAt" FROM lesson_progress WHERE enrolment_id = $1 AND lesson_id = $2 FOR UPDATE`,
};
const writeProgress: Statement = {
  name: 'enrolments.write-lesson-progress',
  text: `UPDATE lesson_progress SET state = $3, revision = revision + 1, done_at = $5, updated_at = $4
    WHERE enrolment_id = $1 AND lesson_id = $2 RETURNING revision`,
};

function refuseStrayEvents(lesson: ContentLesson, events: readonly ProgressEvent[]): void {
  events.forEach((event, index) => {
    const fit = eventFits(lesson, event);
    if (fit === 'ok') return;
    const issues = [{ path: `body.events.${index}`, message: fit }];
    throw new Problem(fit === 'block-unknown' ? 'progress.block-unknown' : 'progress.event-mismatch', {
      issues,
    });
  });
}

@Injectable()
export class SaveProgress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly versions: PublishedVersions,
    private readonly store: LessonProgressStore,
  ) {}

  /** Merges the events and answers a receipt for each; the same events again change nothing and get the same receipts. */
  async save(save: Save): Promise<SavedProgress> {
    for (let tries = 0; ; tries++) {
      const known = await this.store.known(save.enrolmentId, save.lessonId);
      if (!known || known.personId !== save.personId) throw new Problem('enrolment.not-found');
      const lesson = await this.contentLesson(known.versionId, save.lessonId);
      refuseStrayEvents(lesson, save.events);
      const saved =
        tries < triesWithoutLock ? await this.merge(save, known, lesson) : await this.decide(save, lesson);
      if (saved) return this.answer(save, saved);
    }
  }

  private async contentLesson(versionId: string, lessonId: string): Promise<ContentLesson> {
    const found = (await this.versions.get(versionId)).lessonById.get(lessonId)?.lesson;
    if (found?.kind !== 'content') throw new Problem('lesson.not-found');
    return found;
  }

  private merged(save: Save, lesson: ContentLesson, state: LessonState): LessonState {
    return applyEvents(lesson, state, believableTimes(save.events, state, this.clock.now()));
  }

  /** One statement when nothing is decided by it; the whole transaction when the lesson gets done. Undefined: try again. */
  private async merge(save: Save, known: KnownProgress, lesson: ContentLesson): Promise<Saved | undefined> {
    const state = this.merged(save, lesson, known.state);
    if (known.doneAt === null && isLessonDone(lesson, state.metBlockIds)) return this.decide(save, lesson);
    const next = { state, at: this.clock.now() };
    if (known.revision !== null && isDeepStrictEqual(state, known.state)) return this.unchanged(save, lesson);
    const course = await (known.revision === null
      ? this.store.begin(save, known, next)
      : this.store.advance(save, known, next));
    return course && { state, doneAt: known.doneAt, course };
  }

  /** Nothing new as far as this instance remembers; the database has the last word on what is saved. */
  private async unchanged(save: Save, lesson: ContentLesson): Promise<Saved | undefined> {
    const fresh = await this.store.fresh(save.enrolmentId, save.lessonId);
    if (!fresh) return undefined;
    const { state, doneAt } = fresh.progress;
    const isSaved = isDeepStrictEqual(this.merged(save, lesson, state), state);
    return isSaved ? { state, doneAt, course: fresh.course } : undefined;
  }

  private async decide(save: Save, lesson: ContentLesson): Promise<Saved> {
    const { enrolmentId, lessonId, personId } = save;
    try {
      const { known, course } = await this.database.transaction((transaction) =>
        this.decideIn(transaction, save, lesson),
      );
      this.store.remember(enrolmentId, lessonId, { ...known, personId });
      return { state: known.state, doneAt: known.doneAt, course };
    } catch (error) {
      this.store.forget(enrolmentId, lessonId);
      throw error;
    }
  }

  private async decideIn(transaction: Transaction, save: Save, lesson: ContentLesson) {
    const { enrolmentId, lessonId, personId } = save;
    const enrolment = await lockEnrolment(transaction, enrolmentId, personId);
    if (!enrolment) throw new Problem('enrolment.not-found');
    const now = this.clock.now();
    await transaction.rows(ensureProgress, [enrolmentId, lessonId, JSON.stringify(emptyLessonState()), now]);
    const [row] = await transaction.rows<KnownProgress>(lockProgress, [enrolmentId, lessonId]);
    const state = this.merged(save, lesson, row?.state ?? emptyLessonState());
    const doneAt = row?.doneAt ?? (isLessonDone(lesson, state.metBlockIds) ? now : null);
    const values = [enrolmentId, lessonId, JSON.stringify(state), now, doneAt];
    const [written] = await transaction.rows<{ revision: number }>(writeProgress, values);
    const version = await this.versions.get(enrolment.versionId);
    const { steps, completedAt } = await evaluateCourse(transaction, enrolment, { version, now });
    return {
      known: { versionId: enrolment.versionId, revision: written?.revision ?? 1, state, doneAt, personId },
      course: { stepsDone: steps.done, stepsTotal: steps.total, completedAt },
    };
  }

  private answer(save: Save, { state, doneAt, course }: Saved): SavedProgress {
    const { stepsDone, stepsTotal, completedAt } = course;
    return {
      receipts: save.events.map((event) => ({
        eventId: event.id,
        receipt: receiptOf(save.enrolmentId, event.id),
      })),
      savedAt: this.clock.now().toISOString(),
      progress: presentProgress(state, doneAt),
      steps: { done: stepsDone, total: stepsTotal },
      percent: stepsPercent(stepsDone, stepsTotal),
      completedAt: completedAt?.toISOString() ?? null,
    };
  }
}
