// Changing a plan until check-in opens. Papers drawn by another rule are let go of in the same transaction, and drawn again by the round.
import type { exams, InputOf } from '@onetouch/contract';
import type { CompleteRule } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { addCandidates, removeStrayCandidates } from './candidates.js';
import { ExamCohortEntity } from './exam-cohort.entity.js';
import { recordEvent } from './exam-events.js';
import type { ExamFacts } from './exam-facts.js';
import { ExamPapers } from './exam-papers.js';
import { drawsTheSame, examRuleOf } from './exam-rule.js';
import { ExamEntity } from './exam.entity.js';
import { quizOf, refuseForeignCohorts } from './find-parts.js';
import { plannedColumns, refusePastWindow } from './plan-exam.js';

type ChangeBody = InputOf<typeof exams.update>['body'];

// Those who draw papers hold a share lock on it: nobody goes on drawing by the old rule.
const lock: Statement = {
  name: 'exams.lock',
  text: 'SELECT rule, check_in_opens_at AS "checkInOpensAt" FROM exam WHERE id = $1 FOR UPDATE',
};

interface Change {
  exam: ExamFacts;
  body: ChangeBody;
  rule: CompleteRule;
  version: PublishedVersion;
  actor: Actor;
}

@Injectable()
export class ChangeExam {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly papers: ExamPapers,
    private readonly clock: Clock,
  ) {}

  /** Puts the new plan in the place of the old one. */
  async change(exam: ExamFacts, body: ChangeBody, actor: Actor): Promise<void> {
    const version = await this.versions.get(exam.versionId);
    const rule = examRuleOf(body.rule, quizOf(version, exam.lessonId), body);
    refusePastWindow(body.closesAt, this.clock.now());
    await refuseForeignCohorts(this.database, actor, { ...exam, cohortIds: body.cohortIds });
    await this.database.transaction((transaction) =>
      this.write(transaction, { exam, body, rule, version, actor }),
    );
  }

  private async write(transaction: Transaction, { exam, body, rule, version, actor }: Change): Promise<void> {
    const now = this.clock.now();
    const [locked] = await transaction.rows<{ rule: CompleteRule; checkInOpensAt: Date }>(lock, [exam.id]);
    if (!locked || now >= locked.checkInOpensAt) throw new Problem('exam.started');
    await transaction.manager.update(ExamEntity, exam.id, { ...plannedColumns(body), rule } as never);
    if (!drawsTheSame(locked.rule, rule)) await this.papers.discard(transaction, exam.id);
    await transaction.manager.delete(ExamCohortEntity, { examId: exam.id });
    const cohortIds = [...new Set(body.cohortIds)];
    await transaction.manager.insert(
      ExamCohortEntity,
      cohortIds.map((cohortId) => ({ examId: exam.id, cohortId })),
    );
    await removeStrayCandidates(transaction, exam.id);
    await addCandidates(transaction, exam.id, { version, now });
    await recordEvent(transaction, { examId: exam.id, kind: 'changed', actorId: actor.personId, at: now });
  }
}
