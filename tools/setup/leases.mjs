// Who uses a cluster right now: one file for each process. Knows nothing of PostgreSQL.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { existing } from './folders.mjs';
import { identity, isAlive } from './processes.mjs';

const leasesOf = (folder) => join(folder, 'leases');

/** Registers this process as a user of the cluster in `folder`; answers the way to give that up. */
export function takeLease(folder) {
  const file = join(existing(leasesOf(folder)), String(process.pid));
  writeFileSync(file, `${identity()}\n`);
  return () => rmSync(file, { force: true });
}

/** How many living processes use the cluster; notes of dead ones are removed on the way. */
export function countLeases(folder) {
  let living = 0;
  for (const name of namesIn(leasesOf(folder))) {
    const file = join(leasesOf(folder), name);
    if (isAlive(read(file))) living += 1;
    else rmSync(file, { force: true });
  }
  return living;
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
