// The embedded PostgreSQL server: one for each data folder, shared by all copies that use it, stopped by the last.
// Knows nothing of OneTouch's tables.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, existing } from './folders.mjs';
import { takeLease } from './leases.mjs';
import { tryLock, withLock } from './lock.mjs';
import { createDatabase } from './postgres-client.mjs';
import { ensureCluster, serverOf, stopServer } from './postgres-cluster.mjs';
import { orphanedFolders, removeFolder } from './postgres-outside.mjs';
import { choosePlace } from './postgres-place.mjs';
import { ensureServer, urlOf } from './postgres-server.mjs';
import { keepWatch, lockOf, stopIfUnused } from './postgres-watch.mjs';
import { pause } from './processes.mjs';
import { beforeEnd } from './stopping.mjs';

/**
 * Starts the server of `dataDir`, or joins the running one; answers `{ url(database), createDatabase(name), place,
 * serverPid(), revive(), stop() }`. A `temporary` data folder is removed by the last who leaves; only there `durable: false` is right.
 */
export async function startPostgres({ dataDir = dataFolder, temporary = false, durable = true } = {}) {
  const session = { folder: realpathSync(existing(dataDir)), temporary, durable, place: null, server: null };
  // Before the lock: on the way out the lock is then given back first, and leaving can take it.
  const stop = register(session);
  await withLock(
    lockOf(session.folder),
    'Another copy is starting or stopping PostgreSQL here; waiting …',
    (lock) => begin(session, lock),
  );
  return {
    place: session.place,
    url: (database) => urlOf(session, database),
    createDatabase: (name) => createDatabase(urlOf(session, 'postgres'), name),
    serverPid: () => serverOf(session.place)?.pid,
    revive: () => revive(session),
    stop,
  };
}

/** Starts a server that has gone where it was, because its users know the address; false when it could not be there. */
async function revive(session) {
  const waiting = 'Another copy is starting PostgreSQL here; waiting …';
  return withLock(lockOf(session.folder), waiting, async () => {
    const port = await ensureServer(session);
    return port === session.port;
  });
}

async function begin(session, lock) {
  const place = choosePlace(session.folder);
  session.place = place;
  await removeOrphans(place);
  keepWatch(session);
  session.password = passwordOf(session.folder);
  const isNew = await ensureCluster(place, session.password, lock);
  if (isNew && place.outside) {
    console.log(
      `PostgreSQL does not run as root, and its user cannot enter this folder: data is in ${place.cluster}.`,
    );
  }
  session.port = await ensureServer(session);
}

function register(session) {
  const giveUp = takeLease(session.folder);
  let left = null;
  const leave = () => (left ??= leaveServer(session, giveUp).finally(forget));
  const forget = beforeEnd(leave);
  return leave;
}

async function leaveServer(session, giveUp) {
  giveUp();
  if (!session.place) return;
  await stopHalfStarted(session);
  // When somebody else is at it all the time, the keeper does it in a moment.
  for (let attempt = 0; attempt < 50 && existsSync(session.folder); attempt += 1) {
    const lock = tryLock(lockOf(session.folder));
    if (lock) {
      await stopIfUnused(session).finally(lock.release);
      return;
    }
    await pause(200);
  }
}

/** A server that was launched a moment ago has no pid file yet; it must have one before it can be stopped. */
async function stopHalfStarted({ server, place }) {
  for (let attempt = 0; server && !server.gone() && !serverOf(place) && attempt < 100; attempt += 1)
    await pause(50);
}

function passwordOf(folder) {
  const file = join(folder, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function removeOrphans({ programs }) {
  if (process.getuid?.() !== 0) return;
  for (const folder of orphanedFolders()) {
    const cluster = join(folder, 'postgres');
    if (existsSync(cluster)) {
      const { uid, gid } = statSync(cluster);
      await stopServer({ programs, cluster, user: { uid, gid } });
    }
    removeFolder(folder);
  }
}
