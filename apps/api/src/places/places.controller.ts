// The endpoints of places, one line each. Units change only with a new release, so browsers may keep them a while.
import { type InputOf, places } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { PlacesQueries } from './places.queries.js';
import { PlacesService } from './places.service.js';

const kept = (reply: FastifyReply) => reply.header('cache-control', 'public, max-age=300');

@Controller()
export class PlacesController {
  constructor(
    private readonly service: PlacesService,
    private readonly queries: PlacesQueries,
  ) {}

  @Handles(places.search)
  async search(input: InputOf<typeof places.search>, _context: unknown, reply: FastifyReply) {
    const items = await this.queries.search(input.query);
    kept(reply);
    return { items, next: null };
  }

  @Handles(places.provinces)
  async provinces(input: InputOf<typeof places.provinces>, _context: unknown, reply: FastifyReply) {
    const items = await this.queries.provinces(input.query.list);
    kept(reply);
    return { items, next: null };
  }

  @Handles(places.read)
  async read(input: InputOf<typeof places.read>, _context: unknown, reply: FastifyReply) {
    const place = await this.service.read(input.params.placeId);
    kept(reply);
    return place;
  }

  @Handles(places.searchOrganisations)
  searchOrganisations(input: InputOf<typeof places.searchOrganisations>) {
    return this.queries.searchOrganisations(input.query);
  }

  @Handles(places.createOrganisation)
  createOrganisation(input: InputOf<typeof places.createOrganisation>, context: RequestContext) {
    return this.service.createOrganisation(input.body, context.actor);
  }
}
