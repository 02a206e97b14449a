// Cronbach's alpha of a quiz, also where papers are drawn. It knows shares of papers only, and no learner.
import { attemptsAtOnce, type ItemColumn, type MarkedPapers } from './marked-attempts.js';
import { addPair, noPairs, pairSums, varianceX, type PairSums } from './statistics-sums.js';

function stratumOf({ question, intended, marks }: ItemColumn): string {
  // What draws choose by; the points first, because a draw sets them.
  const weight = (intended / Math.max(1, marks.length)).toFixed(6);
  return [weight, question.category ?? question.review ?? '', question.difficulty ?? ''].join('\u0000');
}

/** The order in which drawn questions take the seats of a paper; questions that one draw could swap are equal in it. */
function strata(columns: readonly ItemColumn[]): number[] {
  const names = columns.map(stratumOf);
  const order = new Map([...new Set(names)].sort().map((name, rank) => [name, rank]));
  return names.map((name) => order.get(name) ?? 0);
}

/**
 * The spread of the points in each seat of the paper. A question that all papers have is a seat of its own. The others sit
 * by stratum: the first of the first stratum, the second, and so on, in the order of their paper.
 */
function* seatSums(papers: MarkedPapers): Generator<undefined, PairSums[]> {
  const ranks = strata(papers.columns);
  const isDrawn = papers.columns.map((column) => column.marks.length < papers.totals.length);
  const seats: PairSums[] = [];
  for (let attempt = 0; attempt < papers.totals.length; attempt += 1) {
    if (attempt % attemptsAtOnce === 0) yield;
    const drawn: number[] = [];
    const end = papers.starts[attempt + 1] ?? 0;
    for (let entry = papers.starts[attempt] ?? 0; entry < end; entry += 1)
      if (isDrawn[papers.places[entry] ?? 0]) drawn.push(entry);
    const rankOf = (entry: number) => ranks[papers.places[entry] ?? 0] ?? 0;
    drawn.sort((one, other) => rankOf(one) - rankOf(other));
    for (const [index, entry] of drawn.entries())
      addPair((seats[index] ??= noPairs()), papers.shares[entry] ?? 0, 0);
  }
  return [...papers.columns.filter((_, place) => !isDrawn[place]).map((column) => column.weights), ...seats];
}

/** How many questions every paper has; null where they differ. */
function paperLength({ starts }: MarkedPapers): number | null {
  const first = (starts[1] ?? 0) - (starts[0] ?? 0);
  const isSame = starts.every((start, index) => start === first * index);
  return isSame ? first : null;
}

/**
 * Cronbach's alpha, at most 1 and at times negative. Null where it is not defined: papers of different length or of a single
 * question, fewer than two attempts, or all attempts with the same mark. In steps of a few thousand attempts.
 */
export function* internalConsistency(papers: MarkedPapers): Generator<undefined, number | null> {
  const length = paperLength(papers);
  const whole = varianceX(pairSums(papers.totals, papers.totals));
  if (length === null || length < 2 || whole === null || whole === 0) return null;
  const parts = (yield* seatSums(papers)).reduce((sum, seat) => sum + (varianceX(seat) ?? 0), 0);
  return Math.min(1, (length / (length - 1)) * (1 - parts / whole));
}
