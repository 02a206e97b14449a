// From a plan to the mix that every paper gets: how many questions of which kind each draw takes. The mix knows no seed, and that
// is why no seed can fail and nobody gets another mix than the others; only which question of a kind is drawn is left to chance.
import { evenFlow, type FlowEdge } from './even-flow.js';
import type { PaperDrawLike, QuestionFilterLike } from './quiz-rule.js';

export interface PlannedQuestion {
  readonly id: string;
  readonly kind: string;
  readonly points: number;
  readonly review: string;
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly difficulty?: string | undefined;
}

/** Questions that are the same to every draw, and how many of them each draw takes. */
export interface Pile<Q> {
  readonly questions: readonly Q[];
  readonly takes: readonly { readonly draw: number; readonly count: number }[];
}

export interface PaperMix<Q> {
  readonly piles: readonly Pile<Q>[];
  /** By draw, how many questions it lacks. */
  readonly missing: readonly number[];
}

interface Cell<Q> {
  readonly name: string;
  readonly questions: Q[];
  readonly draws: readonly number[];
  /** The category, or the lesson reviewed by a question without one. */
  readonly group: string;
  readonly difficulty: string;
}

function matches(question: PlannedQuestion, from: QuestionFilterLike): boolean {
  return (
    (from.category === undefined || question.category === from.category) &&
    (from.difficulty === undefined || question.difficulty === from.difficulty) &&
    (from.tags ?? []).every((tag) => question.tags?.includes(tag) === true)
  );
}

/** Questions apart by the draws that want them and by what makes a mix: group, difficulty, essay or not, and points that a draw keeps. */
function toCells<Q extends PlannedQuestion>(
  draws: readonly PaperDrawLike[],
  questions: readonly Q[],
): Cell<Q>[] {
  const cells = new Map<string, Cell<Q>>();
  for (const question of questions) {
    const wanted = [...draws.keys()].filter((draw) => matches(question, draws[draw]?.from ?? {}));
    const keepsPoints = wanted.some((draw) => draws[draw]?.points === undefined);
    const group = JSON.stringify(question.category === undefined ? [question.review] : question.category);
    const difficulty = question.difficulty ?? '';
    const traits = [wanted, group, difficulty, question.kind === 'essay', keepsPoints ? question.points : 0];
    const name = JSON.stringify(traits);
    const cell = cells.get(name) ?? { name, questions: [], draws: wanted, group, difficulty };
    cell.questions.push(question);
    cells.set(name, cell);
  }
  return [...cells.values()].filter((cell) => cell.draws.length > 0);
}

// Even groups outweigh even difficulties, and those outweigh taking from all piles in proportion to their size: each weight is more
// than everything below it can add up to for a quiz of 300 questions, and all sums stay exact.
const weights = { size: 100, difficulty: 40_000, group: 4_000_000_000 };

/** Sums of squares are least when the parts are even; the next unit adds the next odd number. */
const evenly = (weight: number) => (flow: number) => weight * (2 * flow + 1);
const bySize = (size: number, taken: number) => (flow: number) =>
  Math.round((weights.size * (2 * (flow + taken) + 1)) / size);

/** How many each draw takes of each cell, by `draw cell`. */
type Takes = Map<string, number>;
const takeKey = (draw: number, cell: Cell<unknown>) => `${draw} ${cell.name}`;

/** All draws at once, so that a narrow one is not robbed by a wide one: as many as can be had, in groups as even as that allows. */
function takeTogether(draws: readonly PaperDrawLike[], cells: readonly Cell<unknown>[]): Takes {
  const edges = new Map<string, FlowEdge>();
  const add = (edge: FlowEdge) => void edges.set(`${edge.from} > ${edge.to}`, edge);
  for (const cell of cells) {
    const [size, end] = [cell.questions.length, `cell ${cell.name}`];
    for (const draw of cell.draws) {
      const [start, group] = [`draw ${draw}`, `group ${draw} ${cell.group}`];
      const level = `${group} ${cell.difficulty}`;
      const count = draws[draw]?.count ?? 0;
      add({ from: 'source', to: start, capacity: count });
      add({ from: start, to: group, capacity: count, nextCost: evenly(weights.group) });
      add({ from: group, to: level, capacity: count, nextCost: evenly(weights.difficulty) });
      add({ from: level, to: end, capacity: size });
    }
    add({ from: end, to: 'sink', capacity: size, nextCost: bySize(size, 0) });
  }
  const list = [...edges.values()];
  const flows = new Map(evenFlow(list, 'source', 'sink').map((flow, index) => [list[index], flow]));
  const key = (draw: number, cell: Cell<unknown>) =>
    edges.get(`group ${draw} ${cell.group} ${cell.difficulty} > cell ${cell.name}`);
  return new Map(
    cells.flatMap((cell) =>
      cell.draws.map((draw) => [takeKey(draw, cell), flows.get(key(draw, cell)) ?? 0] as const),
    ),
  );
}

/** One draw again, among what the others leave: its groups stay as even, and its difficulties become even over all groups. */
function takeAlone(draw: number, cells: readonly Cell<unknown>[], takes: Takes): void {
  const own = cells.filter((cell) => cell.draws.includes(draw));
  const count = own.reduce((sum, cell) => sum + (takes.get(takeKey(draw, cell)) ?? 0), 0);
  const edges: FlowEdge[] = [{ from: 'source', to: 'draw', capacity: count }];
  for (const group of new Set(own.map((cell) => cell.group)))
    edges.push({ from: 'draw', to: `group ${group}`, capacity: count, nextCost: evenly(weights.group) });
  for (const level of new Set(own.map((cell) => cell.difficulty)))
    edges.push({ from: `level ${level}`, to: 'sink', capacity: count, nextCost: evenly(weights.difficulty) });
  const first = edges.length;
  for (const cell of own) {
    const size = cell.questions.length;
    const others = cell.draws.filter((other) => other !== draw);
    const taken = others.reduce((sum, other) => sum + (takes.get(takeKey(other, cell)) ?? 0), 0);
    edges.push({
      from: `group ${cell.group}`,
      to: `level ${cell.difficulty}`,
      capacity: size - taken,
      nextCost: bySize(size, taken),
    });
  }
  const flows = evenFlow(edges, 'source', 'sink');
  own.forEach((cell, index) => takes.set(takeKey(draw, cell), flows[first + index] ?? 0));
}

/**
 * The mix of every paper: each draw takes as many as it wants as long as the set allows all draws together, spread evenly over
 * categories (lessons where there is no category) and then over difficulties.
 */
export function paperMix<Q extends PlannedQuestion>(
  draws: readonly PaperDrawLike[],
  questions: readonly Q[],
): PaperMix<Q> {
  const cells = toCells(draws, questions);
  const takes = takeTogether(draws, cells);
  for (const draw of draws.keys()) takeAlone(draw, cells, takes);
  const piles = cells.map((cell) => ({
    questions: cell.questions,
    takes: cell.draws.map((draw) => ({ draw, count: takes.get(takeKey(draw, cell)) ?? 0 })),
  }));
  const taken = (draw: number) =>
    piles.flatMap((pile) => pile.takes).reduce((sum, take) => sum + (take.draw === draw ? take.count : 0), 0);
  return { piles, missing: draws.map(({ count }, draw) => count - taken(draw)) };
}
