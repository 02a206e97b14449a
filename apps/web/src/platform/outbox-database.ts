// The tables of the outbox on this device. Rows belong to a person: a shared phone keeps everybody's apart.
import Dexie, { type EntityTable } from 'dexie';
import type { OutboxItem } from './outbox.js';

/** Something the server will never take, kept until a page has shown it. */
export interface RefusedRow extends OutboxItem {
  code: string;
  refusedAt: string;
}
/** Who may send, where the browser has no Web Locks. */
export interface LeaseRow {
  name: string;
  holder: string;
  until: number;
}

export type OutboxDatabase = Dexie & {
  items: EntityTable<OutboxItem, 'id'>;
  refused: EntityTable<RefusedRow, 'id'>;
  leases: EntityTable<LeaseRow, 'name'>;
};

/** Opens the tables; Dexie opens them really at the first use. */
export function openOutboxDatabase(): OutboxDatabase {
  // Strict: kept means on the disk, also when the phone's battery is taken out the next second.
  const database = new Dexie('onetouch-outbox', { chromeTransactionDurability: 'strict' }) as OutboxDatabase;
  database
    .version(1)
    .stores({ items: '++id, personId, [personId+kind+key]', refused: 'id, personId', leases: 'name' });
  return database;
}
