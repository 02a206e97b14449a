// What the catalogue page asks for: own role first, then a look at the others, and what one was learning.
import {
  courses,
  enrolments,
  type Audience,
  type CourseCard,
  type Enrolment,
  type ResponseOf,
} from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { readMe } from '../platform/session.js';
import { queryOf, readFilters, type CatalogueFilters } from './catalogue-filters.js';
import { audiences } from './course-look.js';
import { keptRole } from './kept-role.js';

export type CataloguePage = ResponseOf<typeof courses.browse>;

/** A page of cards is six: three rows on a phone weigh little, two rows fill a large screen. */
export const firstPage = 6;
const lookAtOthers = 3;

export interface CatalogueData {
  filters: CatalogueFilters;
  role: Audience | null;
  search: string;
  /** The list, or why there is none: the rest of the page stands without it. */
  found: CataloguePage | Problem;
  others: Promise<CourseCard[]>;
  enrolments: Enrolment[];
}

/** Own enrolments, last activity first; a visitor has none, and the catalogue does not wait for a broken list. */
async function readEnrolments(signal: AbortSignal): Promise<Enrolment[]> {
  try {
    if (!(await readMe())) return [];
    return (await call(enrolments.listMine, {}, { signal, isQuiet: true })).items;
  } catch {
    return [];
  }
}

/** Chosen in the address, else kept on this device, else the one of the profile. */
async function chooseRole({ role }: CatalogueFilters): Promise<Audience | null> {
  if (role === 'all') return null;
  const me = readMe().catch(() => null);
  return role ?? keptRole() ?? (await me)?.audience ?? null;
}

/** Some courses of the other roles, the most wanted of each in turn. */
async function readOthers(data: Pick<CatalogueData, 'filters' | 'role' | 'found'>): Promise<CourseCard[]> {
  const { filters, role, found } = data;
  if (!role || isProblem(found)) return [];
  const others = audiences.filter((audience) => audience !== role && found.counts[audience] > 0);
  const lists = await Promise.all(
    others.map((audience) =>
      call(courses.browse, { query: { ...queryOf(filters, audience), limit: lookAtOthers } }),
    ),
  );
  return Array.from({ length: lookAtOthers })
    .flatMap((_, place) => lists.map(({ items }) => items[place]))
    .filter((card) => card !== undefined)
    .slice(0, lookAtOthers);
}

/** The first page of cards of the role, as it is asked for. */
export const firstQuery = (filters: CatalogueFilters, role: Audience | null) => ({
  ...queryOf(filters, role),
  limit: firstPage,
});

/** Everything that the page shows; only the list of the own role is waited for. */
export async function readCatalogue({ request }: LoaderFunctionArgs): Promise<CatalogueData> {
  const { searchParams, search } = new URL(request.url);
  const filters = readFilters(searchParams);
  const mine = readEnrolments(request.signal);
  const role = await chooseRole(filters);
  const query = firstQuery(filters, role);
  const found = await call(courses.browse, { query }, { signal: request.signal }).catch((error: unknown) => {
    if (isProblem(error)) return error;
    throw error;
  });
  // A look at the others is an extra: when it does not come, it is left out.
  const others = readOthers({ filters, role, found }).catch(() => []);
  return { filters, role, search, found, others, enrolments: await mine };
}
