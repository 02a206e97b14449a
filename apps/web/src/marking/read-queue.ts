// The page of essays that wait for this person.
import { marking, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';

export const essaysPerPage = 20;

/** The part of the address that names the course. */
export const courseName = 'khoa';

/** The course that the address asks for; empty: all. */
export const courseIn = (search: URLSearchParams) => search.get(courseName) ?? '';

/** The search part of an address that goes on with the same course. */
export const searchOf = (courseId: string) =>
  courseId && `?${new URLSearchParams({ [courseName]: courseId }).toString()}`;

export type WaitingCourse = ResponseOf<typeof marking.list>['courses'][number];

export interface QueueData {
  /** The page, or why there is none. */
  found: ResponseOf<typeof marking.list> | Problem;
  /** Empty: all. */
  courseId: string;
}

/** Whoever may mark nothing is refused by the server. */
export async function readQueue({ request }: LoaderFunctionArgs): Promise<QueueData> {
  const search = new URL(request.url).searchParams;
  const courseId = courseIn(search);
  const cursor = search.get(cursorName) ?? undefined;
  const query = { courseId: courseId || undefined, cursor, limit: essaysPerPage };
  try {
    return { courseId, found: await call(marking.list, { query }, { signal: request.signal }) };
  } catch (error) {
    if (!isProblem(error) || error.status === 401 || error.status === 403) throw error;
    return { courseId, found: error };
  }
}
