// Finds the PostgreSQL server of the tests: TEST_DATABASE_URL, or an embedded one of its own that stops with the run.
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const { temporaryFolder } = await import('../../../tools/setup/folders.mjs');
  const { startPostgres } = await import('../../../tools/setup/postgres.mjs');
  const server = await startPostgres({ dataDir: temporaryFolder('test'), temporary: true, durable: false });
  process.env.TEST_DATABASE_URL = server.url('postgres');
  globalThis.__onetouchPostgres = server;
}
