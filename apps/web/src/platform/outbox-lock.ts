// One tab sends at a time: Web Locks where there are any, else a lease in the database that ends by itself.
import { newId } from './new-id.js';
import type { OutboxDatabase } from './outbox-database.js';

const name = 'onetouch-outbox';
const leaseMs = 45_000;
const holder = newId();

async function takeLease(database: OutboxDatabase): Promise<boolean> {
  return database.transaction('rw', database.leases, async () => {
    const lease = await database.leases.get(name);
    if (lease && lease.holder !== holder && lease.until > Date.now()) return false;
    await database.leases.put({ name, holder, until: Date.now() + leaseMs });
    return true;
  });
}

/** Runs `work` if no other tab is sending; answers whether it ran. */
export async function withSendingLock(database: OutboxDatabase, work: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks) {
    return locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  }
  if (!(await takeLease(database))) return false;
  const renewal = setInterval(() => void takeLease(database), leaseMs / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await database.leases.delete(name);
  }
  return true;
}
