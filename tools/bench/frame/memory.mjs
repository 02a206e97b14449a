// How much memory processes hold, as Linux counts it: the proportional share (PSS), in which memory shared by several
// processes counts once. Knows processes only by number.
import { readFileSync, readdirSync } from 'node:fs';
import { parentOf } from '../../setup/processes.mjs';

/** The processes with these arguments one after the other in their command line. */
export function processesWith(...args) {
  return numbers().filter((pid) => `\0${read(`/proc/${pid}/cmdline`)}`.includes(`\0${args.join('\0')}\0`));
}

/** A process and all its descendants. */
export function familyOf(pid) {
  const parents = new Map(numbers().map((one) => [one, parentOf(one)]));
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

/** `{ pssMiB, rssMiB }` of these processes together; a process that ended meanwhile counts nothing. */
export function memoryOf(pids) {
  const sum = { pssMiB: 0, rssMiB: 0 };
  for (const pid of pids) {
    const text = read(`/proc/${pid}/smaps_rollup`);
    sum.pssMiB += kibibytes(text, 'Pss') / 1024;
    sum.rssMiB += kibibytes(text, 'Rss') / 1024;
  }
  return sum;
}

const numbers = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const kibibytes = (text, field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
