// Item statistics: marked attempts in; the figures of every question and of the whole quiz, out. Definitions: docs/item-statistics.md.
import { internalConsistency } from './internal-consistency.js';
import { itemWarnings, judgeItem, type ItemJudgement, type ItemWarning } from './item-judgement.js';
import {
  layOutAttempts,
  type ItemColumn,
  type ItemQuestion,
  type MarkedAttempt,
  type MarkedPapers,
} from './marked-attempts.js';
import { optionFigures, type OptionFigures } from './option-figures.js';
import {
  correlation,
  covariance,
  distributionOf,
  meanX,
  pairSums,
  varianceX,
  type Distribution,
} from './statistics-sums.js';

/** The figures of one question; shares are 0 to 1, correlations −1 to 1, null where a figure is not defined. */
export interface ItemFigures {
  questionId: string;
  prompt: string;
  kind: ItemQuestion['kind'];
  category: string | null;
  difficulty: 'easy' | 'medium' | 'hard' | null;
  attempts: number;
  facilityIndex: number | null;
  standardDeviation: number | null;
  randomGuessScore: number | null;
  intendedWeight: number | null;
  effectiveWeight: number | null;
  discriminationIndex: number | null;
  discriminativeEfficiency: number | null;
  options: OptionFigures[];
  unanswered: number;
  judgement: ItemJudgement;
  warnings: ItemWarning[];
}

/** The figures of a quiz; marks, alpha, error ratio and standard error in percent, shares 0 to 1. */
export interface QuizFigures extends Distribution {
  attempts: number;
  internalConsistency: number | null;
  errorRatio: number | null;
  standardError: number | null;
  passedShare: number | null;
  histogram: number[];
  items: ItemFigures[];
}

/** The mean mark of blind guesses, as a share of the points: null for multiple choice, where a guess is not defined. */
function randomGuessScore(question: ItemQuestion, wrongPercent: number): number | null {
  if (question.kind === 'essay') return 0;
  if (question.kind === 'multiple' || question.options.length === 0) return null;
  const right = question.options.filter(({ id }) => question.correct.includes(id)).length;
  const share = right / question.options.length;
  return share - ((1 - share) * wrongPercent) / 100;
}

/** The root of the covariance with the whole mark; null where it is negative or not defined. */
function pull(column: ItemColumn): number | null {
  const shared = covariance(column.weights);
  return shared === null || shared < 0 ? null : Math.sqrt(shared);
}

interface QuizWide {
  /** The sum of all pulls on a paper, each question counted by the share of papers that had it. */
  readonly pulls: number;
  readonly wrongPercent: number;
}

function itemFigures(column: ItemColumn, { pulls, wrongPercent }: QuizWide): ItemFigures {
  const { question, unanswered } = column;
  const attempts = column.marks.length;
  const sums = pairSums(column.marks, column.rests);
  const sortedRests = column.rests.slice().sort();
  const largest = covariance(pairSums(column.marks.slice().sort(), sortedRests));
  const shared = covariance(sums);
  const variance = varianceX(sums);
  const ownPull = pull(column);
  const figures = {
    questionId: question.id,
    prompt: question.prompt,
    kind: question.kind,
    category: question.category ?? null,
    difficulty: question.difficulty ?? null,
    attempts,
    facilityIndex: meanX(sums),
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    randomGuessScore: randomGuessScore(question, wrongPercent),
    intendedWeight: attempts === 0 ? null : column.intended / attempts,
    effectiveWeight: ownPull === null || pulls === 0 ? null : ownPull / pulls,
    discriminationIndex: correlation(sums),
    discriminativeEfficiency: shared === null || !largest ? null : shared / largest,
    options: optionFigures(column, sortedRests),
    unanswered,
  };
  const judged = { ...figures, hasNegativeCovariance: (covariance(column.weights) ?? 0) < 0 };
  return { ...figures, judgement: judgeItem(judged), warnings: itemWarnings(judged) };
}

function histogramOf(attempts: readonly MarkedAttempt[]): number[] {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const { points, possiblePoints } of attempts) {
    const tenth = Math.min(9, Math.max(0, Math.floor((points * 10) / possiblePoints)));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return tenths;
}

function passedShare(attempts: readonly MarkedAttempt[]): number | null {
  const judged = attempts.filter((attempt) => attempt.hasPassed !== null);
  return judged.length === 0 ? null : judged.filter((attempt) => attempt.hasPassed).length / judged.length;
}

/**
 * All figures of a quiz from attempts that are marked to the end, every attempt taken as a person of its own: which
 * ones count is chosen where they are read. Attempts without possible points are left out, and so are questions that `questions` does not name. Of a hundred thousand
 * attempts they take a second: whoever has other things to do in between goes from step to step, each of some milliseconds.
 */
export function* quizStatisticsInSteps(
  attempts: readonly MarkedAttempt[],
  questions: readonly ItemQuestion[],
  rule: { readonly wrongPercent?: number } = {},
): Generator<undefined, QuizFigures> {
  const counted = attempts.filter((attempt) => attempt.possiblePoints > 0);
  const papers = yield* layOutAttempts(counted, questions);
  const percents = Float64Array.from(
    counted,
    ({ points, possiblePoints }) => (100 * points) / possiblePoints,
  );
  yield;
  const distribution = distributionOf(percents);
  const alpha = yield* internalConsistency(papers);
  const errorShare = alpha === null ? null : Math.sqrt(1 - alpha);
  const deviation = distribution.standardDeviation;
  const items = yield* allItems(papers, rule.wrongPercent ?? 0);
  return {
    attempts: counted.length,
    ...distribution,
    internalConsistency: alpha === null ? null : alpha * 100,
    errorRatio: errorShare === null ? null : errorShare * 100,
    standardError: errorShare === null || deviation === null ? null : errorShare * deviation,
    passedShare: passedShare(counted),
    histogram: histogramOf(counted),
    items,
  };
}

function* allItems(papers: MarkedPapers, wrongPercent: number): Generator<undefined, ItemFigures[]> {
  const papersCounted = Math.max(1, papers.totals.length);
  const pulls = papers.columns.reduce(
    (sum, column) => sum + ((pull(column) ?? 0) * column.marks.length) / papersCounted,
    0,
  );
  const items: ItemFigures[] = [];
  for (const column of papers.columns) {
    yield;
    items.push(itemFigures(column, { pulls, wrongPercent }));
  }
  return items;
}

/** The same in one go. */
export function quizStatistics(...all: Parameters<typeof quizStatisticsInSteps>): QuizFigures {
  const steps = quizStatisticsInSteps(...all);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
