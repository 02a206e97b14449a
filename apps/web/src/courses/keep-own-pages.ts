// What can be read without a network from the first visit on, before the service worker has seen anything of it: the list on
// the screen; and for a learner own courses, the lesson to go on with and own certificates. A few kilobytes, asked for when the
// page at hand is there.
import { certificates, courses, enrolments, type Endpoint, type ResponseOf } from '@onetouch/contract';
import { call, storedAt, type CallArguments } from '../platform/call.js';
import { currentMe } from '../platform/session.js';
import { isProblem } from '../platform/problem.js';
import { hasCopy, keepCopy } from '../platform/stored-copies.js';
import { firstQuery, type CatalogueData } from './read-catalogue.js';

/** Whoever they were kept for already while this page lives. */
let keptFor: string | null = null;

async function keep<E extends Endpoint>(endpoint: E, request: CallArguments<E>[0]): Promise<ResponseOf<E>> {
  const args = [request, { isQuiet: true }] as unknown as CallArguments<E>;
  const answer = await call(endpoint, ...args);
  // A copy is not made newer than it is, and not for somebody who has left meanwhile.
  if (storedAt(answer as object) === null && currentMe()?.id === keptFor)
    await keepCopy(endpoint, request, answer);
  return answer;
}

async function keepLearning() {
  // Once it is there the service worker keeps it new.
  if (await hasCopy(enrolments.listMine, {})) return;
  const { items } = await keep(enrolments.listMine, {});
  const begun = items.find(({ completedAt }) => !completedAt);
  if (!begun) return;
  const enrolmentId = begun.id;
  await keep(enrolments.read, { params: { enrolmentId } });
  if (begun.resume?.kind !== 'content') return;
  await keep(enrolments.readLesson, { params: { enrolmentId, lessonId: begun.resume.lessonId } });
}

/** Keeps the list that is on the screen, where no service worker has done so. */
export async function keepCatalogue({
  filters,
  role,
  found,
}: Pick<CatalogueData, 'filters' | 'role' | 'found'>) {
  if (isProblem(found) || storedAt(found) !== null || navigator.serviceWorker?.controller) return;
  await keepCopy(courses.browse, { query: firstQuery(filters, role) }, found);
}

/** Keeps them on this device, once for the person while this page lives. Never fails: a copy is only a convenience. */
export async function keepOwnPages(): Promise<void> {
  const me = currentMe();
  if (!me || me.id === keptFor || typeof caches === 'undefined' || !navigator.onLine) return;
  keptFor = me.id;
  await Promise.allSettled([keep(certificates.listMine, {}), keepLearning()]);
}
