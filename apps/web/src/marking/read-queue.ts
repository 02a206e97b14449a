// The page of essays that wait for this person.
import { marking, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';

export const essaysPerPage = 20;

export interface QueueData {
  /** The page, or why there is none. */
  found: ResponseOf<typeof marking.list> | Problem;
}

/** Whoever may mark nothing is refused by the server. */
export async function readQueue({ request }: LoaderFunctionArgs): Promise<QueueData> {
  const cursor = new URL(request.url).searchParams.get(cursorName) ?? undefined;
  const query = { cursor, limit: essaysPerPage };
  try {
    return { found: await call(marking.list, { query }, { signal: request.signal }) };
  } catch (error) {
    if (!isProblem(error) || error.status === 401 || error.status === 403) throw error;
    return { found: error };
  }
}
