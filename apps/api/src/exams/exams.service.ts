// Use cases of those who run exams: plan, fill, seat, prepare, look and release. What happens in the rooms is another matter.
import type { ExamDetail, exams, InputOf, ResponseOf } from '@onetouch/contract';
import { paperSize } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { listFileName } from '../cohorts/list-file.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { FileAnswer } from '../platform/http/file-answer.js';
import { presentCandidate } from './board-candidates.js';
import { ChangeExam } from './change-exam.js';
import { type ExamFacts, findRunExam } from './exam-facts.js';
import { ExamsQueries } from './exams.queries.js';
import { quizOf } from './find-parts.js';
import { listCandidates } from './list-candidates.js';
import { PlanExam } from './plan-exam.js';
import { PrepareExam } from './prepare-exam.js';
import { presentDetail, presentExam } from './present-exam.js';
import { ReleaseExam } from './release-exam.js';
import { resultsFile } from './results-file.js';
import { presentResultRow, ResultsQueries, type ResultWish } from './results.queries.js';
import { recordEvent } from './exam-events.js';

type In<K extends keyof typeof exams> = InputOf<(typeof exams)[K]>;
type Out<K extends keyof typeof exams> = ResponseOf<(typeof exams)[K]>;

@Injectable()
export class ExamsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: ExamsQueries,
    private readonly results: ResultsQueries,
    private readonly versions: PublishedVersions,
    private readonly planning: PlanExam,
    private readonly changing: ChangeExam,
    private readonly preparing: PrepareExam,
    private readonly releasing: ReleaseExam,
  ) {}

  /** Exams of the own scope, the latest start first. */
  async list(query: In<'list'>['query'], actor: Actor): Promise<Out<'list'>> {
    const { rows, next } = await this.queries.list(actor, query);
    const versions = await this.versions.getMany(rows.map((row) => row.versionId));
    const now = this.clock.now();
    const items = rows.flatMap((row) => {
      const version = versions.get(row.versionId);
      return version ? [presentExam(row, version, now)] : [];
    });
    return { items, next };
  }

  /** A new exam with its candidates. */
  async create(body: In<'create'>['body'], actor: Actor): Promise<ExamDetail> {
    return this.read(await this.planning.plan(body, actor), actor);
  }

  /** An exam with its rooms; an exam of elsewhere is not there. */
  async read(examId: string, actor: Actor): Promise<ExamDetail> {
    return this.detail(await this.run(examId, actor));
  }

  /** A changed plan, until check-in opens. */
  async update(examId: string, body: In<'update'>['body'], actor: Actor): Promise<ExamDetail> {
    await this.changing.change(await this.run(examId, actor), body, actor);
    return this.read(examId, actor);
  }

  /** Seats for everybody who has none. */
  async assign(examId: string, actor: Actor): Promise<ExamDetail> {
    await this.preparing.assign(await this.run(examId, actor), actor);
    return this.read(examId, actor);
  }

  /** Asks for papers; they are drawn in the background. */
  async prepare(examId: string, actor: Actor): Promise<ExamDetail> {
    await this.preparing.prepare(await this.run(examId, actor), actor);
    return this.read(examId, actor);
  }

  /** Results out. */
  async release(examId: string, actor: Actor): Promise<ExamDetail> {
    await this.releasing.release(await this.run(examId, actor), actor);
    return this.read(examId, actor);
  }

  /** One page of candidates as the board shows them. */
  async listCandidates(
    examId: string,
    query: In<'listCandidates'>['query'],
    actor: Actor,
  ): Promise<Out<'listCandidates'>> {
    const exam = await this.run(examId, actor);
    const { rows, next, total } = await listCandidates(this.database, exam.id, query);
    const facts = { questionCount: await this.questionCount(exam), now: this.clock.now() };
    return { items: rows.map((row) => presentCandidate(row, facts)), next, total };
  }

  /** One page of results with the totals of the whole exam. */
  async listResults(examId: string, query: ResultWish, actor: Actor): Promise<Out<'listResults'>> {
    const exam = await this.run(examId, actor);
    const [{ rows, next }, total, totals] = await Promise.all([
      this.results.page(exam.id, query),
      this.results.count(exam.id, query),
      this.results.totals(exam.id),
    ]);
    return { items: rows.map(presentResultRow), next, total, totals };
  }

  /** All results as a file for Excel; who took it home stands in the record. */
  async exportResults(examId: string, actor: Actor): Promise<FileAnswer> {
    const exam = await this.run(examId, actor);
    const at = this.clock.now();
    await this.database.transaction((transaction) =>
      recordEvent(transaction, { examId: exam.id, kind: 'exported', actorId: actor.personId, at }),
    );
    return new FileAnswer(resultsFile(this.results, exam.id), {
      mediaType: 'text/csv; charset=utf-8',
      downloadName: listFileName('ket-qua', exam.name, at),
    });
  }

  /** The exam of this id if the actor runs it: `exam.not-found` otherwise. */
  run(examId: string, actor: Actor): Promise<ExamFacts> {
    return findRunExam(this.database, examId, actor);
  }

  private async questionCount(exam: ExamFacts): Promise<number> {
    const version = await this.versions.get(exam.versionId);
    return paperSize(exam.rule, quizOf(version, exam.lessonId).questions);
  }

  private async detail(exam: ExamFacts): Promise<ExamDetail> {
    const [version, rooms, cohorts, unassigned] = await Promise.all([
      this.versions.get(exam.versionId),
      this.queries.rooms([exam.id]),
      this.queries.cohorts(exam.id),
      this.queries.unassigned(exam.id),
    ]);
    return presentDetail({ exam, version, rooms, cohorts, unassigned, now: this.clock.now() });
  }
}
