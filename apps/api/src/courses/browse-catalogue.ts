// The catalogue: filters, order and pages over the published courses. Pure; it knows no database.
import type { Audience, CourseCard, courses, InputOf, ResponseOf } from '@onetouch/contract';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import type { ShelfCourse } from './shelf.js';
import { hasAll, wanted } from './words.js';

type Query = InputOf<typeof courses.browse>['query'];
type Learners = ReadonlyMap<string, number>;

/** A course with its place in the chosen order: smallest first, equal ones by id. */
interface Ranked {
  key: number;
  card: CourseCard;
}

const CatalogueCursor = z.tuple([
  z.enum(['popular', 'newest', 'shortest', 'lightest']),
  z.number(),
  z.string(),
]);

const keys: Record<Query['sort'], (card: CourseCard) => number> = {
  popular: (card) => -card.learnerCount,
  newest: (card) => -Date.parse(card.updatedAt),
  shortest: (card) => card.minutes,
  lightest: (card) => card.weightBytes,
};

/** The card of a course with its count of learners. */
export function cardOf(course: ShelfCourse, learners: Learners): CourseCard {
  return { ...course.card, learnerCount: learners.get(course.card.id) ?? 0 };
}

/** Whether a course passes every filter but the one by audience. */
function passes(course: ShelfCourse, query: Query): boolean {
  const { card } = course;
  if (query.level && card.level !== query.level) return false;
  if (query.topic && card.topic !== query.topic) return false;
  if (query.maxMinutes && card.minutes > query.maxMinutes) return false;
  if (query.maxWeightBytes && card.weightBytes > query.maxWeightBytes) return false;
  if (!query.q) return true;
  const want = wanted(query.q);
  return want !== null && hasAll(course.everything, want);
}

function inOrder(one: Ranked, other: Ranked): number {
  return one.key - other.key || (one.card.id < other.card.id ? -1 : 1);
}

function countByAudience(found: readonly ShelfCourse[]): Record<Audience, number> {
  const counts = { government: 0, sme: 0, resident: 0 };
  for (const { card } of found) counts[card.audience] += 1;
  return counts;
}

/** One page of the catalogue; `counts` are per audience under the other filters, a cursor of another order is `request.invalid`. */
export function browseCatalogue(
  shelf: readonly ShelfCourse[],
  learners: Learners,
  query: Query,
): ResponseOf<typeof courses.browse> {
  const after = decodeCursor(
    query.cursor,
    CatalogueCursor.refine(([sort]) => sort === query.sort),
  );
  const found = shelf.filter((course) => passes(course, query));
  const chosen = query.audience ? found.filter(({ card }) => card.audience === query.audience) : found;
  const ranked = chosen.map((course): Ranked => {
    const card = cardOf(course, learners);
    return { key: keys[query.sort](card), card };
  });
  const rest = after
    ? ranked.filter(({ key, card }) => key > after[1] || (key === after[1] && card.id > after[2]))
    : ranked;
  const { rows, next } = pageOf(rest.sort(inOrder), query.limit, ({ key, card }) =>
    encodeCursor([query.sort, key, card.id]),
  );
  return { items: rows.map(({ card }) => card), next, total: chosen.length, counts: countByAudience(found) };
}
