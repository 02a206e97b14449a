// What a learner wants to read without a network before ever having opened it: own courses, what the one begun still needs,
// and own certificates. A few kilobytes, asked for when the page at hand is there. Knows no page.
import { certificates, enrolments, type Endpoint, type ResponseOf } from '@onetouch/contract';
import { call, storedAt, type CallArguments } from '../platform/call.js';
import { currentMe } from '../platform/session.js';
import { hasCopy, keepCopy } from '../platform/stored-copies.js';

/** Whoever they were kept for already while this page lives. */
let keptFor: string | null = null;

async function keep<E extends Endpoint>(endpoint: E, request: CallArguments<E>[0]): Promise<ResponseOf<E>> {
  const args = [request, { isQuiet: true }] as unknown as CallArguments<E>;
  const answer = await call(endpoint, ...args);
  // A copy is not made newer than it is.
  if (storedAt(answer as object) === null) await keepCopy(endpoint, request, answer);
  return answer;
}

async function keepLearning() {
  // Once it is there the service worker keeps it new.
  if (await hasCopy(enrolments.listMine, {})) return;
  const { items } = await keep(enrolments.listMine, {});
  const begun = items.find(({ completedAt }) => !completedAt);
  if (begun) await keep(enrolments.read, { params: { enrolmentId: begun.id } });
}

/** Keeps them on this device, once for the person while this page lives. Never fails: a copy is only a convenience. */
export async function keepOwnPages(): Promise<void> {
  const me = currentMe();
  if (!me || me.id === keptFor || typeof caches === 'undefined' || !navigator.onLine) return;
  keptFor = me.id;
  await Promise.allSettled([keep(certificates.listMine, {}), keepLearning()]);
}
