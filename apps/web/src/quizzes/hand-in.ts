// The two ends of an attempt: handed in by its person, or over by the clock. Neither leaves behind an answer that waits.
import { quizzes } from '@onetouch/contract';
import { call } from '../platform/call.js';
import { flush, outboxStatus, storeAgain } from '../platform/outbox.js';
import { serverNow, withServerTime } from '../platform/server-clock.js';
import { remainingMs } from './attempt-clock.js';
import { dropAttempt } from './attempt-copy.js';
import type { AttemptStore } from './attempt-store.js';

const tries = 3;
const pauseMs = 700;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Puts what is being written and sends what waits; answers the questions that still wait. */
async function sendAll(store: AttemptStore, most: number): Promise<string[]> {
  await store.putDrafts();
  if (outboxStatus().failedToStore > 0) await storeAgain();
  for (let count = 0; count < most && store.unconfirmed().length > 0; count += 1) {
    if (count > 0) await wait(pauseMs);
    await flush();
    await store.settle();
    if (!navigator.onLine) break;
  }
  return store.unconfirmed();
}

async function submit(store: AttemptStore) {
  const { id: attemptId } = store.attempt;
  const { state } = await withServerTime(
    () => call(quizzes.submit, { params: { attemptId } }),
    (submitted) => submitted.state.serverTime,
  );
  await dropAttempt(attemptId);
  // This page goes on to the result; the others must hear that it is over.
  store.tellOthers(state);
}

/** Sends what waits, then hands in. Answers the questions that still wait: then nothing was handed in. */
export async function handIn(store: AttemptStore): Promise<string[]> {
  const open = await sendAll(store, tries);
  if (open.length > 0 && !store.snapshot().isClosed) return open;
  await submit(store);
  return [];
}

function hasTime(store: AttemptStore): boolean {
  const { state } = store.snapshot();
  return state.submittedAt === null && (state.pausedAt !== null || remainingMs(state, serverNow()) !== 0);
}

/**
 * The clock has run out. While something waits nothing is handed in from here: the server closes by itself, and takes what was
 * given in time afterwards, which it would not do after a submission. Answers whether all is with the server; never throws.
 */
export async function finish(store: AttemptStore): Promise<boolean> {
  try {
    const open = await sendAll(store, 1);
    // Minutes may have been added while there was no network: nobody is handed in who has time.
    if (open.length > 0 || !(await store.ask()) || hasTime(store)) return false;
    await submit(store);
    return true;
  } catch {
    return false;
  }
}
