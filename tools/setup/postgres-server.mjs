// A running server for a cluster: joined when there is one, else started and waited for. Knows nothing of who uses it.
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './children.mjs';
import { existing } from './folders.mjs';
import { withClient } from './postgres-client.mjs';
import { forgetCrash, launchServer, roleName, serverOf } from './postgres-cluster.mjs';
import { reservePort } from './ports.mjs';
import { pause } from './processes.mjs';
import { isStopping, plainError } from './stopping.mjs';

const firstPort = 54320;
const attempts = 20;

/** The address of a database on the embedded server. */
export const urlOf = ({ password, port }, database) =>
  `postgres://${roleName}:${password}@127.0.0.1:${port}/${database}`;

/** Answers the port of a server that takes connections; a server left dead by a crash or power cut recovers here. */
export async function ensureServer(session) {
  const running = serverOf(session.place);
  if (running) return untilReady(session, { port: running.port, gone: () => !serverOf(session.place) });
  const logFile = logOf(session.folder);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const log = sizeOf(logFile);
    const port = await tryStart(session, logFile);
    if (port) return port;
    const words = readFileSync(logFile).subarray(log).toString('utf8');
    if (!isPassing(words)) throw plainError(`${lastLines(words, 20)}\n\nPostgreSQL did not start.`);
    await pause(500);
  }
  throw plainError(`PostgreSQL did not start; see ${logFile}.`);
}

/** Answers the port, or null when the server ended by itself. */
async function tryStart(session, logFile) {
  const { port, release } = await reservePort(session.port ?? firstPort);
  forgetCrash(session.place);
  const server = launchServer(session.place, { port, durable: session.durable, logFile });
  session.server = server;
  try {
    return await untilReady(session, { port, gone: server.gone });
  } catch (error) {
    if (!server.gone() || isStopping()) throw error;
    return null;
  } finally {
    release();
  }
}

/** A port taken in this moment, or a crashed server's last children that still hold its memory. */
const isPassing = (words) =>
  /Address already in use|shared memory block .* still in use|lock file .* already exists/.test(words);

async function untilReady(session, { port, gone }) {
  const url = urlOf({ ...session, port }, 'postgres');
  const patience = Date.now() + 120_000;
  for (;;) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return port;
    } catch (error) {
      if (error.code === '28P01') await refuse(session, gone);
      // Refused connections and 57P03 are a server that is starting, or recovering from a power cut.
      if (gone() || isStopping() || Date.now() > patience) throw error;
    }
    await pause(50);
  }
}

/** A wrong password: another clone's server on our port while ours is giving up, or really a wrong password. */
async function refuse(session, gone) {
  await pause(500);
  if (gone()) return;
  throw plainError(
    `The password in ${session.folder}/postgres-password is not the one of the database there. Put the right file back,\n` +
      `or remove ${session.folder} to begin with an empty database.`,
  );
}

function logOf(folder) {
  const file = join(existing(join(folder, 'logs')), 'postgres.log');
  if (sizeOf(file) > 10_000_000) renameSync(file, `${file}.1`);
  return file;
}

const sizeOf = (file) => (existsSync(file) ? statSync(file).size : 0);
