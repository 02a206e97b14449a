// Binds a controller method to a row of the endpoint table: route, door, parsing and the shape of the answer.
import { type Endpoint, type InputOf, type ProblemIssue, type ResponseOf } from '@onetouch/contract';
import { Req, RequestMapping, RequestMethod, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor, RequestContext } from './actor.js';
import { revalidated } from './etag.js';
import { FileAnswer } from './file-answer.js';
import { Problem } from './problem.js';

export const apiPrefix = '/api/v1';
export const ENDPOINT = 'onetouch:endpoint';

/** A request after the door: the actor has been found. */
export type KnownRequest = FastifyRequest & { actor?: Actor | null };

type ContextOf<E extends Endpoint> = RequestContext<E['access'] extends 'public' ? Actor | null : Actor>;
type AnswerOf<E extends Endpoint> = E extends { file: string }
  ? FileAnswer
  : E extends { ready: true }
    ? string
    : ResponseOf<E>;
type Handler<E extends Endpoint> = (
  input: InputOf<E>,
  context: ContextOf<E>,
  reply: FastifyReply,
) => AnswerOf<E> | Promise<AnswerOf<E>>;

/** Names of unknown fields stand in the message: a hundred thousand of them are not sent back. */
const issueLength = 300;

/** What is wrong with one part of a request, with paths such as `body.events.0.id`. */
function issuesOf(part: string, error: z.ZodError): ProblemIssue[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: [part, ...issue.path].join('.').slice(0, issueLength),
    message: issue.message.slice(0, issueLength),
  }));
}

function parse(part: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw new Problem('request.invalid', { issues: issuesOf(part, parsed.error) });
  return parsed.data;
}

function inputOf(endpoint: Endpoint, request: FastifyRequest): InputOf<Endpoint> {
  return {
    params: parse('params', endpoint.params, request.params) as never,
    query: parse('query', endpoint.query, request.query) as never,
    body: parse('body', endpoint.body, request.body) as never,
  };
}

function contextOf(request: KnownRequest): RequestContext<Actor | null> {
  return {
    actor: request.actor ?? null,
    address: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    requestId: request.id,
  };
}

function answer(endpoint: Endpoint, value: unknown, reply: FastifyReply): unknown {
  if (value instanceof FileAnswer) return value.sendThrough(reply);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (endpoint.ready) {
    reply.type('application/json; charset=utf-8');
    return value;
  }
  if (!endpoint.response) return undefined;
  const parsed = endpoint.response.parse(value);
  return String(reply.getHeader('cache-control')).includes('must-revalidate')
    ? revalidated(reply, JSON.stringify(parsed))
    : parsed;
}

/** Makes the method the one handler of `endpoint`; another shape of input or answer does not compile. */
export function Handles<E extends Endpoint>(endpoint: E) {
  return <H extends Handler<E>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const handler = descriptor.value as unknown as (
      input: unknown,
      context: unknown,
      reply: FastifyReply,
    ) => unknown;
    const bound = async function (this: unknown, request: KnownRequest, reply: FastifyReply) {
      reply.status(endpoint.response || endpoint.file ? 200 : 204);
      const result = await handler.call(this, inputOf(endpoint, request), contextOf(request), reply);
      reply.send(answer(endpoint, result, reply));
    };
    Object.defineProperty(bound, 'name', { value: key });
    descriptor.value = bound as unknown as H;
    Req()(target, key, 0);
    // Sent by us and not by Nest, which would put one fixed status on every answer.
    Res()(target, key, 1);
    Reflect.defineMetadata('design:paramtypes', [Object, Object], target, key);
    const decorators = [
      RequestMapping({ path: apiPrefix + endpoint.path, method: RequestMethod[endpoint.method] }),
      SetMetadata(ENDPOINT, endpoint),
    ];
    for (const decorate of decorators) decorate(target, key, descriptor as never);
  };
}
