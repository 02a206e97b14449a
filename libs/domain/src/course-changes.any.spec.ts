// Changes between any two editions: nothing where they are the same, something where they are not, the same forwards and backwards.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuthoredCourse } from './authored-course.js';
import { courseChanges } from './course-changes.js';
import { course, module, question, quiz, reading, textBlock, words } from './course.sample.js';

const ids = ['1', '2', '3', '4', '5', '6'];
const some = fc.subarray(ids).chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length }));
/** Courses that share ids, so that two of them differ in every way there is; each id is in one place. */
const courses = fc
  .record({
    modules: fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 1 }),
    lessons: some,
    blocks: some,
    questions: some,
    home: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    text: fc.constantFrom('Một', 'Hai'),
    points: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ modules, lessons, blocks, questions, home, text, points }) => {
    const at = <T>(list: readonly T[], index: number) =>
      list.filter((_, place) => (home[place] ?? 0) % 3 === index);
    return course(
      ...modules.map((id, index) =>
        module(
          id,
          ...at(lessons, index).map((lesson) =>
            reading(`l${lesson}`, ...(lesson === '1' ? blocks.map((one) => textBlock(`b${one}`, text)) : [])),
          ),
          ...(index === 0 ? [quiz('q', ...questions.map((one) => question(`q${one}`, { points })))] : []),
        ),
      ),
    );
  });

describe('any two editions', () => {
  it('that are the same differ in nothing, not even with keys in another order or ids standing twice', () => {
    const reordered = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reordered)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, part]) => [key, reordered(part)]),
            )
          : value;
    fc.assert(
      fc.property(courses, (one) => {
        expect(courseChanges(one, one)).toEqual([]);
        expect(courseChanges(one, reordered(one) as AuthoredCourse)).toEqual([]);
        const doubled = {
          ...one,
          modules: [...one.modules, ...one.modules.map((each) => ({ ...each, title: words('Bản sao') }))],
        };
        expect(courseChanges(doubled, doubled)).toEqual([]);
      }),
    );
  });

  it('that are not the same differ in something', () => {
    fc.assert(
      fc.property(courses, courses, (one, other) => {
        expect(courseChanges(one, other).length > 0).toBe(JSON.stringify(one) !== JSON.stringify(other));
      }),
      { numRuns: 300 },
    );
  });

  it('gain forwards what they lose backwards, and move as much', () => {
    const count = (rows: readonly { kind: string }[], kind: string) =>
      rows.filter((row) => row.kind === kind).length;
    fc.assert(
      fc.property(courses, courses, (one, other) => {
        const [there, back] = [courseChanges(one, other), courseChanges(other, one)];
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'moved')).toBe(count(back, 'moved'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
      }),
    );
  });

  it('of which there is no first one: every module and lesson is added, and nothing else', () => {
    fc.assert(
      fc.property(courses, (one) => {
        const rows = courseChanges(null, one);
        expect(rows).toHaveLength(one.modules.length + one.modules.flatMap((each) => each.lessons).length);
        expect(
          rows.every((row) => row.kind === 'added' && (row.what === 'module' || row.what === 'lesson')),
        ).toBe(true);
      }),
    );
  });
});
