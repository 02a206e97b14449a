// Turns whatever was thrown into one problem+json answer. A 500 is logged once with its request id and says nothing.
import type { ProblemCode } from '@onetouch/contract';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOfDatabase } from '../database/violations.js';
import { Problem } from './problem.js';

const codeOfStatus: Record<number, ProblemCode> = {
  400: 'request.malformed',
  404: 'route.unknown',
  405: 'route.unknown',
  413: 'request.too-large',
  415: 'request.unsupported-media',
  414: 'request.too-large',
  431: 'request.too-large',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

/** Whatever a part below us refuses with a 4xx of its own is the request's fault too, and no failure of ours. */
function codeOf(status: number): ProblemCode {
  return codeOfStatus[status] ?? (status >= 400 && status < 500 ? 'request.malformed' : 'service.failed');
}

/** The problem that an error is for the outside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const database = problemOfDatabase(error);
  if (database) return database;
  return new Problem(codeOf(statusOf(error)));
}

/** Answers a problem, with the advice when to come back. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  if (problem.detail.retryAt) {
    const seconds = Math.max(1, Math.ceil((problem.detail.retryAt.getTime() - Date.now()) / 1000));
    reply.header('retry-after', String(seconds));
  }
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem.toBody(request.id)));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');
  private lastOutage = 0;

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOf(error);
    if (problem.code === 'service.failed') {
      this.logger.error(
        `${request.id} ${request.method} ${request.routeOptions?.url ?? '?'} ${(error as Error)?.stack ?? String(error)}`,
      );
    }
    if (problem.code === 'service.unavailable') this.logOutage(error);
    sendProblem(problem, request, reply);
  }

  /** Why the service is away, once a second at most: a disk that is full of log lines would not get better. */
  private logOutage(error: unknown): void {
    if (error instanceof Problem || Date.now() - this.lastOutage < 1_000) return;
    this.lastOutage = Date.now();
    this.logger.warn(`the database cannot serve: ${(error as Error)?.message ?? String(error)}`);
  }
}
