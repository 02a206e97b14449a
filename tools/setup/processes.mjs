// Which process is which: a pid together with its start time, so that a number used again is not mistaken for
// the process that had it before. Knows nothing of what the processes do.
import { readFileSync, readdirSync } from 'node:fs';

/** The start time of a process in clock ticks as Linux tells it, or '' where the system does not tell. */
export const startOf = (pid) => statusOf(pid)[19] ?? '';

/** The number of a process's parent, or 0 where the system does not tell. */
export const parentOf = (pid) => Number(statusOf(pid)[1] ?? 0);

/** The fields of /proc/<pid>/stat after the program's name. */
function statusOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold spaces; count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** Whether a process with this number exists and is not a zombie. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return statusOf(pid)[0] !== 'Z';
}

/** Whether a process group still has a member that runs; zombies, which nobody may ever collect, do not count. */
export function isGroupRunning(group) {
  if (process.platform !== 'linux') return isRunning(-group);
  return readdirSync('/proc').some((name) => {
    const [state, , itsGroup] = /^\d+$/.test(name) ? statusOf(name) : [];
    return Number(itsGroup) === group && state !== 'Z';
  });
}

/** One line that names a process for good: `<pid> <start time>`. */
export const identity = (pid = process.pid) => `${pid} ${startOf(pid)}`;

/** Whether the process named by `identity` is still the same living one. */
export function isAlive(line) {
  const [pid, start = ''] = line.trim().split(' ');
  if (!/^\d+$/.test(pid ?? '') || !isRunning(Number(pid))) return false;
  return start === '' || startOf(Number(pid)) === start;
}

/** Waits; the only clock of the set-up tools. */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
