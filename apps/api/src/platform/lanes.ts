// Does many things, a few at a time. Knows nothing of what they are.

/** Runs `work` for every item in at most so many lanes; the first error ends it after what is under way. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  // All lanes take from the same iterator, so each item is done once.
  const lane = async () => {
    for (const item of { [Symbol.iterator]: () => rest }) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
