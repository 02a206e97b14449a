// Endpoints of marking, corrections and statistics, for those who may edit the course.
import { type InputOf, marking } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { MarkingService } from './marking.service.js';

type In<K extends keyof typeof marking> = InputOf<(typeof marking)[K]>;

@Controller()
export class MarkingController {
  constructor(private readonly service: MarkingService) {}

  @Handles(marking.list)
  list({ query }: In<'list'>, { actor }: RequestContext) {
    return this.service.list(query, actor);
  }

  @Handles(marking.read)
  read(input: In<'read'>, { actor }: RequestContext) {
    return this.service.read(input, actor);
  }

  @Handles(marking.mark)
  mark(input: In<'mark'>, { actor }: RequestContext) {
    return this.service.mark(input, actor);
  }

  @Handles(marking.readStatistics)
  readStatistics(input: In<'readStatistics'>, { actor }: RequestContext) {
    return this.service.readStatistics(input, actor);
  }

  @Handles(marking.listLate)
  listLate(input: In<'listLate'>, { actor }: RequestContext) {
    return this.service.listLate(input, actor);
  }

  @Handles(marking.previewCorrection)
  previewCorrection(input: In<'previewCorrection'>, { actor }: RequestContext) {
    return this.service.preview(input, actor);
  }

  @Handles(marking.correct)
  correct(input: In<'correct'>, { actor }: RequestContext) {
    return this.service.correct(input, actor);
  }

  @Handles(marking.listCorrections)
  listCorrections({ params }: In<'listCorrections'>, { actor }: RequestContext) {
    return this.service.listCorrections(params, actor);
  }

  @Handles(marking.listChanges)
  listChanges(input: In<'listChanges'>, { actor }: RequestContext) {
    return this.service.listChanges(input, actor);
  }

  @Handles(marking.decide)
  decide(input: In<'decide'>, { actor }: RequestContext) {
    return this.service.decide(input, actor);
  }
}
