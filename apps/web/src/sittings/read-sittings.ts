// Own sittings from the server, or from this device when the server is not reached; every answer measures the server's clock.
import { sittings, type Sitting } from '@onetouch/contract';
import { call, type CallOptions } from '../platform/call.js';
import { isProblem } from '../platform/problem.js';
import { withServerTime } from '../platform/server-clock.js';
import { keepList, keepSitting, keptList, keptSitting, takeHandedOver, type Kept } from './sitting-copy.js';

export interface Loaded<T> {
  value: T;
  /** When the copy was stored, if the server was not reached. */
  copyAt: Date | null;
}

/** A missing session is no reason to show what lies here. */
const isAway = (error: unknown) => isProblem(error) && error.isPassing && error.status !== 401;

async function orKept<T>(ask: Promise<T>, kept: () => Promise<Kept<T> | null>): Promise<Loaded<T>> {
  try {
    return { value: await ask, copyAt: null };
  } catch (error) {
    const copy = isAway(error) ? await kept() : null;
    if (!copy) throw error;
    return { value: copy.value, copyAt: new Date(copy.keptAt) };
  }
}

/** All own sittings, without papers; asks the server. */
export async function askList(options: CallOptions = {}): Promise<Sitting[]> {
  const { items } = await withServerTime(
    () => call(sittings.list, {}, options),
    (answer) => answer.items[0]?.serverTime ?? '',
  );
  void keepList(items);
  return items;
}

/** One own sitting with its sealed paper after check-in; asks the server. */
export function askSitting(sittingId: string, options: CallOptions = {}): Promise<Sitting> {
  return withServerTime(
    () => call(sittings.read, { params: { sittingId } }, options),
    (sitting) => sitting.serverTime,
  );
}

/** The list for a page. */
export function loadList(options: CallOptions = {}): Promise<Loaded<Sitting[]>> {
  return orKept(askList(options), keptList);
}

/** One sitting for its page; refuses with `exam.not-found`. */
export async function loadSitting(sittingId: string): Promise<Loaded<Sitting>> {
  const handedOver = takeHandedOver(sittingId);
  if (handedOver) return { value: handedOver, copyAt: null };
  const loaded = await orKept(askSitting(sittingId), () => keptSitting(sittingId));
  if (!loaded.copyAt) await keepSitting(loaded.value);
  return loaded;
}

/** What is newer in place of what is known; the list brings no papers, so the one that lies here stays. */
export function renewed(known: Sitting, heard: Sitting): Sitting {
  const sealedPaper = heard.checkedInAt ? (heard.sealedPaper ?? known.sealedPaper) : null;
  return { ...heard, sealedPaper };
}
