// Endpoints of cohorts.
import { cohorts, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { CohortsService } from './cohorts.service.js';

@Controller()
export class CohortsController {
  constructor(private readonly service: CohortsService) {}

  @Handles(cohorts.list)
  list({ query }: InputOf<typeof cohorts.list>, { actor }: RequestContext) {
    return this.service.list(query, actor);
  }

  @Handles(cohorts.create)
  create({ body }: InputOf<typeof cohorts.create>, { actor }: RequestContext) {
    return this.service.create(body, actor);
  }

  @Handles(cohorts.read)
  read({ params }: InputOf<typeof cohorts.read>, { actor }: RequestContext) {
    return this.service.read(params.cohortId, actor);
  }

  @Handles(cohorts.listMembers)
  listMembers({ params, query }: InputOf<typeof cohorts.listMembers>, { actor }: RequestContext) {
    return this.service.listMembers(params.cohortId, query, actor);
  }

  @Handles(cohorts.candidates)
  candidates({ params, query }: InputOf<typeof cohorts.candidates>, { actor }: RequestContext) {
    return this.service.candidates(params.cohortId, query, actor);
  }

  @Handles(cohorts.addMembers)
  addMembers({ params, body }: InputOf<typeof cohorts.addMembers>, { actor }: RequestContext) {
    return this.service.addMembers(params.cohortId, body, actor);
  }

  @Handles(cohorts.removeMember)
  removeMember({ params }: InputOf<typeof cohorts.removeMember>, { actor }: RequestContext) {
    return this.service.removeMember(params, actor);
  }

  @Handles(cohorts.exportMembers)
  exportMembers({ params, query }: InputOf<typeof cohorts.exportMembers>, { actor }: RequestContext) {
    return this.service.exportMembers(params.cohortId, query, actor);
  }
}
