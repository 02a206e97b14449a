// Serves the built web page: hashed assets for ever, everything else is the one HTML file that starts the page, with the
// lines that the build wrote for the address. Knows no page by its name.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';

const isAsset = /\.[a-z0-9]{2,5}$/i;
const headEnd = '</head>';

/** What the page at an address needs first; `$1` in the lines is the first group of `path`. */
const FirstFiles = z.array(
  z.object({ path: z.string().transform((text) => new RegExp(text)), lines: z.string() }),
);
type FirstFiles = z.infer<typeof FirstFiles>;

function readFirstFiles(root: string): FirstFiles {
  const file = join(root, 'first-files.json');
  return existsSync(file) ? FirstFiles.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** The lines for an address. What an address puts into them can be no markup, whatever the pattern lets through. */
export function linesFor(url: string, firstFiles: FirstFiles): string {
  for (const { path, lines } of firstFiles) {
    const found = path.exec(url);
    if (found) return lines.replaceAll('$1', /^[\w-]*$/.test(found[1] ?? '') ? (found[1] ?? '') : '');
  }
  return '';
}

/** Adds the web page below `/`; a path of the page that is no file answers index.html, an unknown API path does not. */
export async function addWebPage(server: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new Error(`no index.html in ${root}; build the web page first`);
  const [head = '', body = ''] = readFileSync(index, 'utf8').split(headEnd);
  const firstFiles = readFirstFiles(root);
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
  server.get('/', (request, reply) => sendIndex(request.url, reply));
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || isAsset.test(path)) return reply.callNotFound();
    return sendIndex(request.url, reply);
  });
  function sendIndex(url: string, reply: FastifyReply) {
    const html = head + linesFor(url, firstFiles) + headEnd + body;
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
  }
}
