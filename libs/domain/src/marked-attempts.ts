// Marked attempts laid out question by question, for statistics. It knows how a mark is shared out, and no person.
import { addPair, noPairs, type PairSums } from './statistics-sums.js';

/** What statistics need to know of a question; `correct` names all options that count as right, accepted ones too. */
export interface ItemQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly kind: 'single' | 'multiple' | 'true-false' | 'essay';
  readonly category?: string | null | undefined;
  readonly difficulty?: 'easy' | 'medium' | 'hard' | null | undefined;
  /** The lesson to read again, which stands for the category where there is none. */
  readonly review?: string | undefined;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly correct: readonly string[];
}

/** One question of a marked attempt; `isAnswered` is needed for essays only, which have nothing to choose. */
export interface MarkedQuestion {
  readonly id: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly chosen: readonly string[];
  readonly isAnswered?: boolean | undefined;
}

/** An attempt that is marked to the last question. */
export interface MarkedAttempt {
  readonly points: number;
  readonly possiblePoints: number;
  readonly hasPassed: boolean | null;
  readonly questions: readonly MarkedQuestion[];
}

/** Everything about one question, an entry for each attempt whose paper had it. */
export interface ItemColumn {
  readonly question: ItemQuestion;
  /** Share of the points of the question. */
  readonly marks: Float64Array;
  /** Share of the points of all other questions of the paper. */
  readonly rests: Float64Array;
  /** The points of the question (x) and of the whole paper (y), both as shares of the paper. */
  readonly weights: PairSums;
  /** Sum of the shares that the question has of its papers. */
  intended: number;
  unanswered: number;
  /** 1 where an entry chose an option: the options of the first entry, of the second, and so on. */
  readonly choices: Uint8Array;
  readonly optionPlaces: ReadonlyMap<string, number>;
  /** Entries filled so far. */
  filled: number;
}

/** The attempts one after the other: which columns each paper had, and the points there as shares of the paper. */
export interface MarkedPapers {
  readonly columns: readonly ItemColumn[];
  /** Where in `places` and `shares` each attempt begins; one more at the end. */
  readonly starts: number[];
  readonly places: Uint32Array;
  readonly shares: Float64Array;
  /** Share of the points of the paper, attempt by attempt. */
  readonly totals: number[];
}

/** Attempts that are looked at before others get a turn: a few milliseconds. */
export const attemptsAtOnce = 2_000;

/** No column: a question that statistics do not cover. */
const none = 0xffff_ffff;

/** Which column each question of each paper belongs to, before anything is summed up: sizes are known from here on. */
function* placesOf(
  attempts: readonly MarkedAttempt[],
  questions: readonly ItemQuestion[],
): Generator<undefined, { places: Uint32Array; counts: Uint32Array }> {
  const placeById = new Map(questions.map((question, place) => [question.id, place]));
  const counts = new Uint32Array(questions.length);
  const places = new Uint32Array(attempts.reduce((sum, attempt) => sum + attempt.questions.length, 0));
  let next = 0;
  for (const [index, attempt] of attempts.entries()) {
    if (index % attemptsAtOnce === 0) yield;
    for (const entry of attempt.questions) {
      const place = entry.maxPoints > 0 ? (placeById.get(entry.id) ?? none) : none;
      places[next] = place;
      next += 1;
      if (place !== none) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return { places, counts };
}

function emptyColumn(question: ItemQuestion, entries: number): ItemColumn {
  return {
    question,
    marks: new Float64Array(entries),
    rests: new Float64Array(entries),
    weights: noPairs(),
    intended: 0,
    unanswered: 0,
    choices: new Uint8Array(entries * question.options.length),
    optionPlaces: new Map(question.options.map((option, place) => [option.id, place])),
    filled: 0,
  };
}

/** What one paper is worth and what was reached on it, questions that statistics do not cover left out. */
interface PaperSum {
  possible: number;
  reached: number;
}

function addChoices(column: ItemColumn, entry: MarkedQuestion): void {
  if (!(entry.isAnswered ?? entry.chosen.length > 0)) column.unanswered += 1;
  for (const optionId of entry.chosen) {
    const place = column.optionPlaces.get(optionId);
    if (place !== undefined) column.choices[column.filled * column.optionPlaces.size + place] = 1;
  }
}

function addEntry(column: ItemColumn, entry: MarkedQuestion, paper: PaperSum): void {
  const others = paper.possible - entry.maxPoints;
  addChoices(column, entry);
  column.marks[column.filled] = entry.points / entry.maxPoints;
  column.rests[column.filled] = others > 0 ? (paper.reached - entry.points) / others : 0;
  column.intended += entry.maxPoints / paper.possible;
  addPair(column.weights, entry.points / paper.possible, paper.reached / paper.possible);
  column.filled += 1;
}

function sumOf(questions: readonly MarkedQuestion[], places: Uint32Array): PaperSum {
  const paper = { possible: 0, reached: 0 };
  for (let index = 0; index < questions.length; index += 1) {
    const entry = questions[index];
    if (entry === undefined || places[index] === none) continue;
    paper.possible += entry.maxPoints;
    paper.reached += entry.points;
  }
  return paper;
}

/** Adds one paper. Its `places` may lie in the array that is being written: what is kept never overtakes what is read. */
function addPaper(papers: MarkedPapers, questions: readonly MarkedQuestion[], places: Uint32Array): void {
  const paper = sumOf(questions, places);
  if (paper.possible === 0) return;
  let end = papers.starts.at(-1) ?? 0;
  for (let index = 0; index < questions.length; index += 1) {
    const entry = questions[index];
    const place = places[index] ?? none;
    const column = papers.columns[place];
    if (entry === undefined || column === undefined) continue;
    addEntry(column, entry, paper);
    papers.places[end] = place;
    papers.shares[end] = entry.points / paper.possible;
    end += 1;
  }
  papers.starts.push(end);
  papers.totals.push(paper.reached / paper.possible);
}

/**
 * Lays out attempts by question. Questions that are not named, or that carry no points, are left out as if no paper had had
 * them: that is how a dropped question disappears. An attempt with nothing left is left out too. In steps of a few thousand attempts.
 */
export function* layOutAttempts(
  attempts: readonly MarkedAttempt[],
  questions: readonly ItemQuestion[],
): Generator<undefined, MarkedPapers> {
  const { places, counts } = yield* placesOf(attempts, questions);
  const columns = questions.map((question, place) => emptyColumn(question, counts[place] ?? 0));
  const shares = new Float64Array(places.length);
  const papers: MarkedPapers = { columns, starts: [0], places, shares, totals: [] };
  let start = 0;
  for (const [index, attempt] of attempts.entries()) {
    if (index % attemptsAtOnce === 0) yield;
    const end = start + attempt.questions.length;
    addPaper(papers, attempt.questions, places.subarray(start, end));
    start = end;
  }
  return papers;
}
