// What every running instance has, in production and in tests alike: filter, door, cookies, headers, documentation, page.
import { randomUUID } from 'node:crypto';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import { limits } from '@onetouch/contract';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config.js';
import { refuseBrokenRequest } from './platform/http/broken-request.js';
import { addDocs } from './platform/http/docs.js';
import { JsonAdapter } from './platform/http/json-adapter.js';
import { ProblemFilter, problemOf, sendProblem } from './platform/http/problem.filter.js';
import { addSecureHeaders } from './platform/http/secure-headers.js';
import { addWebPage } from './platform/http/web-page.js';

/** The HTTP server below Nest, with its limits. */
export function createAdapter(config: Config): FastifyAdapter {
  return new JsonAdapter({
    bodyLimit: limits.bodyBytes,
    // The largest body on a line of 200 kbit/s; without a limit a body that never ends holds its connection for ever.
    requestTimeout: 120_000,
    // Hop 0 is the connection itself: with one proxy only that one is believed, and not what a client wrote before it.
    trustProxy: config.trustedProxies > 0 ? (_address, hop) => hop < config.trustedProxies : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    // What goes wrong before there is a route: addresses that are no UTF-8.
    frameworkErrors: (error, request, reply) =>
      sendProblem(problemOf(error), request as never, reply as never),
    clientErrorHandler: refuseBrokenRequest,
    logger: false,
  });
}

/** Everything around the rooms; the same for `main` and for tests. */
export async function configureApp(app: NestFastifyApplication, config: Config): Promise<void> {
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  });
  const server = app.getHttpAdapter().getInstance();
  await addSecureHeaders(server as never, config.publicUrl.startsWith('https:'));
  await addDocs(server as never);
  if (config.webDir) await addWebPage(server as never, config.webDir);
}
