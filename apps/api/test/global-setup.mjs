// Finds the PostgreSQL server of the tests: TEST_DATABASE_URL, or an embedded one of its own that stops with the run.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const { startPostgres } = await import('../../../tools/setup/postgres.mjs');
  const server = await startPostgres({ dataDir: mkdtempSync(join(tmpdir(), 'onetouch-test-')) });
  process.env.TEST_DATABASE_URL = server.url('postgres');
  globalThis.__onetouchPostgres = server;
}
