// Endpoints of exams, for those who run them.
import { exams, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { ExamRooms } from './exam-rooms.js';
import { ExamsService } from './exams.service.js';

type In<K extends keyof typeof exams> = InputOf<(typeof exams)[K]>;

@Controller()
export class ExamsController {
  constructor(
    private readonly service: ExamsService,
    private readonly rooms: ExamRooms,
  ) {}

  @Handles(exams.list)
  list({ query }: In<'list'>, { actor }: RequestContext) {
    return this.service.list(query, actor);
  }

  @Handles(exams.create)
  create({ body }: In<'create'>, { actor }: RequestContext) {
    return this.service.create(body, actor);
  }

  @Handles(exams.read)
  read({ params }: In<'read'>, { actor }: RequestContext) {
    return this.service.read(params.examId, actor);
  }

  @Handles(exams.update)
  update({ params, body }: In<'update'>, { actor }: RequestContext) {
    return this.service.update(params.examId, body, actor);
  }

  @Handles(exams.addRooms)
  async addRooms({ params, body }: In<'addRooms'>, { actor }: RequestContext) {
    await this.rooms.add(await this.service.run(params.examId, actor), body.rooms, actor);
    return this.service.read(params.examId, actor);
  }

  @Handles(exams.updateRoom)
  async updateRoom({ params, body }: In<'updateRoom'>, { actor }: RequestContext) {
    const exam = await this.service.run(params.examId, actor);
    await this.rooms.change(exam, params.roomId, { ...body, actor });
    return this.service.read(params.examId, actor);
  }

  @Handles(exams.removeRoom)
  async removeRoom({ params }: In<'removeRoom'>, { actor }: RequestContext) {
    await this.rooms.remove(await this.service.run(params.examId, actor), params.roomId, actor);
    return this.service.read(params.examId, actor);
  }

  @Handles(exams.assign)
  assign({ params }: In<'assign'>, { actor }: RequestContext) {
    return this.service.assign(params.examId, actor);
  }

  @Handles(exams.prepare)
  prepare({ params }: In<'prepare'>, { actor }: RequestContext) {
    return this.service.prepare(params.examId, actor);
  }

  @Handles(exams.listCandidates)
  listCandidates({ params, query }: In<'listCandidates'>, { actor }: RequestContext) {
    return this.service.listCandidates(params.examId, query, actor);
  }

  @Handles(exams.listResults)
  listResults({ params, query }: In<'listResults'>, { actor }: RequestContext) {
    return this.service.listResults(params.examId, query, actor);
  }

  @Handles(exams.exportResults)
  exportResults({ params }: In<'exportResults'>, { actor }: RequestContext) {
    return this.service.exportResults(params.examId, actor);
  }

  @Handles(exams.release)
  release({ params }: In<'release'>, { actor }: RequestContext) {
    return this.service.release(params.examId, actor);
  }
}
