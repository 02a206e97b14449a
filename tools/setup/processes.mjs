// Which process is which: a pid together with its start time, so that a number used again is not mistaken for
// the process that had it before. Knows nothing of what the processes do.
import { readFileSync } from 'node:fs';

/** The start time of a process in clock ticks as Linux tells it, or '' where the system does not tell. */
export function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces; count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether a process with this number exists and is not a zombie. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] !== 'Z';
  } catch {
    return true;
  }
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
