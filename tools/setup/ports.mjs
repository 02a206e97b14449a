// Free ports on this machine. Knows nothing of who wants one.
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { tryLock } from './lock.mjs';

/** Whether nobody listens on this port, on any of this machine's own addresses. */
export async function isFree(port) {
  for (const host of ['0.0.0.0', '::', '127.0.0.1', '::1']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/**
 * The first free port from `wanted` on, kept for this process until `release()`: two copies started in the same second
 * would otherwise both find it free.
 */
export async function reservePort(wanted) {
  for (let port = wanted; port < Math.min(wanted + 200, 65_536); port += 1) {
    const lock = tryReservation(port);
    if (lock && (await isFree(port))) return { port, release: lock.release };
    lock?.release();
  }
  throw new Error(`No free port from ${wanted} on.`);
}

function tryReservation(port) {
  try {
    return tryLock(join(tmpdir(), `onetouch-${userInfo().uid}-port-${port}`));
  } catch {
    // Something else of that name lies in the shared folder for temporary things.
    return { release: () => {} };
  }
}

function canListen(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(!['EADDRINUSE', 'EACCES'].includes(error.code)));
    server.listen({ port, host }, () => server.close(() => done(true)));
  });
}
