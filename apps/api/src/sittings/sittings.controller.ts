// Endpoints of one's own sittings.
import { type InputOf, sittings } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { SittingsService } from './sittings.service.js';

type In<K extends keyof typeof sittings> = InputOf<(typeof sittings)[K]>;

@Controller()
export class SittingsController {
  constructor(private readonly service: SittingsService) {}

  @Handles(sittings.list)
  list(_input: In<'list'>, { actor }: RequestContext) {
    return this.service.list(actor.personId);
  }

  @Handles(sittings.checkIn)
  checkIn({ body }: In<'checkIn'>, context: RequestContext) {
    return this.service.checkIn(body.code, context);
  }

  @Handles(sittings.read)
  read({ params }: In<'read'>, { actor }: RequestContext) {
    return this.service.read(params.sittingId, actor.personId);
  }

  @Handles(sittings.start)
  start(input: In<'start'>, context: RequestContext) {
    return this.service.start(input, context);
  }
}
