// Serves the built web page: hashed assets for ever, everything else is the one HTML file that starts the page.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const isAsset = /\.[a-z0-9]{2,5}$/i;

/** Adds the web page below `/`; a path of the page that is no file answers index.html, an unknown API path does not. */
export async function addWebPage(server: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new Error(`no index.html in ${root}; build the web page first`);
  const html = readFileSync(index);
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const forEver = path.includes(`${root}/assets/`) || path.includes('\\assets\\');
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/', (_request, reply) => sendIndex(reply));
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || isAsset.test(path)) return reply.callNotFound();
    return sendIndex(reply);
  });
  function sendIndex(reply: import('fastify').FastifyReply) {
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
  }
}
