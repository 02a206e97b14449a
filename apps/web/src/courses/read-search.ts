// What the search page asks for: the words of the address, once there are two letters.
import { courses, limits, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { isEnough } from './found-words.js';

export type Found = ResponseOf<typeof courses.search>;
export interface SearchData {
  words: string;
  /** Null before there are words; a problem leaves the field usable. */
  found: Found | Problem | null;
}

const firstResults = 10;
const allResults = 50;
/** In the address: show them all. */
export const allName = 'tat-ca';

/** Courses, then lessons. */
export async function readSearch({ request }: LoaderFunctionArgs): Promise<SearchData> {
  const { searchParams } = new URL(request.url);
  const words = (searchParams.get('q') ?? '').trim().slice(0, limits.searchLength);
  if (!isEnough(words)) return { words, found: null };
  const query = { q: words, limit: searchParams.has(allName) ? allResults : firstResults };
  try {
    return { words, found: await call(courses.search, { query }, { signal: request.signal }) };
  } catch (error) {
    if (isProblem(error)) return { words, found: error };
    throw error;
  }
}
