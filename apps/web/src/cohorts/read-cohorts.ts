// What the page of cohorts asks for: the words of the search stand in the address.
import { cohorts, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';

export const cohortsPerPage = 20;

export interface CohortsData {
  q: string;
  /** When it was asked, to tell how many days are left. */
  at: Date;
  /** The page of cohorts, or why there is none. */
  found: ResponseOf<typeof cohorts.list> | Problem;
}

/** Cohorts of the own scope; whoever coordinates nothing is refused by the server. */
export async function readCohorts({ request }: LoaderFunctionArgs): Promise<CohortsData> {
  const { searchParams } = new URL(request.url);
  const q = searchParams.get('q') ?? '';
  const query = { q, cursor: searchParams.get(cursorName) ?? undefined, limit: cohortsPerPage };
  const at = new Date();
  try {
    return { q, at, found: await call(cohorts.list, { query }, { signal: request.signal }) };
  } catch (error) {
    if (!isProblem(error) || error.status === 401 || error.status === 403) throw error;
    return { q, at, found: error };
  }
}
