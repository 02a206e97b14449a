// The quiz endpoints, one line each.
import { type InputOf, quizzes } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { QuizzesService } from './quizzes.service.js';
import { SaveAnswer } from './save-answer.js';
import { SignsOfLife } from './signs-of-life.js';
import { SubmitAttempt } from './submit-attempt.js';

type In<K extends keyof typeof quizzes> = InputOf<(typeof quizzes)[K]>;

@Controller()
export class QuizzesController {
  constructor(
    private readonly service: QuizzesService,
    private readonly saving: SaveAnswer,
    private readonly submission: SubmitAttempt,
    private readonly signs: SignsOfLife,
  ) {}

  @Handles(quizzes.read)
  read({ params }: In<'read'>, { actor }: RequestContext) {
    return this.service.read(params.enrolmentId, params.lessonId, actor.personId);
  }

  @Handles(quizzes.start)
  start({ params, body }: In<'start'>, { actor, address }: RequestContext) {
    const { accessCode, device } = body;
    return this.service.start({ ...params, accessCode, device, address, personId: actor.personId });
  }

  @Handles(quizzes.readAttempt)
  readAttempt({ params }: In<'readAttempt'>, { actor }: RequestContext) {
    return this.service.readAttempt(params.attemptId, actor.personId);
  }

  @Handles(quizzes.saveAnswer)
  saveAnswer({ params, body }: In<'saveAnswer'>, { actor }: RequestContext) {
    const answeredAt = body.answeredAt === undefined ? null : new Date(body.answeredAt);
    return this.saving.save({ ...params, ...body, answeredAt }, actor.personId);
  }

  @Handles(quizzes.beat)
  beat({ params, body }: In<'beat'>, { actor }: RequestContext) {
    return this.signs.beat({ ...params, ...body }, actor.personId);
  }

  @Handles(quizzes.submit)
  submit({ params }: In<'submit'>, { actor }: RequestContext) {
    return this.submission.submit(params.attemptId, actor.personId);
  }

  @Handles(quizzes.readResult)
  readResult({ params }: In<'readResult'>, { actor }: RequestContext) {
    return this.service.readResult(params.attemptId, actor.personId);
  }
}
