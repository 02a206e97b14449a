// The quiz endpoints, one line each.
import { type InputOf, quizzes } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { QuizzesService } from './quizzes.service.js';
import { SaveAnswer } from './save-answer.js';
import { StartAttempt } from './start-attempt.js';

type In<K extends keyof typeof quizzes> = InputOf<(typeof quizzes)[K]>;

@Controller()
export class QuizzesController {
  constructor(
    private readonly service: QuizzesService,
    private readonly starting: StartAttempt,
    private readonly saving: SaveAnswer,
  ) {}

  @Handles(quizzes.read)
  read({ params }: In<'read'>, { actor }: RequestContext) {
    return this.service.read(params.enrolmentId, params.lessonId, actor.personId);
  }

  @Handles(quizzes.start)
  start({ params }: In<'start'>, { actor }: RequestContext) {
    return this.starting.start(params.enrolmentId, params.lessonId, actor.personId);
  }

  @Handles(quizzes.readAttempt)
  readAttempt({ params }: In<'readAttempt'>, { actor }: RequestContext) {
    return this.service.readAttempt(params.attemptId, actor.personId);
  }

  @Handles(quizzes.saveAnswer)
  saveAnswer({ params, body }: In<'saveAnswer'>, { actor }: RequestContext) {
    return this.saving.save({ ...params, ...body, personId: actor.personId });
  }

  @Handles(quizzes.submit)
  submit({ params }: In<'submit'>, { actor }: RequestContext) {
    return this.service.submit(params.attemptId, actor.personId);
  }

  @Handles(quizzes.readResult)
  readResult({ params }: In<'readResult'>, { actor }: RequestContext) {
    return this.service.readResult(params.attemptId, actor.personId);
  }
}
