// The packages of this clone: installed once, exactly as the lock file says. Uses Node's own modules only, because it
// runs before there are any others.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { must } from './children.mjs';
import { cacheFolder, inRoot } from './folders.mjs';
import { withLock } from './lock.mjs';

const stampFile = inRoot('node_modules', '.onetouch-stamp');
const lockFile = inRoot('package-lock.json');

/** Installs what is missing; answers whether anything was installed just now. */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  const waiting = 'Another copy is installing the packages in this folder; waiting for it …';
  return withLock(`${cacheFolder}/install.lock`, waiting, async (lock) => {
    if (isInstalled()) return false;
    if (isInstalledByHand()) {
      writeStamp();
      return false;
    }
    await install(lock);
    return true;
  });
}

async function install(lock) {
  const started = Date.now();
  console.log('Installing the packages (npm ci); the first time this takes a minute or two …');
  rmSync(stampFile, { force: true });
  await must('npm ci', npmCommand(['ci', '--no-fund', '--no-audit', '--loglevel=error']), {
    env: npmEnvironment(),
    lock,
  });
  // Last of all: an install that was cut short has no stamp and is done again.
  writeStamp();
  console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

const wantedStamp = () =>
  createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

const writeStamp = () => writeFileSync(stampFile, `${wantedStamp()}\n`);

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wantedStamp();
}

/**
 * Whether somebody's own `npm ci` or `npm install` left exactly what the lock file says. npm writes its hidden lock file
 * after everything else, so a broken install does not have it.
 */
function isInstalledByHand() {
  const hidden = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !existsSync(inRoot('node_modules', 'node', 'bin'))) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.link ||
      entry.optional ||
      entry.devOptional ||
      entry.peer ||
      (present[path]?.version === entry.version && present[path]?.integrity === entry.integrity),
  );
}

/** npm runs under the machine's Node: the clone's own one is among the packages that are being replaced. */
function npmEnvironment() {
  const own = inRoot('node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(own));
  const env = { ...process.env, PATH: path.join(delimiter) };
  // A production environment would leave out the build tools.
  delete env.NODE_ENV;
  for (const name of Object.keys(env)) {
    if (
      /^npm_(lifecycle|package|config_(omit|production|ignore_scripts))|^NODE$|^npm_node_execpath$/.test(name)
    )
      delete env[name];
  }
  return env;
}

const npmCommand = (args) =>
  process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args];
