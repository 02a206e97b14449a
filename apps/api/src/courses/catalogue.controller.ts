// The catalogue over HTTP: public, and kept by browsers as long as its tag stays the same.
import { courses, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { CatalogueService } from './catalogue.service.js';

const askAgain = (reply: FastifyReply) => reply.header('cache-control', 'public, max-age=0, must-revalidate');
type Context = RequestContext<unknown>;

@Controller()
export class CatalogueController {
  constructor(private readonly service: CatalogueService) {}

  @Handles(courses.browse)
  browse(input: InputOf<typeof courses.browse>, _context: Context, reply: FastifyReply) {
    askAgain(reply);
    return this.service.browse(input.query);
  }

  @Handles(courses.search)
  search(input: InputOf<typeof courses.search>, _context: Context, reply: FastifyReply) {
    askAgain(reply);
    return this.service.search(input.query);
  }

  @Handles(courses.read)
  read(input: InputOf<typeof courses.read>, _context: Context, reply: FastifyReply) {
    askAgain(reply);
    return this.service.readPage(input.params.slug);
  }

  @Handles(courses.readLesson)
  readLesson(input: InputOf<typeof courses.readLesson>, _context: Context, reply: FastifyReply) {
    askAgain(reply);
    return this.service.readLesson(input.params.slug, input.params.lessonId);
  }
}
