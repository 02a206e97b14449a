import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { addWebPage, linesFor } from './web-page.js';

const link = (href: string) => `<link href="${href}">`;
const rows = [
  { path: '^/$', lines: link('/home.js') },
  { path: '^/khoa-hoc/([a-z-]+)$', lines: link('/api/v1/courses/$1') },
];

describe('the web page', () => {
  const server = Fastify();
  const folder = mkdtempSync(join(tmpdir(), 'web-page-'));
  const read = async (url: string) => server.inject({ url });

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<html><head></head><body>page</body></html>');
    writeFileSync(join(folder, 'assets', 'home-1.js'), 'export {};');
    writeFileSync(join(folder, 'first-files.json'), JSON.stringify(rows));
    await addWebPage(server, folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('names what the page at an address needs first, and is otherwise the same everywhere', async () => {
    expect((await read('/')).body).toContain(`<head>${link('/home.js')}</head>`);
    expect((await read('/khoa-hoc/an-toan')).body).toContain(link('/api/v1/courses/an-toan'));
    expect((await read('/viec-hoc?trang=2')).body).toBe('<html><head></head><body>page</body></html>');
  });

  it('is asked for anew at every visit, its files never again', async () => {
    expect((await read('/')).headers['cache-control']).toBe('no-cache');
    expect((await read('/assets/home-1.js')).headers['cache-control']).toContain('immutable');
  });

  it('does not answer for a file of an earlier release or an unknown address of the API', async () => {
    expect((await read('/assets/home-0.js')).statusCode).toBe(404);
    expect((await read('/api/v1/nothing')).statusCode).toBe(404);
  });

  it('lets no address write markup into it', () => {
    const loose = [{ path: /^\/(.*)$/, lines: link('$1') }];
    expect(linesFor('/"><script>', loose)).toBe(link(''));
  });
});
