// What several steps need and only the first one that asks for it starts: a PostgreSQL of the tests' own, and the built
// API on it. Knows no test.
import { rmSync } from 'node:fs';
import { temporaryFolder } from '../setup/folders.mjs';
import { reservePort } from '../setup/ports.mjs';
import { createDatabase } from '../setup/postgres-client.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { prepare, startApi } from '../start/api.mjs';

/** Answers `{ databaseEnvironment(), servePage(), close() }`. */
export function openContext() {
  let server = null;
  let site = null;
  const database = () => (server ??= openServer());
  return {
    databaseEnvironment: async () => ({ TEST_DATABASE_URL: (await database()).url('postgres') }),
    servePage: () => (site ??= servePage(database())),
    close: async () => {
      await (await site)?.api.stop();
      await (await server)?.stop();
    },
  };
}

/** The server of TEST_DATABASE_URL or DATABASE_URL, or one in a temporary folder that is thrown away afterwards. */
export async function openServer({ durable = false } = {}) {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!given) {
    const folder = temporaryFolder('test');
    return { folder, ...(await startPostgres({ dataDir: folder, temporary: true, durable })) };
  }
  const url = (name) => Object.assign(new URL(given), { pathname: `/${name}` }).href;
  const folder = temporaryFolder('test');
  const stop = async () => rmSync(folder, { recursive: true, force: true });
  return { folder, url, createDatabase: (name) => createDatabase(given, name), stop };
}

async function servePage(opening) {
  const server = await opening;
  const name = `onetouch_e2e_${process.pid}`;
  await server.createDatabase(name);
  const settings = {
    databaseUrl: server.url(name),
    folder: server.folder,
    environment: { NODE_ENV: 'development' },
  };
  await prepare({ ...settings, say: () => {} });
  const { port } = await reservePort(4300);
  const api = await startApi({ ...settings, port });
  return { api, E2E_BASE_URL: `http://127.0.0.1:${port}`, DATABASE_URL: settings.databaseUrl };
}
