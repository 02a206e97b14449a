// The filters of the catalogue as they stand in the address, so that a found list can be sent to somebody.
import type { Audience, courses, Level, RequestOf, Topic } from '@onetouch/contract';
import { audiences, levels, topics } from './course-look.js';

type BrowseQuery = NonNullable<RequestOf<typeof courses.browse>['query']>;

export const minuteLimits = [30, 60, 120] as const;
/** The last one is where the page starts to advise Wi-Fi. */
export const megabyteLimits = [3, 8] as const;
export const sorts = ['popular', 'newest', 'shortest', 'lightest'] as const;
export type Sort = (typeof sorts)[number];

/** Names in the address, in the manner of its paths. */
export const names = {
  role: 'vai-tro',
  topic: 'chu-de',
  level: 'trinh-do',
  minutes: 'thoi-luong',
  megabytes: 'dung-luong',
  sort: 'xep',
} as const;
/** What the address says for 'every role'. */
export const everyRole = 'tat-ca';

export interface CatalogueFilters {
  /** 'all' was asked for; null when the address says nothing. */
  role: Audience | 'all' | null;
  topic: Topic | null;
  level: Level | null;
  maxMinutes: number | null;
  maxMegabytes: number | null;
  sort: Sort;
}

function oneOf<T extends string | number>(all: readonly T[], value: string | null): T | null {
  return all.find((one) => String(one) === value) ?? null;
}

/** Reads the filters of an address; what it does not know counts as not said. */
export function readFilters(search: URLSearchParams): CatalogueFilters {
  const role = search.get(names.role);
  return {
    role: role === everyRole ? 'all' : oneOf(audiences, role),
    topic: oneOf(topics, search.get(names.topic)),
    level: oneOf(levels, search.get(names.level)),
    maxMinutes: oneOf(minuteLimits, search.get(names.minutes)),
    maxMegabytes: oneOf(megabyteLimits, search.get(names.megabytes)),
    sort: oneOf(sorts, search.get(names.sort)) ?? 'popular',
  };
}

/** How many filters are on; role and order are none. */
export function countFilters({ topic, level, maxMinutes, maxMegabytes }: CatalogueFilters): number {
  return [topic, level, maxMinutes, maxMegabytes].filter((one) => one !== null).length;
}

/** The question to the server for these filters and one audience, or all of them. */
export function queryOf(filters: CatalogueFilters, audience: Audience | null): BrowseQuery {
  return {
    ...(audience && { audience }),
    ...(filters.topic && { topic: filters.topic }),
    ...(filters.level && { level: filters.level }),
    ...(filters.maxMinutes && { maxMinutes: filters.maxMinutes }),
    ...(filters.maxMegabytes && { maxWeightBytes: filters.maxMegabytes * 1_000_000 }),
    sort: filters.sort,
  };
}

/** The address with one filter changed; an empty value takes it out. */
export function withFilter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
