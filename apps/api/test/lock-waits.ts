// Requests that have come as far as a lock lets them: a test waits for that fact and for no time.
import type { TestApp } from './app.js';

const sql = `SELECT count(*)::integer AS waits FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Settles when so many statements wait for somebody's lock. */
export async function untilWaiting(test: TestApp, count: number): Promise<void> {
  for (;;) {
    const [row] = await test.database.source.query(sql);
    if (Number(row.waits) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
