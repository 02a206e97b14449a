// The API as a child: prepared, started, waited for, and missed when it ends by itself. Knows its environment and its
// health address, nothing of what it serves.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eachLine, launch, ownEnvironment, run } from '../setup/children.mjs';
import { dataFolder, inRoot } from '../setup/folders.mjs';
import { withLock } from '../setup/lock.mjs';
import { pause } from '../setup/processes.mjs';
import { isStopping, plainError } from '../setup/stopping.mjs';
import { showFirstAdmin } from './announce.mjs';
import { openLog, withoutFirstAdmin } from './log.mjs';

const patienceSeconds = 90;
const awayLine = 'demonstration: it was taken away, and stays away';
const preload = pathToFileURL(inRoot('tools', 'setup', 'end-with-parent.mjs')).href;

/**
 * Migrates the database and loads the demonstration content once; one copy at a time. `environment` goes to the API's
 * programs on top of our own, `folder` keeps lock and log. Answers whether somebody has taken the demonstration away.
 */
export async function prepare({ databaseUrl, environment, folder = dataFolder, say = console.log }) {
  const waiting = 'Another copy is preparing the database; waiting for it …';
  return withLock(join(folder, 'prepare.lock'), waiting, async (lock) => {
    const onLine = withoutFirstAdmin(showFirstAdmin, (line) => line && !isStopping() && say(line));
    const { code, output } = await run(process.execPath, [inRoot('apps', 'api', 'dist', 'prepare.js')], {
      env: apiEnvironment({ databaseUrl, environment }),
      onLine,
      lock,
    });
    if (code === 0) return { isDemonstrationAway: output.split('\n').includes(awayLine) };
    const words = say === console.log ? '' : output;
    throw plainError(`${words}\nPreparing the database failed (exit code ${code}); its words are above.`);
  });
}

/** Starts the API and waits until it is healthy; answers `{ url, port, crashed, logFile, pid, stop() }`. */
export async function startApi({ databaseUrl, port, environment, folder = dataFolder, watch = false }) {
  const log = openLog(folder);
  const args = ['--import', preload, ...(watch ? ['--watch', '--watch-preserve-output'] : [])];
  const { child, ended, stop } = launch(
    process.execPath,
    [...args, inRoot('apps', 'api', 'dist', 'main.js')],
    {
      env: apiEnvironment({ databaseUrl, port, environment }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  child.channel?.unref();
  const add = withoutFirstAdmin(showFirstAdmin, log.add);
  eachLine(child.stdout, add);
  eachLine(child.stderr, add);
  const crashed = ended.then(({ code, signal }) => {
    const how = signal ?? `exit code ${code}`;
    return `${log.tail(20)}\n\nThe API stopped by itself (${how}); its last lines are above, all in ${log.file}.`;
  });
  const api = { url: `http://localhost:${port}`, port, crashed, logFile: log.file, pid: child.pid, stop };
  await untilHealthy(api, log);
  return api;
}

async function untilHealthy({ port, crashed }, log) {
  const patience = Date.now() + patienceSeconds * 1000;
  let reason = null;
  void crashed.then((words) => (reason = words));
  while (!(await isHealthy(port))) {
    if (isStopping()) throw plainError('Stopped.');
    if (reason) throw plainError(reason);
    if (Date.now() > patience) {
      throw plainError(
        `${log.tail(20)}\n\nThe API did not become healthy within ${patienceSeconds} s; see ${log.file}.`,
      );
    }
    await pause(50);
  }
  // Somebody else's answer on the same port is no sign of our own API.
  if (reason) throw plainError(reason);
}

async function isHealthy(port) {
  const host = !process.env.HOST || process.env.HOST === '0.0.0.0' ? '127.0.0.1' : process.env.HOST;
  try {
    const answer = await fetch(`http://${host}:${port}/api/v1/health`, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

function apiEnvironment({ databaseUrl, port, environment }) {
  const env = ownEnvironment({ ...environment, DATABASE_URL: databaseUrl });
  // The API refuses settings that it does not know; this one is ours.
  delete env.ONETOUCH_DATA_DIR;
  if (port) env.PORT = String(port);
  if (existsSync(inRoot('apps', 'web', 'dist'))) env.ONETOUCH_WEB_DIR = inRoot('apps', 'web', 'dist');
  if (env.NODE_ENV !== 'production') env.ONETOUCH_DEMO ??= '1';
  return env;
}
