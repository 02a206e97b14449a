// What the page of exams asks for: the words of the search stand in the address.
import { exams, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';

export const examsPerPage = 20;

export interface ExamsData {
  q: string;
  /** The page of exams, or why there is none. */
  found: ResponseOf<typeof exams.list> | Problem;
}

/** Exams of the own scope; whoever coordinates nothing is refused by the server. */
export async function readExams({ request }: LoaderFunctionArgs): Promise<ExamsData> {
  const { searchParams } = new URL(request.url);
  const q = searchParams.get('q') ?? '';
  const query = { q, cursor: searchParams.get(cursorName) ?? undefined, limit: examsPerPage };
  try {
    return { q, found: await call(exams.list, { query }, { signal: request.signal }) };
  } catch (error) {
    if (!isProblem(error) || error.status === 401 || error.status === 403) throw error;
    return { q, found: error };
  }
}
