// Which items of a list were moved, when only the two orders are known. It knows nothing about the items.

interface Tail {
  readonly position: number;
  readonly before: Tail | null;
}

/** How many of the runs end before a position: the place of the first one that does not. */
function runsBefore(tails: readonly Tail[], position: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tails[middle]?.position ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The positions of a longest increasing run (patience sorting): items at these need not have moved. */
function longestIncreasing(positions: readonly number[]): Set<number> {
  const tails: Tail[] = [];
  for (const position of positions) {
    const place = runsBefore(tails, position);
    tails[place] = { position, before: tails[place - 1] ?? null };
  }
  const kept = new Set<number>();
  for (let tail = tails.at(-1) ?? null; tail; tail = tail.before) kept.add(tail.position);
  return kept;
}

/** The fewest items whose moving turns one order into the other; only items that are in both orders count. */
export function findMoves(before: readonly string[], after: readonly string[]): Set<string> {
  const positions = new Map(before.map((id, position) => [id, position]));
  const stayed = after.flatMap((id) => {
    const position = positions.get(id);
    return position === undefined ? [] : [{ id, position }];
  });
  const kept = longestIncreasing(stayed.map(({ position }) => position));
  return new Set(stayed.filter(({ position }) => !kept.has(position)).map(({ id }) => id));
}
