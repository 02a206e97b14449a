// Processor time of processes, as Linux counts it. Knows processes only by number.
import { readFileSync } from 'node:fs';
import { familyOf } from '../bench/frame/memory.mjs';

const ticksPerSecond = 100;

/** Seconds that a process and all its descendants have used, those that ended in between included. */
export function cpuSeconds(pid) {
  if (!pid) return 0;
  return familyOf(pid).reduce((sum, member) => sum + secondsOf(member), 0);
}

function secondsOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in brackets and may hold anything; user and system time are the 12th and 13th fields after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}
