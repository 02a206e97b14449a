// Fastify below Nest for a service that takes JSON and nothing else. Knows no route.
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyServerOptions } from 'fastify';

export class JsonAdapter extends FastifyAdapter {
  constructor(options: FastifyServerOptions) {
    super(options);
    this.getInstance().removeContentTypeParser('text/plain');
  }

  /** Leaves Fastify's own JSON parser; Nest would add one for forms, which a page of another site can send without asking. */
  override registerParserMiddleware(): void {}
}
