// What sources and outputs look like from outside: names, sizes and times, so that a look takes milliseconds.
// Knows where projects keep their sources; reads no file's content but the lock file's.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './folders.mjs';

const skipped = new Set(['node_modules', 'dist', 'coverage', 'test-results']);

/** Every project of the clone as `apps/api`, `libs/domain` … */
export function projects() {
  return ['apps', 'libs'].flatMap((kind) =>
    readdirSync(inRoot(kind))
      .map((name) => `${kind}/${name}`)
      .filter((path) => existsSync(inRoot(path, 'project.json'))),
  );
}

/** One hash over everything that a build reads. */
export function fingerprintOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', '.swcrc', 'nx.json', 'tsconfig.base.json']) {
    if (existsSync(inRoot(file))) hash.update(readFileSync(inRoot(file)));
  }
  for (const project of projects()) addFolder(hash, inRoot(project));
  return hash.digest('hex');
}

/** One hash over everything that a build wrote, or '' when a part of it is missing. */
export function fingerprintOfOutputs() {
  const hash = createHash('sha256');
  for (const project of projects()) {
    const folder = inRoot(project, 'dist');
    if (!existsSync(folder) || readdirSync(folder).length === 0) return '';
    addFolder(hash, folder);
  }
  return hash.digest('hex');
}

/** The files below a folder, as paths relative to it. */
export function filesBelow(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(folder, path);
      return [path];
    });
}

function addFolder(hash, folder) {
  for (const path of filesBelow(folder)) {
    const { size, mtimeMs } = statSync(join(folder, path));
    hash.update(`${folder}/${path} ${size} ${mtimeMs}\n`);
  }
}
