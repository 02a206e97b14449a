// Marks: the paper as drawn and the answers as saved, in; points question by question, out. It knows no attempt and no learner.
// Points are whole thousandths; a fraction of one always goes to the learner, in what is given and in what is taken off.
import { correctedKey, type QuestionCorrection } from './question-correction.js';

export interface GradableQuestion {
  readonly id: string;
  readonly kind: 'single' | 'multiple' | 'true-false' | 'essay';
  readonly options: readonly { readonly id: string }[];
  readonly correct: readonly string[];
  readonly points: number;
}

export interface GradablePaper {
  readonly questions: readonly GradableQuestion[];
  readonly possiblePoints: number;
  readonly neededPoints: number;
}

/** Chosen option ids by question id. */
export type Answers = ReadonlyMap<string, readonly string[]> | Readonly<Record<string, readonly string[]>>;

/** The complete rule of the attempt can be spread into it; what is absent marks as quizzes always did: all or nothing. */
export interface GradingOptions {
  readonly hasPartialCredit?: boolean;
  readonly wrongPercent?: number;
  /** Works the needed points out anew when questions were dropped; without it they shrink in proportion. */
  readonly passPercent?: number;
  /** What markers settled, by question. */
  readonly essayPoints?: ReadonlyMap<string, number>;
  /** Where given, an essay without words in it needs no marker: it has no points. */
  readonly essayTexts?: ReadonlyMap<string, string>;
  readonly corrections?: readonly QuestionCorrection[];
}

export interface QuestionGrade {
  id: string;
  chosen: string[];
  /** The key in the order of the options, with what was accepted afterwards. */
  correct: string[];
  isRight: boolean;
  /** Below zero where a wrong choice costs. */
  points: number;
  /** Zero for a dropped question. */
  possiblePoints: number;
  correction: 'dropped' | 'accepted' | null;
}

export interface Grade {
  points: number;
  possiblePoints: number;
  neededPoints: number;
  /** Null while essays wait for a marker. */
  hasPassed: boolean | null;
  rightCount: number;
  /** Questions that count: all but the dropped ones. */
  questionCount: number;
  /** Essays without points yet. */
  pending: string[];
  questions: QuestionGrade[];
}

function isMap(answers: Answers): answers is ReadonlyMap<string, readonly string[]> {
  return typeof answers.get === 'function';
}

/** The one place where a fraction becomes whole: up, which gives more and takes less. */
function inFavour(numerator: number, denominator: number): number {
  // Adding zero turns the negative zero of Math.ceil(-0.5) into zero.
  return Math.ceil(numerator / denominator) + 0;
}

/** Points by one key: the share of right options chosen less the share of wrong ones, which costs at most what a wrong choice costs. */
function partialPoints(
  question: GradableQuestion,
  { chosen, key, floor }: { chosen: readonly string[]; key: ReadonlySet<string>; floor: number },
): number {
  const right = chosen.filter((id) => key.has(id)).length;
  const wrongOptions = question.options.length - key.size;
  const wrong = chosen.length - right;
  const [keySize, others] = [Math.max(1, key.size), Math.max(1, wrongOptions)];
  return Math.max(floor, inFavour(question.points * (right * others - wrong * keySize), keySize * others));
}

function gradeChoice(
  question: GradableQuestion,
  answer: readonly string[],
  options: GradingOptions,
): QuestionGrade {
  const { keys, isDropped } = correctedKey(question, options.corrections ?? []);
  const optionIds = question.options.map((option) => option.id);
  const chosen = optionIds.filter((id) => answer.includes(id));
  const sets = keys.map((key) => new Set(key));
  // A question without an answer is never right, not even when its key were empty by mistake.
  const meets = (key: ReadonlySet<string>) =>
    chosen.length > 0 && chosen.length === key.size && chosen.every((id) => key.has(id));
  const isRight = sets.some(meets);
  const floor = chosen.length === 0 ? 0 : inFavour(-question.points * (options.wrongPercent ?? 0), 100);
  const earned = (key: ReadonlySet<string>) => {
    if (meets(key)) return question.points;
    if (!options.hasPartialCredit || question.kind !== 'multiple' || chosen.length === 0) return floor;
    return partialPoints(question, { chosen, key, floor });
  };
  return {
    id: question.id,
    chosen,
    correct: optionIds.filter((id) => sets.some((key) => key.has(id))),
    isRight,
    points: isDropped ? 0 : Math.max(...sets.map(earned)),
    possiblePoints: isDropped ? 0 : question.points,
    correction: isDropped ? 'dropped' : keys.length > 1 ? 'accepted' : null,
  };
}

/** What an essay has earned, between nothing and its points; null while a marker is needed. */
function essayPoints(question: GradableQuestion, options: GradingOptions): number | null {
  const given = options.essayPoints?.get(question.id);
  if (given !== undefined) return Math.min(question.points, Math.max(0, given));
  return options.essayTexts && !options.essayTexts.get(question.id)?.trim() ? 0 : null;
}

function gradeEssay(question: GradableQuestion, options: GradingOptions): QuestionGrade {
  const { isDropped } = correctedKey(question, options.corrections ?? []);
  const points = essayPoints(question, options) ?? 0;
  return {
    id: question.id,
    chosen: [],
    correct: [],
    isRight: points === question.points,
    points: isDropped ? 0 : points,
    possiblePoints: isDropped ? 0 : question.points,
    correction: isDropped ? 'dropped' : null,
  };
}

/** The needed points of what is left of a paper after questions were dropped. */
function neededOf(paper: GradablePaper, possiblePoints: number, passPercent: number | undefined): number {
  if (possiblePoints === paper.possiblePoints) return paper.neededPoints;
  if (passPercent !== undefined) return Math.ceil((possiblePoints * passPercent) / 100);
  return Math.floor((paper.neededPoints * possiblePoints) / paper.possiblePoints);
}

/**
 * The mark of an attempt by the paper that it was given. Answers to questions outside the paper are ignored, missing ones earn
 * and cost nothing; the whole is never below zero, and a paper without points is never passed. Dropped questions leave what is
 * possible and what is needed.
 */
export function gradeAttempt(paper: GradablePaper, answers: Answers, options: GradingOptions = {}): Grade {
  const answersById = isMap(answers) ? answers : new Map(Object.entries(answers));
  const questions = paper.questions.map((question) =>
    question.kind === 'essay'
      ? gradeEssay(question, options)
      : gradeChoice(question, answersById.get(question.id) ?? [], options),
  );
  const counting = questions.filter((question) => question.correction !== 'dropped');
  const countingIds = new Set(counting.map((question) => question.id));
  const pending = paper.questions.filter(
    (question) =>
      question.kind === 'essay' && countingIds.has(question.id) && essayPoints(question, options) === null,
  );
  const dropped = questions.length - counting.length;
  const possiblePoints =
    dropped === 0
      ? paper.possiblePoints
      : counting.reduce((sum, { possiblePoints }) => sum + possiblePoints, 0);
  const neededPoints = neededOf(paper, possiblePoints, options.passPercent);
  const points = Math.max(
    0,
    counting.reduce((sum, question) => sum + question.points, 0),
  );
  return {
    points,
    possiblePoints,
    neededPoints,
    hasPassed: pending.length > 0 ? null : possiblePoints > 0 && points >= neededPoints,
    rightCount: counting.filter((question) => question.isRight).length,
    questionCount: counting.length,
    pending: pending.map((question) => question.id),
    questions,
  };
}
