// What an edition of a course changes against the one before it, in rows that an author can read. It knows no versions and no dates.
import type { AuthoredCourse } from './authored-course.js';
import { courseParts, type CoursePart } from './course-parts.js';
import { findMoves } from './find-moves.js';
import type { PartField } from './part-field.js';
import { shortenToDifference } from './plain-text.js';

export interface CourseChange {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  what: PartField['what'];
  /** Titles in Vietnamese, from the course down; of something removed, where it was. */
  where: string[];
  /** Of a change; a field that has both languages ends in `En` for the English words. */
  field?: string;
  /** Short plain text. Of a move between parents, their titles. Absent where only the form changed and the words are the same. */
  before?: string;
  after?: string;
}

type Parts = ReadonlyMap<string, CoursePart>;
interface Editions {
  readonly before: Parts;
  readonly after: Parts;
}

const textLength = 160;

/** The same for equal values in whatever order their keys come: stored documents come back with keys reordered. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function fieldChanges(before: CoursePart, after: CoursePart): CourseChange[] {
  const [old, now] = [before, after].map((part) => new Map(part.fields.map((field) => [field.name, field])));
  const names = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
  return [...names].flatMap((name): CourseChange[] => {
    const [one, other] = [old?.get(name), now?.get(name)];
    if (canonical(one?.value ?? null) === canonical(other?.value ?? null)) return [];
    const [oldText, newText] = [one?.text ?? '', other?.text ?? ''];
    const row = {
      kind: 'changed' as const,
      what: (other ?? one ?? after).what,
      where: [...after.where],
      field: name,
    };
    return [oldText === newText ? row : { ...row, ...shortenToDifference(oldText, newText, textLength) }];
  });
}

/** The parts that stayed with their parent but not in their order. */
function movedInPlace({ before, after }: Editions): Set<string> {
  const stayed = (one: Parts, other: Parts) =>
    Map.groupBy(
      [...one.values()].filter((part) => other.get(part.key)?.parentKey === part.parentKey),
      (part) => part.parentKey,
    );
  const childrenBefore = stayed(before, after);
  const moved = [...stayed(after, before)].flatMap(([parentKey, children]) => {
    const keysBefore = (childrenBefore.get(parentKey) ?? []).map((part) => part.key);
    return [
      ...findMoves(
        keysBefore,
        children.map((part) => part.key),
      ),
    ];
  });
  return new Set(moved);
}

/** Blocks and questions that come or go together with their lesson are not listed one by one. */
function isListed(part: CoursePart, otherParts: Parts): boolean {
  return (
    part.what === 'module' ||
    part.what === 'lesson' ||
    (part.parentKey !== null && otherParts.has(part.parentKey))
  );
}

function moveBetween(before: CoursePart, after: CoursePart): CourseChange {
  const row = { kind: 'moved' as const, what: after.what, where: [...after.where] };
  return before.parentKey === after.parentKey
    ? row
    : { ...row, before: before.where.at(-2) ?? '', after: after.where.at(-2) ?? '' };
}

function compare(editions: Editions): CourseChange[] {
  const { before, after } = editions;
  const inPlace = movedInPlace(editions);
  const present = [...after.values()].flatMap((part): CourseChange[] => {
    const old = before.get(part.key);
    if (!old)
      return isListed(part, before) ? [{ kind: 'added', what: part.what, where: [...part.where] }] : [];
    const isMoved = old.parentKey !== part.parentKey || inPlace.has(part.key);
    return [...(isMoved ? [moveBetween(old, part)] : []), ...fieldChanges(old, part)];
  });
  const gone = [...before.values()].filter((part) => !after.has(part.key) && isListed(part, after));
  return [
    ...present,
    ...gone.map((part): CourseChange => ({ kind: 'removed', what: part.what, where: [...part.where] })),
  ];
}

/**
 * The rows of difference: what was added, moved and changed in the order of the new document, then what was removed. Parts
 * are matched by id, and moves are as few as explain the new order. With nothing before, every module and lesson is added.
 */
export function courseChanges(before: AuthoredCourse | null, after: AuthoredCourse): CourseChange[] {
  if (before) return compare({ before: courseParts(before), after: courseParts(after) });
  return compare({ before: courseParts({ ...after, modules: [] }), after: courseParts(after) });
}
