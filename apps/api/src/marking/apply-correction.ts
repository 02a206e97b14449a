// Applies a correction in one transaction: marks, old results, courses and the rule for all marks to come are written together or not
// at all, so that a killed process leaves nothing half done. Marks go in set statements; only courses that a changed pass moves are worked
// out learner by learner.
import type { CorrectionWish } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { putCorrection } from '../quizzes/remark-attempt.js';
import { findHandedIn, lockHandedIn, writeMarks } from '../quizzes/remark-attempts.js';
import { moveCourses } from '../quizzes/write-mark.js';
import { chunksOf, type Effect, effectsOn, Fingerprint, withoutQuestions } from './correction-effects.js';
import type { OwnQuiz } from './find-quiz.js';
import { questionOf } from './preview-correction.js';

interface ApplyWish {
  wish: CorrectionWish;
  reason: string;
  fingerprint: string;
}

/** What a change needs of its surroundings. */
interface Applying {
  correctionId: string;
  wish: CorrectionWish;
  versions: ReadonlyMap<string, PublishedVersion>;
  now: Date;
}

// Two corrections of one course come one after the other, so that they never wait for each other's learners in a circle.
const lockCourse: Statement = {
  name: 'marking.lock-course',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('corrections of ' || $1::text, 0))`,
};
const insert: Statement = {
  name: 'marking.insert-correction',
  text: `INSERT INTO correction (course_id, lesson_id, exam_id, wish, prompt, reason, author_id, fingerprint, applied_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
};
// Before the new marks are written: the old results are taken from where they stand.
const insertChanges: Statement = {
  name: 'marking.insert-changes',
  text: `INSERT INTO correction_change (correction_id, attempt_id, before, after, old_result, new_result, decision)
    SELECT $1, c."attemptId", c.before, c.after, nullif(a.result, 'null'), c.grade, c.decision
    FROM jsonb_to_recordset($2::jsonb) AS c("attemptId" uuid, before jsonb, after jsonb, grade jsonb, decision text)
      JOIN attempt a ON a.id = c."attemptId"
    ON CONFLICT (correction_id, attempt_id) DO NOTHING`,
};
// Whose pass is lost is judged by a completion that nobody can reach in the meantime.
const lockEnrolments: Statement = {
  name: 'marking.lock-enrolments',
  text: `SELECT e.id FROM enrolment e JOIN attempt a ON a.enrolment_id = e.id
    WHERE a.id = ANY($1::uuid[]) AND a.has_passed AND e.completed_at IS NULL ORDER BY e.id FOR NO KEY UPDATE OF e`,
};

@Injectable()
export class ApplyCorrection {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** The id of the new correction; `correction.changed` when it would do anything else than the preview has shown. */
  async apply(actor: Actor, quiz: OwnQuiz, { wish, reason, fingerprint }: ApplyWish): Promise<string> {
    const { prompt } = questionOf(quiz, wish);
    const { courseId, lessonId, versions } = quiz;
    const examId = quiz.exam?.id ?? null;
    return this.database.transaction(async (transaction) => {
      await transaction.rows(lockCourse, [courseId]);
      const now = this.clock.now();
      const seen = await Fingerprint.begin(transaction, { lessonId, examId, wish });
      const wished = await findHandedIn(transaction, { lessonId, examId, questionId: wish.questionId, now });
      const ids = await lockHandedIn(transaction, wished);
      const values = [courseId, lessonId, examId, JSON.stringify(wish), prompt, reason];
      const rows = await transaction.rows<{ id: string }>(insert, [
        ...values,
        actor.personId,
        fingerprint,
        now,
      ]);
      const correctionId = rows[0]?.id ?? '';
      const moved: Effect[] = [];
      for (const chunk of chunksOf(ids)) {
        const effects = await this.write(transaction, chunk, { correctionId, wish, versions, now });
        seen.add(effects);
        moved.push(...effects.filter(movesCourse).map(withoutQuestions));
      }
      if (seen.end() !== fingerprint) throw new Problem('correction.changed');
      await putCorrection(transaction, {
        id: correctionId,
        lessonId,
        examId,
        correction: wish,
        appliedAt: now,
      });
      await this.move(transaction, moved, { versions, now });
      return correctionId;
    });
  }

  /** Applies a correction that is in force to attempts that were being handed in meanwhile; what it did to others stays. */
  async applyLate(attemptIds: readonly string[], late: Omit<Applying, 'now'>): Promise<void> {
    const applying = { ...late, now: this.clock.now() };
    await this.database.transaction(async (transaction) => {
      const ids = await lockHandedIn(transaction, attemptIds);
      const effects = await this.write(transaction, ids, applying);
      await this.move(transaction, effects.filter(movesCourse), applying);
    });
  }

  private async write(transaction: Transaction, ids: string[], applying: Applying): Promise<Effect[]> {
    await transaction.rows(lockEnrolments, [ids]);
    const effects = await effectsOn(transaction, ids, applying.wish);
    if (effects.length === 0) return effects;
    const changes = effects.map(({ attempt, before, after, grade, decision }) => ({
      attemptId: attempt.id,
      ...{ before, after, grade, decision },
    }));
    await transaction.rows(insertChanges, [applying.correctionId, JSON.stringify(changes)]);
    await writeMarks(transaction, changes, applying.now);
    return effects;
  }

  /** Steps and completion of everybody whose pass has changed; a completion is never taken back by it. */
  private async move(
    transaction: Transaction,
    effects: readonly Effect[],
    { versions, now }: Pick<Applying, 'versions' | 'now'>,
  ): Promise<void> {
    for (const chunk of chunksOf(effects)) {
      const moving = new Map<string, PublishedVersion>();
      for (const { attempt } of chunk) {
        const version = versions.get(attempt.versionId) ?? (await this.versions.get(attempt.versionId));
        moving.set(attempt.enrolmentId, version);
      }
      await moveCourses(transaction, moving, now);
    }
  }
}

/** Held marks count for nothing yet; a verdict that stays moves nothing. */
function movesCourse({ attempt, before, grade }: Effect): boolean {
  const verdict = grade.pending.length > 0 ? null : grade.hasPassed;
  return !attempt.isHeld && verdict !== before.hasPassed;
}
