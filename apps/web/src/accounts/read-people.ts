// What the page of people asks for: the filters stand in the address.
import { accounts, type ResponseOf, type Role } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';

export const names = { q: 'q', role: 'quyen' } as const;
export const roles: Role[] = ['trainer', 'coordinator', 'admin'];
export const peoplePerPage = 50;

export interface PeopleFilters {
  q: string;
  role: Role | null;
}

export interface PeopleData {
  filters: PeopleFilters;
  /** The page of people, or why there is none. */
  people: ResponseOf<typeof accounts.searchPeople> | Problem;
}

/** People of the own scope; who may not look at people at all is refused by the server. */
export async function readPeople({ request }: LoaderFunctionArgs): Promise<PeopleData> {
  const { searchParams } = new URL(request.url);
  const q = searchParams.get(names.q) ?? '';
  const role = roles.find((one) => one === searchParams.get(names.role)) ?? null;
  const cursor = searchParams.get(cursorName) ?? undefined;
  const query = { q, role: role ?? undefined, cursor, limit: peoplePerPage };
  try {
    const people = await call(accounts.searchPeople, { query }, { signal: request.signal });
    return { filters: { q, role }, people };
  } catch (error) {
    if (!isProblem(error) || error.status === 401 || error.status === 403) throw error;
    return { filters: { q, role }, people: error };
  }
}
