// A small process away from every terminal: stops a PostgreSQL server that nobody uses any more, because those who used
// it were killed and could not. Knows one data folder, given as JSON, and ends with its server.
import { existsSync } from 'node:fs';
import { countLeases } from './leases.mjs';
import { tryLock } from './lock.mjs';
import { stopServer } from './postgres-cluster.mjs';
import { isKeptByUs, lockOf, stopIfUnused } from './postgres-watch.mjs';
import { pause } from './processes.mjs';

const task = JSON.parse(process.argv[2]);

// The pid file of a server that was started a moment before the end is there after three quiet looks.
for (let quiet = 0; ;) {
  await pause(1000);
  if (!existsSync(task.folder)) {
    await stopServer(task.place);
    break;
  }
  if (!isKeptByUs(task.folder)) break;
  quiet = countLeases(task.folder) > 0 ? 0 : quiet + 1;
  if (quiet < 3) continue;
  const lock = tryLock(lockOf(task.folder));
  if (!lock) continue;
  const stopped = await stopIfUnused(task).finally(lock.release);
  if (stopped) break;
}
process.exit(0);
