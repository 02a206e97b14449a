// A lock between copies of the same command in the same folder: a directory that holds one line for each process that
// must be gone before somebody else may go on. Knows nothing of what it protects.
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { identity, isAlive, pause } from './processes.mjs';
import { beforeEnd, isStopping, plainError } from './stopping.mjs';

/**
 * Takes the lock or answers null when a living process has it. The answer also names children that go on working when
 * this process is killed (`alsoFor`), so that nobody starts over them.
 */
export function tryLock(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  if (!makeFolder(folder) && !(removeStale(folder) && makeFolder(folder))) return null;
  const owners = join(folder, 'owners');
  writeFileSync(owners, `${identity()}\n`);
  let held = true;
  const free = () => {
    // Once only: after that the folder may already be another copy's.
    if (held) rmSync(folder, { recursive: true, force: true });
    held = false;
  };
  const forget = beforeEnd(free);
  return {
    alsoFor: (pid) => appendFileSync(owners, `${identity(pid)}\n`),
    release: () => {
      forget();
      free();
    },
  };
}

/** Runs `work(lock)` alone; while another copy has the lock it says `waiting` once and waits. */
export async function withLock(folder, waiting, work) {
  let lock = tryLock(folder);
  if (!lock && waiting) console.log(waiting);
  while (!lock) {
    await pause(200);
    if (isStopping()) throw plainError('Stopped while waiting for another copy.');
    lock = tryLock(folder);
  }
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}

function makeFolder(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead owner's lock. One copy at a time, or the second would remove the lock that the first then took. */
function removeStale(folder) {
  if (!isStale(folder)) return false;
  const broom = `${folder}.broom`;
  if (!makeFolder(broom)) {
    if (ageOf(broom) > 5000) rmSync(broom, { recursive: true, force: true });
    return false;
  }
  try {
    if (!isStale(folder)) return false;
    rmSync(folder, { recursive: true, force: true });
    return true;
  } finally {
    rmSync(broom, { recursive: true, force: true });
  }
}

function isStale(folder) {
  try {
    const lines = readFileSync(join(folder, 'owners'), 'utf8').split('\n').filter(Boolean);
    if (lines.length > 0) return !lines.some(isAlive);
  } catch {
    // Made, but its owner is not written yet, or its owner died just there: the age decides.
  }
  return ageOf(folder) > 5000;
}

function ageOf(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}
