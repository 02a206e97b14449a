// The end of a shared server: whoever leaves last stops it, and the keeper does when everybody was killed. Knows nothing
// of databases.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countLeases } from './leases.mjs';
import { stopServer } from './postgres-cluster.mjs';
import { removeFolder } from './postgres-outside.mjs';
import { identity, isAlive } from './processes.mjs';

/** The lock under which the server of a data folder is started and stopped. */
export const lockOf = (folder) => join(folder, 'postgres.lock');

const noteOf = (folder) => join(folder, 'keeper');

/** Starts the keeper unless it is there; the caller holds the lock. */
export function keepWatch({ folder, place, temporary }) {
  if (isAlive(keeperOf(folder))) return;
  const file = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url));
  const keeper = spawn(process.execPath, [file, JSON.stringify({ folder, place, temporary })], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH },
    windowsHide: true,
  });
  keeper.unref();
  if (keeper.pid) writeFileSync(noteOf(folder), `${identity(keeper.pid)}\n`);
}

/** Stops server and keeper if no living process uses them; the caller holds the lock. Answers whether it did. */
export async function stopIfUnused({ folder, place, temporary }) {
  if (countLeases(folder) > 0) return false;
  await stopServer(place);
  const keeper = keeperOf(folder);
  rmSync(noteOf(folder), { force: true });
  if (isAlive(keeper) && !isKeeper(keeper)) process.kill(Number(keeper.split(' ')[0]));
  if (temporary) removeFolder(folder);
  if (temporary && place.outside) removeFolder(dirname(place.cluster));
  return true;
}

/** Whether the folder names this process as its keeper; a folder thrown away and made anew names another one. */
export const isKeptByUs = (folder) => isKeeper(keeperOf(folder));

const isKeeper = (line) => line.trim() === identity().trim();

function keeperOf(folder) {
  return existsSync(noteOf(folder)) ? readFileSync(noteOf(folder), 'utf8') : '';
}
