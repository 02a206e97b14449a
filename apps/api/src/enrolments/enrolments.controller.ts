// The enrolment endpoints, one line each.
import { enrolments } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import { Handles } from '../platform/http/handles.js';
import { EnrolmentsService } from './enrolments.service.js';
import { ReadLesson } from './read-lesson.js';
import { SaveProgress } from './save-progress.js';
import type { RequestContext } from '../platform/http/actor.js';
import type { InputOf } from '@onetouch/contract';

type In<K extends keyof typeof enrolments> = InputOf<(typeof enrolments)[K]>;

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly service: EnrolmentsService,
    private readonly lessons: ReadLesson,
    private readonly progress: SaveProgress,
  ) {}

  @Handles(enrolments.enrol)
  enrol(input: In<'enrol'>, { actor }: RequestContext) {
    return this.service.enrol(input.body.courseId, actor.personId);
  }

  @Handles(enrolments.listMine)
  async listMine(_input: In<'listMine'>, { actor }: RequestContext) {
    return { items: await this.service.listMine(actor.personId) };
  }

  @Handles(enrolments.findMine)
  async findMine(input: In<'findMine'>, { actor }: RequestContext) {
    return { enrolment: await this.service.findMine(input.params.courseId, actor.personId) };
  }

  @Handles(enrolments.read)
  read(input: In<'read'>, { actor }: RequestContext) {
    return this.service.read(input.params.enrolmentId, actor.personId);
  }

  @Handles(enrolments.readLesson)
  readLesson({ params }: In<'readLesson'>, { actor }: RequestContext) {
    return this.lessons.read(params.enrolmentId, params.lessonId, actor.personId);
  }

  @Handles(enrolments.saveProgress)
  async saveProgress({ params, body }: In<'saveProgress'>, { actor }: RequestContext) {
    const saved = await this.progress.save({ ...params, personId: actor.personId, events: body.events });
    return JSON.stringify(saved);
  }
}
