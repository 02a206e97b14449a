// The paper of one attempt: which questions are drawn, in which order, and the mark they are judged by. It knows no person and no clock.
import type { Difficulty, PaperPlanLike } from './quiz-rule.js';
import { seededRandom, shuffle, type Random } from './random.js';

export interface PaperOption {
  id: string;
  text: string;
}

/** How an essay is marked; the points of the criteria add up to the points of the question. */
export interface EssayLike {
  readonly maxWords: number;
  readonly rubric: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly points: number;
  }[];
}

export interface BankQuestion {
  readonly id: string;
  readonly kind: 'single' | 'multiple' | 'true-false' | 'essay';
  readonly prompt: string;
  readonly options: readonly Readonly<PaperOption>[];
  readonly correct: readonly string[];
  /** Whole thousandths of a point, as everywhere. */
  readonly points: number;
  readonly explanation: string;
  /** The lesson to read again after a wrong answer. */
  readonly review: string;
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly competence?: string | undefined;
  readonly essay?: EssayLike | undefined;
}

export interface DrawRule {
  /** How many questions a paper has. */
  readonly draw: number;
  /** Share of the possible points that passes, in whole percent. */
  readonly passPercent: number;
  /** Without a plan, `draw` questions of the whole set. */
  readonly paper?: PaperPlanLike | null | undefined;
}

export interface PaperCriterion {
  id: string;
  title: string;
  description: string;
  points: number;
}

/** What a question does not have is absent, so that papers of older courses stay what they were. */
export interface PaperQuestion {
  id: string;
  kind: BankQuestion['kind'];
  prompt: string;
  options: PaperOption[];
  correct: string[];
  points: number;
  explanation: string;
  review: string;
  category?: string;
  difficulty?: Difficulty;
  competence?: string;
  essay?: { maxWords: number; rubric: PaperCriterion[] };
}

/** Everything an attempt is judged by, so that a later edit of the course cannot change it. */
export interface Paper {
  questions: PaperQuestion[];
  possiblePoints: number;
  neededPoints: number;
  neededCount: number;
}

/** The smallest whole number that is at least `percent` of `whole`. */
function atLeast(percent: number, whole: number): number {
  return Math.ceil((whole * percent) / 100);
}

/** Right answers needed out of `rule.draw` when every question counts the same. */
export function passCount(rule: DrawRule): number {
  return atLeast(rule.passPercent, rule.draw);
}

/** One question of each lesson in turn, lessons and questions in random order, so that every paper covers the course alike. */
function takeInTurn(questions: readonly BankQuestion[], count: number, random: Random): BankQuestion[] {
  const distinct = new Map(questions.map((question) => [question.id, question]));
  const byLesson = Map.groupBy(distinct.values(), (question) => question.review);
  const piles = shuffle([...byLesson.values()], random).map((pile) => shuffle(pile, random));
  const deepest = Math.max(0, ...piles.map((pile) => pile.length));
  const rounds = Array.from({ length: deepest }, (_, depth) =>
    piles.flatMap((pile) => pile.slice(depth, depth + 1)),
  );
  return rounds.flat().slice(0, Math.max(0, count));
}

function toPaperQuestion(question: BankQuestion, random: Random): PaperQuestion {
  const options = question.options.map(({ id, text }) => ({ id, text }));
  return {
    id: question.id,
    kind: question.kind,
    prompt: question.prompt,
    // 'Đúng' stays before 'Sai': people read the pair as a scale, and gain nothing from its order.
    options: question.kind === 'true-false' ? options : shuffle(options, random),
    correct: [...question.correct],
    points: question.points,
    explanation: question.explanation,
    review: question.review,
  };
}

/**
 * The paper of a seed: the same quiz and seed always give the same paper. It draws `rule.draw` distinct questions, or all
 * when there are fewer, balanced over the lessons that they review.
 */
export function drawPaper(
  quiz: { readonly rule: DrawRule; readonly questions: readonly BankQuestion[] },
  seed: string,
): Paper {
  const random = seededRandom(seed);
  const drawn = shuffle(takeInTurn(quiz.questions, quiz.rule.draw, random), random);
  const questions = drawn.map((question) => toPaperQuestion(question, random));
  const possiblePoints = questions.reduce((sum, question) => sum + question.points, 0);
  return {
    questions,
    possiblePoints,
    neededPoints: atLeast(quiz.rule.passPercent, possiblePoints),
    neededCount: atLeast(quiz.rule.passPercent, questions.length),
  };
}

/** What keeps a rule from giving every seed a full paper. */
export type PlanGap =
  | { kind: 'fixed'; questionId: string }
  | { kind: 'draw'; draw: number; missing: number }
  | { kind: 'set'; missing: number };

export interface QuizToDraw {
  readonly rule: DrawRule;
  readonly questions: readonly BankQuestion[];
}

/** The papers of a quiz by seed: prepares once what does not depend on the seed, for those who draw many. */
export function paperDrawer(quiz: QuizToDraw): (seed: string) => Paper {
  return (seed) => drawPaper(quiz, seed);
}

/** What keeps the rule from a full paper; empty exactly when every seed gives one. */
export function planGaps(rule: DrawRule, questions: readonly BankQuestion[]): PlanGap[] {
  const missing = rule.draw - new Set(questions.map((question) => question.id)).size;
  return missing > 0 && !rule.paper ? [{ kind: 'set', missing }] : [];
}

/** How many questions every paper of the rule has. */
export function paperSize(rule: DrawRule, questions: readonly BankQuestion[]): number {
  if (rule.paper) return rule.paper.draws.reduce((sum, draw) => sum + draw.count, rule.paper.fixed.length);
  return Math.min(rule.draw, new Set(questions.map((question) => question.id)).size);
}
