// Use cases of those who mark and answer for a quiz: the queue, corrections, statistics. Each refuses who may not edit the course.
import type {
  Correction,
  CorrectionChange,
  InputOf,
  marking,
  MarkingTask,
  ResponseOf,
} from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { ApplyCorrection } from './apply-correction.js';
import { CorrectionsQueries } from './corrections.queries.js';
import { DecideChange } from './decide-change.js';
import { type EssayRow, findEssay, listEssays, nextEssay } from './essay-rows.js';
import { FindQuiz } from './find-quiz.js';
import { LateAttemptsQueries } from './late-attempts.queries.js';
import { MarkEssay } from './mark-essay.js';
import { presentEssay, presentTask, presentWaiting } from './present-essay.js';
import { PreviewCorrection } from './preview-correction.js';
import { QuizStatistics } from './quiz-statistics.js';

type In<K extends keyof typeof marking> = InputOf<(typeof marking)[K]>;
type Out<K extends keyof typeof marking> = ResponseOf<(typeof marking)[K]>;

@Injectable()
export class MarkingService {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly quizzes: FindQuiz,
    private readonly marks: MarkEssay,
    private readonly previewing: PreviewCorrection,
    private readonly applying: ApplyCorrection,
    private readonly corrections: CorrectionsQueries,
    private readonly deciding: DecideChange,
    private readonly statistics: QuizStatistics,
    private readonly late: LateAttemptsQueries,
  ) {}

  /** Essays that wait for this person. */
  async list(query: In<'list'>['query'], actor: Actor): Promise<Out<'list'>> {
    const { rows, next, courses } = await listEssays(this.database, actor, query);
    const versions = await this.versions.getMany([...rows, ...courses].map((row) => row.versionId));
    const items = rows.map((row) => presentEssay(row, versions.get(row.versionId), actor.personId));
    const asked = courses.filter(({ courseId }) => !query.courseId || courseId === query.courseId);
    return {
      items,
      next,
      total: asked.reduce((sum, { waiting }) => sum + waiting, 0),
      courses: courses.map((course) => presentWaiting(course, versions.get(course.versionId))),
    };
  }

  /** One essay; `marking.not-found` for what is not for this person to mark. */
  async read({ params, query }: In<'read'>, actor: Actor): Promise<MarkingTask> {
    const row = await findEssay(this.database, actor, params);
    if (!row) throw new Problem('marking.not-found');
    return this.task(row, actor, query.courseId);
  }

  /** A mark, and the task as it stands then with the one that comes next. */
  async mark({ params, query, body }: In<'mark'>, actor: Actor): Promise<MarkingTask> {
    return this.task(await this.marks.mark(actor, params, body), actor, query.courseId);
  }

  /** Item statistics. */
  async readStatistics(
    { params, query }: In<'readStatistics'>,
    actor: Actor,
  ): Promise<Out<'readStatistics'>> {
    const quiz = await this.quizzes.find(actor, { ...params, examId: query.examId });
    return this.statistics.read(quiz, query.counted);
  }

  /** Attempts with late answers. */
  async listLate({ params, query }: In<'listLate'>, actor: Actor): Promise<Out<'listLate'>> {
    const { courseId, lessonId } = await this.quizzes.find(actor, params);
    return this.late.page({ ...query, courseId, lessonId });
  }

  /** Who would change. */
  async preview({ params, body }: In<'previewCorrection'>, actor: Actor): Promise<Out<'previewCorrection'>> {
    const quiz = await this.quizzes.find(actor, { ...params, examId: body.examId });
    return this.previewing.preview(quiz, body.wish);
  }

  /** Applies exactly what the preview showed. */
  async correct({ params, body }: In<'correct'>, actor: Actor): Promise<Correction> {
    const quiz = await this.quizzes.find(actor, { ...params, examId: body.examId });
    const id = await this.applying.apply(actor, quiz, body);
    return this.corrections.read(id);
  }

  /** Corrections of a quiz. */
  async listCorrections(
    params: In<'listCorrections'>['params'],
    actor: Actor,
  ): Promise<Out<'listCorrections'>> {
    const { courseId, lessonId } = await this.quizzes.find(actor, params);
    return { items: await this.corrections.listOf(courseId, lessonId) };
  }

  /** Whom a correction changed. */
  async listChanges({ params, query }: In<'listChanges'>, actor: Actor): Promise<Out<'listChanges'>> {
    await this.corrections.refuseStranger(actor, params.correctionId);
    return this.corrections.changes(params.correctionId, query);
  }

  /** A decision about a pass. The number of a certificate stays in the answer as long as it is valid. */
  async decide({ params, body }: In<'decide'>, actor: Actor): Promise<CorrectionChange> {
    const { correctionId, attemptId } = params;
    await this.corrections.refuseStranger(actor, correctionId);
    await this.deciding.decide({ correctionId, attemptId, ...body, personId: actor.personId });
    return this.corrections.change(correctionId, attemptId);
  }

  private async task(row: EssayRow, actor: Actor, courseId: string | undefined): Promise<MarkingTask> {
    const [version, nextTask] = await Promise.all([
      this.versions.get(row.versionId),
      nextEssay(this.database, actor, { essay: row, courseId }),
    ]);
    return presentTask({ row, version, personId: actor.personId, nextTask });
  }
}
