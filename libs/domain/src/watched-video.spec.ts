// Watching: every second counts once, in whatever pieces and order it is reported.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isVideoWatched, mergeIntervals, watchedSeconds, type Interval } from './watched-video.js';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]): Interval => [from, from + length]);
const intervalLists = fc.array(interval, { maxLength: 30 });

function secondsOf(intervals: readonly Interval[]): Set<number> {
  return new Set(
    intervals.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
}

describe('merging watched intervals', () => {
  const cases: { name: string; given: Interval[]; merged: Interval[] }[] = [
    { name: 'nothing from nothing', given: [], merged: [] },
    {
      name: 'two that overlap into one',
      given: [
        [0, 10],
        [5, 20],
      ],
      merged: [[0, 20]],
    },
    {
      name: 'two that touch into one',
      given: [
        [10, 20],
        [0, 10],
      ],
      merged: [[0, 20]],
    },
    {
      name: 'two with a gap as they are',
      given: [
        [11, 20],
        [0, 10],
      ],
      merged: [
        [0, 10],
        [11, 20],
      ],
    },
    {
      name: 'one inside another away',
      given: [
        [0, 30],
        [5, 6],
      ],
      merged: [[0, 30]],
    },
    {
      name: 'empty, reversed and broken ones away',
      given: [
        [5, 5],
        [9, 3],
        [Number.NaN, 4],
        [0, Infinity],
      ],
      merged: [],
    },
    { name: 'parts of seconds down to whole ones', given: [[0.4, 3.9]], merged: [[1, 3]] },
  ];
  it.each(cases)('turns $name', ({ given, merged }) => {
    expect(mergeIntervals(given)).toEqual(merged);
  });

  it('neither loses nor adds a second', () => {
    fc.assert(
      fc.property(intervalLists, (intervals) => {
        expect(secondsOf(mergeIntervals(intervals))).toEqual(secondsOf(intervals));
      }),
    );
  });

  it('does not depend on the order, on repeats, or on merging in between', () => {
    fc.assert(
      fc.property(intervalLists, intervalLists, (one, other) => {
        const merged = mergeIntervals([...one, ...other]);
        expect(mergeIntervals([...other, ...one, ...one])).toEqual(merged);
        expect(mergeIntervals([...mergeIntervals(one), ...mergeIntervals(other)])).toEqual(merged);
        expect(mergeIntervals(merged)).toEqual(merged);
      }),
    );
  });

  it('leaves sorted intervals with gaps between them', () => {
    fc.assert(
      fc.property(intervalLists, (intervals) => {
        const bounds = mergeIntervals(intervals).flat();
        expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a watched video', () => {
  it.each([
    { intervals: [[0, 90]], duration: 100, isWatched: true },
    { intervals: [[0, 89]], duration: 100, isWatched: false },
    {
      intervals: [
        [0, 50],
        [0, 50],
      ],
      duration: 100,
      isWatched: false,
    },
    {
      intervals: [
        [0, 45],
        [55, 100],
      ],
      duration: 100,
      isWatched: true,
    },
    { intervals: [[20, 400]], duration: 100, isWatched: false },
    { intervals: [[0, 9]], duration: 11, isWatched: false },
    { intervals: [[0, 10]], duration: 11, isWatched: true },
    { intervals: [], duration: 1, isWatched: false },
    { intervals: [[0, 1]], duration: 1, isWatched: true },
  ] as { intervals: Interval[]; duration: number; isWatched: boolean }[])(
    'of $duration s with $intervals counts as watched: $isWatched',
    ({ intervals, duration, isWatched }) => {
      expect(isVideoWatched(intervals, duration)).toBe(isWatched);
    },
  );

  it('counts distinct seconds inside the video only, and more watching never counts less', () => {
    fc.assert(
      fc.property(intervalLists, interval, fc.integer({ min: 1, max: 300 }), (intervals, more, duration) => {
        const seconds = watchedSeconds(intervals, duration);
        expect(seconds).toBe([...secondsOf(intervals)].filter((second) => second < duration).length);
        expect(watchedSeconds([...intervals, more], duration)).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });
});
