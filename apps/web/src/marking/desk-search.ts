// What the address of a quiz's desk says: the view, which attempts count, and the question that is open.
import { cursorName } from '../ui/pager.js';
import { withParts } from '../ui/search-parts.js';

export const deskViews = ['statistics', 'corrections', 'extensions', 'late'] as const;
export type DeskView = (typeof deskViews)[number];

export interface DeskSearch {
  view: DeskView;
  counted: 'first' | 'all';
  /** Empty: all attempts outside and inside of exams. */
  examId: string;
  /** Empty: none is opened by hand. */
  questionId: string;
  /** Only questions that need a look. */
  isOnlyReview: boolean;
  cursor: string | undefined;
}

const viewNames: Record<DeskView, string> = {
  statistics: '',
  corrections: 'sua-loi',
  extensions: 'gia-han',
  late: 'den-tre',
};
export const names = {
  view: 'xem',
  counted: 'luot',
  exam: 'ky-thi',
  question: 'cau',
  review: 'can-xem',
} as const;
const allAttempts = 'tat-ca';

/** Reads the address; what it does not know counts as not said. */
export function readDeskSearch(search: URLSearchParams): DeskSearch {
  const named = search.get(names.view) ?? '';
  return {
    view: deskViews.find((view) => viewNames[view] === named) ?? 'statistics',
    counted: search.get(names.counted) === allAttempts ? 'all' : 'first',
    examId: search.get(names.exam) ?? '',
    questionId: search.get(names.question) ?? '',
    isOnlyReview: search.has(names.review),
    cursor: search.get(cursorName) ?? undefined,
  };
}

/** The address with other parts; an empty value takes its part away. */
export function withPart(search: URLSearchParams, part: keyof typeof names, value: string): URLSearchParams {
  return withParts(search, { [names[part]]: value });
}

/** The name of a view in the address. */
export const viewName = (view: DeskView) => viewNames[view];

/** The name of the attempts that count. */
export const countedName = (counted: DeskSearch['counted']) => (counted === 'all' ? allAttempts : '');
