// Planning an exam: a quiz of the version that is published today, cohorts in reach, a window. Its members become candidates at once.
import { randomUUID } from 'node:crypto';
import type { exams, InputOf } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { addCandidates } from './candidates.js';
import { ExamCohortEntity } from './exam-cohort.entity.js';
import { recordEvent } from './exam-events.js';
import { examRuleOf } from './exam-rule.js';
import { ExamEntity } from './exam.entity.js';
import { findPublishedVersion, findSpotOf, quizOf, refuseForeignCohorts } from './find-parts.js';

type PlanBody = InputOf<typeof exams.create>['body'];

constraintMeans('exam_window_check', 'exam.window-invalid');

/** What of an exam follows from its plan, as columns. */
export function plannedColumns(body: Omit<PlanBody, 'courseId' | 'lessonId' | 'placeId' | 'organisationId'>) {
  return {
    name: body.name,
    searchKey: foldVietnamese(body.name),
    checkInOpensAt: new Date(body.checkInOpensAt),
    startsAt: new Date(body.startsAt),
    closesAt: new Date(body.closesAt),
    release: body.release,
    spreadSeconds: body.spreadSeconds,
  };
}

/** Refuses a window that is over already; that it opens before it closes is the table's own rule. */
export function refusePastWindow(closesAt: string, now: Date): void {
  if (new Date(closesAt) <= now) throw new Problem('exam.window-invalid');
}

@Injectable()
export class PlanExam {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Writes the exam with its cohorts and candidates, and answers its id. */
  async plan(body: PlanBody, actor: Actor): Promise<string> {
    const version = await this.versions.get(await findPublishedVersion(this.database, body.courseId));
    const quiz = quizOf(version, body.lessonId);
    const placeId = await findSpotOf(this.database, actor, body);
    await refuseForeignCohorts(this.database, actor, { ...body, placeId });
    refusePastWindow(body.closesAt, this.clock.now());
    const rule = examRuleOf(body.rule, quiz, body);
    return this.write({ body, actor, version }, { lessonId: quiz.id, placeId, rule });
  }

  private write(
    { body, actor, version }: { body: PlanBody; actor: Actor; version: PublishedVersion },
    found: Pick<ExamEntity, 'lessonId' | 'placeId' | 'rule'>,
  ): Promise<string> {
    const examId = randomUUID();
    const now = this.clock.now();
    return this.database.transaction(async (transaction) => {
      await transaction.manager.insert(ExamEntity, {
        ...plannedColumns(body),
        ...found,
        id: examId,
        courseId: version.courseId,
        versionId: version.id,
        organisationId: body.organisationId,
        createdBy: actor.personId,
        createdAt: now,
      } as never);
      const cohortIds = [...new Set(body.cohortIds)];
      await transaction.manager.insert(
        ExamCohortEntity,
        cohortIds.map((cohortId) => ({ examId, cohortId })),
      );
      await addCandidates(transaction, examId, { version, now });
      await recordEvent(transaction, { examId, kind: 'created', actorId: actor.personId, at: now });
      return examId;
    });
  }
}
