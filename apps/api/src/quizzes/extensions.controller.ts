// The endpoints of extensions, one line each.
import { extensions, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { ExtensionsService } from './extensions.service.js';

type In<K extends keyof typeof extensions> = InputOf<(typeof extensions)[K]>;

@Controller()
export class ExtensionsController {
  constructor(private readonly service: ExtensionsService) {}

  @Handles(extensions.list)
  list({ params, query }: In<'list'>, { actor }: RequestContext) {
    return this.service.list(actor, params, query);
  }

  @Handles(extensions.grant)
  grant({ params, body }: In<'grant'>, { actor }: RequestContext) {
    return this.service.grant(actor, params, body);
  }
}
