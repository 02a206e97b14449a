// Which seconds of a video were watched. Whole seconds, end exclusive; it knows no player and no lesson.

/** Seconds from the first up to, not including, the second. */
export type Interval = [from: number, to: number];
export type Intervals = readonly (readonly [from: number, to: number])[];

/** The same seconds as sorted, disjoint intervals that do not touch; empty and broken ones are dropped. */
export function mergeIntervals(intervals: Intervals): Interval[] {
  const sorted = intervals
    // Only seconds that were watched whole count.
    .map(([from, to]): Interval => [Math.ceil(from), Math.floor(to)])
    .filter(([from, to]) => from < to && Number.isSafeInteger(from) && Number.isSafeInteger(to))
    .sort(([one], [other]) => one - other);
  const merged: Interval[] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** How many different seconds of the video were watched; seconds outside of it do not count. */
export function watchedSeconds(intervals: Intervals, durationSeconds: number): number {
  return mergeIntervals(intervals)
    .map(([from, to]) => Math.min(to, durationSeconds) - Math.max(from, 0))
    .reduce((sum, seconds) => sum + Math.max(0, seconds), 0);
}

/** Whether at least 90 % of the video's seconds were watched, so that a jumped-over trailer keeps nobody at 96 %. */
export function isVideoWatched(intervals: Intervals, durationSeconds: number): boolean {
  return watchedSeconds(intervals, durationSeconds) * 10 >= durationSeconds * 9;
}
