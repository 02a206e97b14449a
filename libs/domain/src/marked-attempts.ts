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
  readonly marks: number[];
  /** Share of the points of all other questions of the paper. */
  readonly rests: number[];
  /** The points of the question (x) and of the whole paper (y), both as shares of the paper. */
  readonly weights: PairSums;
  /** Sum of the shares that the question has of its papers. */
  intended: number;
  unanswered: number;
  /** By option, the entries that chose it. */
  readonly choosers: ReadonlyMap<string, number[]>;
}

/** The attempts one after the other: which columns each paper had, and the points there as shares of the paper. */
export interface MarkedPapers {
  readonly columns: readonly ItemColumn[];
  /** Where in `places` and `shares` each attempt begins; one more at the end. */
  readonly starts: number[];
  readonly places: number[];
  readonly shares: number[];
  /** Share of the points of the paper, attempt by attempt. */
  readonly totals: number[];
}

function emptyColumn(question: ItemQuestion): ItemColumn {
  return {
    question,
    marks: [],
    rests: [],
    weights: noPairs(),
    intended: 0,
    unanswered: 0,
    choosers: new Map(question.options.map((option) => [option.id, []])),
  };
}

/** What one paper is worth and what was reached on it, questions that statistics do not cover left out. */
interface PaperSum {
  possible: number;
  reached: number;
}

function addEntry(column: ItemColumn, entry: MarkedQuestion, paper: PaperSum): void {
  const position = column.marks.length;
  const others = paper.possible - entry.maxPoints;
  column.marks.push(entry.points / entry.maxPoints);
  column.rests.push(others > 0 ? (paper.reached - entry.points) / others : 0);
  column.intended += entry.maxPoints / paper.possible;
  addPair(column.weights, entry.points / paper.possible, paper.reached / paper.possible);
  if (!(entry.isAnswered ?? entry.chosen.length > 0)) column.unanswered += 1;
  for (const optionId of entry.chosen) {
    const choosers = column.choosers.get(optionId);
    // A choice that is listed twice is one choice.
    if (choosers !== undefined && choosers.at(-1) !== position) choosers.push(position);
  }
}

function addPaper(papers: MarkedPapers, entries: readonly (readonly [number, MarkedQuestion])[]): void {
  const paper = { possible: 0, reached: 0 };
  for (const [, entry] of entries) {
    paper.possible += entry.maxPoints;
    paper.reached += entry.points;
  }
  for (const [place, entry] of entries) {
    const column = papers.columns[place];
    if (column === undefined) continue;
    addEntry(column, entry, paper);
    papers.places.push(place);
    papers.shares.push(entry.points / paper.possible);
  }
  papers.starts.push(papers.places.length);
  papers.totals.push(paper.reached / paper.possible);
}

/**
 * Lays out attempts by question, in one pass. Questions that are not named, or that carry no points, are left out as if no
 * paper had had them: that is how a dropped question disappears.
 */
export function layOutAttempts(
  attempts: readonly MarkedAttempt[],
  questions: readonly ItemQuestion[],
): MarkedPapers {
  const placeById = new Map(questions.map((question, place) => [question.id, place]));
  const columns = questions.map(emptyColumn);
  const papers: MarkedPapers = { columns, starts: [0], places: [], shares: [], totals: [] };
  for (const attempt of attempts) {
    const entries: [number, MarkedQuestion][] = [];
    for (const entry of attempt.questions) {
      const place = placeById.get(entry.id);
      if (place !== undefined && entry.maxPoints > 0) entries.push([place, entry]);
    }
    if (entries.length > 0) addPaper(papers, entries);
  }
  return papers;
}
