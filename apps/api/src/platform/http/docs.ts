// The readable API documentation at /api/docs, drawn by Swagger UI from /api/openapi.json.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sessionCookie } from './door.js';
import { openApiDocument } from './openapi.js';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>OneTouch API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/api/docs/assets/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;

/** Adds the document and its page; both public, neither part of the endpoint table. */
export async function addDocs(server: FastifyInstance): Promise<void> {
  const document = JSON.stringify(openApiDocument(sessionCookie));
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  server.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
  server.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript').send(start));
  await server.register(fastifyStatic, {
    root: assets,
    prefix: '/api/docs/assets/',
    decorateReply: false,
    index: false,
  });
}
