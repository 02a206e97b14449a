// One PostgreSQL cluster: made, started, looked at, stopped. Knows nothing of who uses it.
import { execFile, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { must } from './children.mjs';
import { existing } from './folders.mjs';
import { program } from './postgres-place.mjs';
import { settingsOf } from './postgres-settings.mjs';
import { isRunning } from './processes.mjs';
import { plainError } from './stopping.mjs';

/** The one role of the embedded server. */
export const roleName = 'onetouch';

// Trigram search takes letters from the character type: in plain C a Vietnamese letter would count as a space.
const characterTypes = process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** The environment of PostgreSQL's own programs: nothing of ours, so that no PGPORT or locale of a person leaks in. */
const bareEnvironment = {
  PATH: process.env.PATH,
  LANG: 'C',
  LC_ALL: 'C',
  SystemRoot: process.env.SystemRoot,
};

/** Makes the cluster when there is none. It appears under its name only when it is whole. */
export async function ensureCluster(place, password, lock) {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return false;
  const unfinished = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (place.user.uid !== undefined) chownSync(passwordFile, place.user.uid, place.user.gid);
    await initialise({ place, unfinished, passwordFile, lock });
    renameSync(unfinished, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return true;
}

async function initialise({ place, unfinished, passwordFile, lock }) {
  const options = { ...place.user, env: bareEnvironment, cwd: '/', lock };
  for (const characterType of characterTypes) {
    // Left by an attempt that was cut short.
    rmSync(unfinished, { recursive: true, force: true });
    existing(unfinished);
    if (place.user.uid !== undefined) chownSync(unfinished, place.user.uid, place.user.gid);
    const command = [
      program(place, 'initdb'),
      ...[
        '-D',
        unfinished,
        '-U',
        roleName,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--no-instructions',
      ],
      ...[
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=vi',
        '--locale=C',
        `--lc-ctype=${characterType}`,
      ],
      '--text-search-config=simple',
    ];
    try {
      return await must('Making the database cluster', command, options);
    } catch (error) {
      if (characterType === 'C' || !/invalid locale|locale name/.test(error.message)) throw error;
    }
  }
}

/** The running server of this cluster as `{ pid, port }`, or null. A pid file left by a crash is no server. */
export function serverOf(place) {
  const lines = readPidFile(place);
  const [pid, , , port] = lines.map(Number);
  if (!pid || !port || !isRunning(pid) || !isServerOf(place, pid)) return null;
  return { pid, port };
}

/** Removes what a crash left behind when its number meanwhile belongs to another process. */
export function forgetCrash(place) {
  if (!serverOf(place)) rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
}

/** Starts the server away from our terminal; answers `{ pid, gone() }` at once, before it is ready. */
export function launchServer(place, { port, durable, logFile }) {
  const log = openSync(logFile, 'a');
  const args = ['-D', place.cluster, ...settingsOf({ port, durable }).flatMap((setting) => ['-c', setting])];
  const child = spawn(program(place, 'postgres'), args, {
    ...place.user,
    cwd: '/',
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  let gone = false;
  child.once('error', () => (gone = true));
  child.once('exit', () => (gone = true));
  child.unref();
  return { pid: child.pid, gone: () => gone };
}

/** Stops the server, if there is one: fast, and at once when fast takes too long. */
export async function stopServer(place) {
  for (const [mode, seconds] of [
    ['fast', 30],
    ['immediate', 10],
  ]) {
    if (!serverOf(place)) return;
    const args = ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', String(seconds)];
    await promisify(execFile)(program(place, 'pg_ctl'), args, {
      ...place.user,
      cwd: '/',
      env: bareEnvironment,
    }).catch(() => {});
  }
  if (serverOf(place)) throw plainError(`PostgreSQL in ${dirname(place.cluster)} does not stop.`);
}

function readPidFile(place) {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The server's own command line names its cluster; where the system does not tell, the pid file is believed. */
function isServerOf(place, pid) {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(place.cluster);
  } catch {
    return isRunning(pid);
  }
}
