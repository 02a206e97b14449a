// Where everything of the two commands lies. Knows paths, never what is in them.
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this clone. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Data that must survive: the cluster, its password, logs, leases. `ONETOUCH_DATA_DIR` moves it. */
export const dataFolder = resolve(root, process.env.ONETOUCH_DATA_DIR || '.data');

/** Things that may be deleted at any time and are made again. */
export const cacheFolder = join(root, '.cache');

/** A path inside this clone. */
export const inRoot = (...parts) => join(root, ...parts);

/** The folder itself, made when it is missing. */
export function existing(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A new folder for things that are thrown away; others may pass through it, as the database's user must under root. */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `onetouch-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}
