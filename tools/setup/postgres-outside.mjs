// Clusters that cannot lie in their project folder, because the server's user cannot enter it: each in a folder below
// /var/lib/onetouch named by a token that the project folder keeps. Removes those that nobody can ask for any more.
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { existing } from './folders.mjs';

/** Root's folder for all clones on this machine. */
export const base = '/var/lib/onetouch';

/** A folder that was moved finds its data again within this time; afterwards a vanished folder's data is removed. */
const patienceHours = 24;

/** The folder below `base` that belongs to this data folder; it follows a moved folder and not a copied one. */
export function outsideFolder(folder) {
  const own = realpathSync(folder);
  const tokenFile = join(own, 'cluster-id');
  let token = read(tokenFile);
  if (!/^[0-9a-f]{16}$/.test(token) || isSomebodyElses(token, own)) {
    token = randomBytes(8).toString('hex');
    writeFileSync(tokenFile, `${token}\n`);
  }
  const home = existing(join(base, token));
  writeFileSync(join(home, 'belongs-to'), `${own}\n`);
  return home;
}

/** Clusters whose project folder is gone or has another token, as paths; the caller stops and removes them. */
export function orphanedFolders() {
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && isOrphaned(name))
    .map((name) => join(base, name));
}

/** Removes a cluster for good. */
export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true });

function isSomebodyElses(token, own) {
  const owner = read(join(base, token, 'belongs-to'));
  return owner !== '' && owner !== own && read(join(owner, 'cluster-id')) === token;
}

function isOrphaned(token) {
  const note = join(base, token, 'belongs-to');
  const owner = read(note);
  if (owner === '' || read(join(owner, 'cluster-id')) === token) return false;
  // The project is there and its data folder is new or gone: it was thrown away on purpose.
  if (existsSync(join(owner, '..'))) return true;
  return Date.now() - statSync(note).mtimeMs > patienceHours * 3_600_000;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
