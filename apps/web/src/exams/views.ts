// Views and filters of an exam as they stand in the address, and as the server takes them.
import type { ExamResultRow as Result } from '@onetouch/contract';
import { withParts } from '../ui/search-parts.js';

export const names = { view: 'xem', q: 'q', room: 'phong', status: 'trang-thai', late: 'den-tre' } as const;

export const views = ['overview', 'rooms', 'candidates', 'results', 'record'] as const;
export type View = (typeof views)[number];
export const viewWords: Record<View, string> = {
  overview: '',
  rooms: 'phong',
  candidates: 'thi-sinh',
  results: 'ket-qua',
  record: 'nhat-ky',
};

export const rowsPerPage = 50;
/** The room filter for who has none. */
export const noRoom = 'none';
/** The room filter for rooms without an invigilator. */
export const noInvigilator = 'thieu-giam-thi';
const resultStatuses = [
  'absent',
  'working',
  'marking',
  'passed',
  'failed',
] as const satisfies Result['status'][];

export interface Filters {
  q: string;
  /** The id of a room, or `noRoom`; empty for all. */
  room: string;
  status: Result['status'] | null;
  isLate: boolean;
}

/** The view that the address names; the overview by default. */
export function readView(search: URLSearchParams): View {
  return views.find((view) => viewWords[view] === search.get(names.view)) ?? 'overview';
}

/** The filters of an address; what it does not name, or names wrongly, is left out. */
export function readFilters(search: URLSearchParams): Filters {
  return {
    q: search.get(names.q) ?? '',
    room: search.get(names.room) ?? '',
    status: resultStatuses.find((status) => status === search.get(names.status)) ?? null,
    isLate: search.get(names.late) === '1',
  };
}

/** Whether anything is left out. */
export function isFiltered({ q, room, status, isLate }: Filters): boolean {
  return Boolean(q || room || status || isLate);
}

/** The address of a view of the same exam, without the filters of another. */
export function viewSearch(view: View, parts: Record<string, string> = {}): string {
  return `?${withParts(new URLSearchParams(), { [names.view]: viewWords[view], ...parts })}`;
}
