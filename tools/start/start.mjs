// What `npm start` does once the packages are there: build, database, migrations, API, and the few lines that say where
// everything is. Knows the API only by its address, its environment and its exit code.
import { ensureBuilt } from '../setup/build.mjs';
import { reservePort } from '../setup/ports.mjs';
import { end, fail, isStopping, plainError } from '../setup/stopping.mjs';
import { announce } from './announce.mjs';
import { prepare, startApi } from './api.mjs';
import { openDatabase } from './database.mjs';
import { startReloading } from './dev.mjs';

/** Starts everything and stays until it is stopped or the API ends by itself. */
export async function start({ dev = false } = {}) {
  const wanted = wantedPort();
  await ensureBuilt();
  const database = await openDatabase();
  const { isDemonstrationAway } = await prepare({ databaseUrl: database.url });
  const { port } = await reservePort(wanted);
  if (isStopping()) return;
  if (port !== wanted) console.log(`Port ${wanted} is in use; taking ${port}.`);
  const api = await startApi({ databaseUrl: database.url, port, watch: dev });
  const pageUrl = dev ? await startReloading(api) : api.url;
  announce({ url: pageUrl, api, database, isDemonstrationAway });
  const reason = await Promise.race([api.crashed, database.lost]);
  if (!isStopping()) await fail(reason);
  return end(0);
}

function wantedPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw plainError(`PORT is ${process.env.PORT}; it must be a number from 1 to 65535.`);
}
