// Filters, order and view of a cohort as they stand in the address, and as the server takes them.
import type { MemberStatus } from '@onetouch/contract';
import { statuses } from './funnel.js';

export const names = {
  q: 'q',
  status: 'trang-thai',
  commune: 'xa',
  organisation: 'co-quan',
  sort: 'xep',
  view: 'xem',
} as const;

export const views = ['members', 'communes', 'organisations'] as const;
export type View = (typeof views)[number];
const viewWords: Record<View, string> = { members: '', communes: 'xa', organisations: 'co-quan' };

const sorts = ['name', 'progress', 'last-activity'] as const;
export type Sort = (typeof sorts)[number];
export type Order = 'asc' | 'desc';

export interface MemberFilters {
  q: string;
  status: MemberStatus | null;
  placeId: string;
  organisationName: string;
  sort: Sort;
  order: Order;
}

export const membersPerPage = 50;

/** The view that the address names; the members by default. */
export function readView(search: URLSearchParams): View {
  return views.find((view) => viewWords[view] === search.get(names.view)) ?? 'members';
}

/** The filters of an address; what it does not name, or names wrongly, is left out. */
export function readMemberFilters(search: URLSearchParams): MemberFilters {
  const wanted = search.get(names.sort) ?? '';
  return {
    q: search.get(names.q) ?? '',
    status: statuses.find((status) => status === search.get(names.status)) ?? null,
    placeId: search.get(names.commune) ?? '',
    organisationName: search.get(names.organisation) ?? '',
    sort: sorts.find((sort) => wanted === `${sort}-asc` || wanted === `${sort}-desc`) ?? 'name',
    order: wanted.endsWith('-desc') ? 'desc' : 'asc',
  };
}

/** The filters as the server takes them, for the list and for the file. */
export function queryOf({ q, status, placeId, organisationName, sort, order }: MemberFilters) {
  return {
    q: q || undefined,
    status: status ?? undefined,
    placeId: placeId || undefined,
    organisationName: organisationName || undefined,
    sort,
    order,
  };
}

/** Whether anything is left out of the list. */
export function isFiltered({ q, status, placeId, organisationName }: MemberFilters): boolean {
  return Boolean(q || status || placeId || organisationName);
}

/** The address of a view of the same cohort, without the filters of another. */
export function viewSearch(view: View): string {
  return viewWords[view] ? `?${names.view}=${viewWords[view]}` : '?';
}
