// What this device can do for an exam: keep answers, and have the files of the attempt page at hand before the rush.
import { loadWords } from '../platform/i18n.js';
import { newId } from '../platform/new-id.js';
import { openOutboxDatabase } from '../platform/outbox-database.js';
import { serverNow } from '../platform/server-clock.js';

/** Whether answers can be kept here: something is really written and read again. */
export async function keepsAnswers(): Promise<boolean> {
  const database = openOutboxDatabase();
  try {
    const name = `check-${newId()}`;
    await database.leases.put({ name, holder: '', until: 0 });
    const isThere = (await database.leases.get(name)) !== undefined;
    await database.leases.delete(name);
    return isThere;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** Fetches the page of the attempt and its words, so that the start itself needs nothing but the key. Never fails. */
export async function fetchAttemptPage(): Promise<void> {
  await Promise.allSettled([import('../quizzes/attempt-page.js'), loadWords('quizzes')]);
}

/** How far the device's own clock is ahead of the server's, in milliseconds; negative when it is behind. */
export function clockError(): number {
  return Date.now() - serverNow();
}
