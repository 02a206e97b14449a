// What benchmarks share: a PostgreSQL of their own, the built API on a free port, load, tables. Each part is started by
// the first who asks. Knows no endpoint.
import { ensureBuilt } from '../../setup/build.mjs';
import { reservePort } from '../../setup/ports.mjs';
import { prepare, startApi } from '../../start/api.mjs';
import { openServer } from '../../test/context.mjs';
import { familyOf, memoryOf } from './memory.mjs';
import { median, printTable } from './verdict.mjs';

/** Answers the context that every benchmark's `run` gets. */
export function openBenchContext() {
  let server = null;
  const postgres = () => (server ??= openServer({ durable: true }));
  return {
    /** `{ url(database), createDatabase(name), serverPid?() }` of a server of this run's own; durable, as in real life. */
    postgres,
    /** Prepares a fresh database and serves the built API on it: `{ url, port, pid, databaseUrl, stop() }`. */
    startApi: (environment = {}) => serve(postgres(), environment),
    load,
    table: printTable,
    median,
    memoryOf,
    familyOf,
    close: async () => (await server)?.stop(),
  };
}

let served = 0;

async function serve(opening, environment) {
  await ensureBuilt();
  const server = await opening;
  served += 1;
  const name = `onetouch_bench_${process.pid}_${served}`;
  await server.createDatabase(name);
  const settings = {
    databaseUrl: server.url(name),
    folder: server.folder,
    // Logging every request is measured nowhere but in its own benchmark.
    environment: { ONETOUCH_LOG_LEVEL: 'warn', ...environment },
  };
  await prepare({ ...settings, say: () => {} });
  const { port } = await reservePort(4400);
  const api = await startApi({ ...settings, port });
  return { ...api, url: `http://127.0.0.1:${port}`, databaseUrl: settings.databaseUrl };
}

/** Runs autocannon with its own options and answers its result together with the figures that the tables use. */
async function load(options) {
  const { default: autocannon } = await import('autocannon');
  const result = await autocannon({ connections: 16, duration: 10, ...options });
  return {
    result,
    perSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    maxMs: result.latency.max,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}
