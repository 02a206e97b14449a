// A lesson is done when its texts, videos and checks are met; nothing else holds anybody back.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLessonDone, missingBlocks, requiredBlocks } from './lesson-progress.js';

const types = ['text', 'image', 'video', 'sheet', 'check', 'message', 'steps', 'note'] as const;
const lessonOf = (...kinds: readonly string[]) => ({
  blocks: kinds.map((type, index) => ({ id: `b${index}`, type })),
});
const full = lessonOf(...types);

describe('a content lesson', () => {
  it('requires its texts, videos and checks', () => {
    expect(requiredBlocks(full).map((block) => block.type)).toEqual(['text', 'video', 'check']);
  });

  const cases: { name: string; kinds: string[]; met: string[]; isDone: boolean; missing: string[] }[] = [
    {
      name: 'with everything met is done',
      kinds: ['text', 'video'],
      met: ['b0', 'b1'],
      isDone: true,
      missing: [],
    },
    {
      name: 'with one check open is not done',
      kinds: ['text', 'check'],
      met: ['b0'],
      isDone: false,
      missing: ['b1'],
    },
    {
      name: 'asks for every text, not only the last',
      kinds: ['text', 'text'],
      met: ['b1'],
      isDone: false,
      missing: ['b0'],
    },
    {
      name: 'does not ask for its pictures',
      kinds: ['image', 'text'],
      met: ['b1'],
      isDone: true,
      missing: [],
    },
    {
      name: 'of pictures only is done when one was seen',
      kinds: ['image', 'note'],
      met: ['b1'],
      isDone: true,
      missing: [],
    },
    {
      name: 'of pictures only is not done unseen',
      kinds: ['image', 'note'],
      met: [],
      isDone: false,
      missing: [],
    },
    {
      name: 'of pictures only is not done by a block of another lesson',
      kinds: ['note'],
      met: ['other'],
      isDone: false,
      missing: [],
    },
    { name: 'without blocks is done', kinds: [], met: [], isDone: true, missing: [] },
  ];
  it.each(cases)('$name', ({ kinds, met, isDone, missing }) => {
    expect(isLessonDone(lessonOf(...kinds), met)).toBe(isDone);
    expect(missingBlocks(lessonOf(...kinds), met).map((block) => block.id)).toEqual(missing);
  });

  it('never becomes undone by meeting one block more', () => {
    const lessons = fc.array(fc.constantFrom(...types), { maxLength: 8 }).map((kinds) => lessonOf(...kinds));
    const ids = fc.subarray(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7']);
    fc.assert(
      fc.property(lessons, ids, ids, (lesson, met, more) => {
        expect(isLessonDone(lesson, [...met, ...more]) || !isLessonDone(lesson, met)).toBe(true);
        if (isLessonDone(lesson, met)) expect(missingBlocks(lesson, met)).toEqual([]);
      }),
    );
  });
});
