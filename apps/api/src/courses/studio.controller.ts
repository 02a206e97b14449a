// The trainer's desk over HTTP, one line per endpoint.
import { courses, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { StudioService } from './studio.service.js';

@Controller()
export class StudioController {
  constructor(private readonly service: StudioService) {}

  @Handles(courses.listOwn)
  listOwn(input: InputOf<typeof courses.listOwn>, { actor }: RequestContext) {
    return this.service.listOwn(actor, input.query);
  }

  @Handles(courses.readDraft)
  readDraft(input: InputOf<typeof courses.readDraft>, { actor }: RequestContext) {
    return this.service.readDraft(actor, input.params.courseId);
  }

  @Handles(courses.saveDraft)
  saveDraft(input: InputOf<typeof courses.saveDraft>, { actor }: RequestContext) {
    return this.service.saveDraft(actor, input.params.courseId, input.body);
  }

  @Handles(courses.publish)
  publish(input: InputOf<typeof courses.publish>, { actor }: RequestContext) {
    return this.service.publish(actor, input.params.courseId, input.body.revision);
  }

  @Handles(courses.compareVersions)
  compareVersions(input: InputOf<typeof courses.compareVersions>, { actor }: RequestContext) {
    return this.service.compareVersions(actor, input.params.courseId, input.params.number);
  }
}
