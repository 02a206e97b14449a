// The paper of one attempt: which questions are drawn, in which order, and the mark they are judged by. It knows no person and no clock.
import { paperMix, type PaperMix, type PlannedQuestion } from './paper-plan.js';
import { plannedCount, type Difficulty, type PaperPlanLike } from './quiz-rule.js';
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
  /** How many questions a paper has, unless a plan says so. */
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

/** Right answers needed out of all questions of a paper when every one counts the same. */
export function passCount(rule: DrawRule): number {
  return atLeast(rule.passPercent, plannedCount(rule));
}

/** One question of each lesson in turn, lessons and questions in random order, so that every paper covers the course alike. */
function takeInTurn(questions: readonly BankQuestion[], count: number, random: Random): BankQuestion[] {
  const byLesson = Map.groupBy(distinct(questions), (question) => question.review);
  const piles = shuffle([...byLesson.values()], random).map((pile) => shuffle(pile, random));
  const deepest = Math.max(0, ...piles.map((pile) => pile.length));
  const rounds = Array.from({ length: deepest }, (_, depth) =>
    piles.flatMap((pile) => pile.slice(depth, depth + 1)),
  );
  return rounds.flat().slice(0, Math.max(0, count));
}

function distinct(questions: readonly BankQuestion[]): BankQuestion[] {
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}

/** A rubric whose points add up to others than its author's: in proportion, whole, the largest fractions rounded up first. */
function scaleRubric(rubric: EssayLike['rubric'], points: number): PaperCriterion[] {
  const sum = rubric.reduce((total, criterion) => total + criterion.points, 0);
  const shares = rubric.map((criterion) => Math.floor((criterion.points * points) / sum));
  const left = points - shares.reduce((total, share) => total + share, 0);
  const fraction = (index: number) => ((rubric[index]?.points ?? 0) * points) % sum;
  const raised = new Set(
    [...rubric.keys()].sort((one, other) => fraction(other) - fraction(one) || one - other).slice(0, left),
  );
  const scaled = rubric.map(({ id, title, description }, index) => ({
    id,
    title,
    description,
    points: (shares[index] ?? 0) + (raised.has(index) ? 1 : 0),
  }));
  // With fewer thousandths than criteria nothing is left for some of them: nobody is asked to mark those.
  return scaled.filter((criterion) => criterion.points > 0);
}

/** What only some questions have; nothing is written down for the others. */
function labelsOf(question: BankQuestion, points: number): Partial<PaperQuestion> {
  const { category, difficulty, competence, essay } = question;
  return {
    ...(category === undefined ? {} : { category }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(competence === undefined ? {} : { competence }),
    ...(essay && { essay: { maxWords: essay.maxWords, rubric: scaleRubric(essay.rubric, points) } }),
  };
}

/** A question with the points that the plan gives it. */
interface Chosen<Q = BankQuestion> {
  readonly question: Q;
  readonly points: number;
}

function toPaperQuestion({ question, points }: Chosen, random: Random): PaperQuestion {
  const options = question.options.map(({ id, text }) => ({ id, text }));
  return {
    id: question.id,
    kind: question.kind,
    prompt: question.prompt,
    // 'Đúng' stays before 'Sai': people read the pair as a scale, and gain nothing from its order.
    options: question.kind === 'true-false' ? options : shuffle(options, random),
    correct: [...question.correct],
    points,
    explanation: question.explanation,
    review: question.review,
    ...labelsOf(question, points),
  };
}

interface PreparedPlan<Q> {
  readonly plan: PaperPlanLike;
  readonly fixed: readonly Chosen<Q>[];
  readonly mix: PaperMix<Q>;
}

/** Everything about a plan that no seed changes. A question listed twice stands on the paper once. */
function preparePlan<Q extends PlannedQuestion>(
  plan: PaperPlanLike,
  questions: readonly Q[],
): PreparedPlan<Q> {
  const rest = new Map(questions.map((question) => [question.id, question]));
  const fixed = plan.fixed.flatMap(({ questionId, points }): Chosen<Q>[] => {
    const question = rest.get(questionId);
    rest.delete(questionId);
    return question ? [{ question, points: points ?? question.points }] : [];
  });
  return { plan, fixed, mix: paperMix(plan.draws, [...rest.values()]) };
}

/** What was worked out for a set of questions, by plan: a published set never changes, and thousands start from the same plan at once. */
const preparedPlans = new WeakMap<object, Map<string, unknown>>();
/** More plans of one set than are ever in use at once. */
const plansKept = 20;

function rememberPlan<Q extends PlannedQuestion>(
  plan: PaperPlanLike,
  questions: readonly Q[],
): PreparedPlan<Q> {
  // Kept under the very list that it was made from, so that it is of the type of that list.
  const plans = (preparedPlans.get(questions) ?? new Map()) as Map<string, PreparedPlan<Q>>;
  const key = JSON.stringify(plan);
  const prepared = plans.get(key) ?? preparePlan(plan, questions);
  if (plans.size >= plansKept) plans.clear();
  preparedPlans.set(questions, plans.set(key, prepared));
  return prepared;
}

function chooseByPlan({ plan, fixed, mix }: PreparedPlan<BankQuestion>, random: Random): Chosen[] {
  const drawn = mix.piles.flatMap(({ questions, takes }) => {
    const total = takes.reduce((sum, take) => sum + take.count, 0);
    const taken = shuffle(takeInTurn(questions, total, random), random);
    return takes.flatMap(({ draw, count }) =>
      taken
        .splice(0, count)
        .map((question) => ({ question, points: plan.draws[draw]?.points ?? question.points })),
    );
  });
  return plan.keepsOrder ? [...fixed, ...shuffle(drawn, random)] : shuffle([...fixed, ...drawn], random);
}

/** Stored papers without a plan can be drawn again only while the order of these calls to chance stays as it is. */
function chooseFromAll({ rule, questions }: QuizToDraw, random: Random): Chosen[] {
  return shuffle(takeInTurn(questions, rule.draw, random), random).map((question) => ({
    question,
    points: question.points,
  }));
}

export interface QuizToDraw {
  readonly rule: DrawRule;
  readonly questions: readonly BankQuestion[];
}

/** The papers of a quiz by seed. What no seed changes is worked out once for a set of questions, which therefore must not be changed in place. */
export function paperDrawer(quiz: QuizToDraw): (seed: string) => Paper {
  const prepared = quiz.rule.paper ? rememberPlan(quiz.rule.paper, quiz.questions) : null;
  return (seed) => {
    const random = seededRandom(seed);
    const chosen = prepared ? chooseByPlan(prepared, random) : chooseFromAll(quiz, random);
    const questions = chosen.map((one) => toPaperQuestion(one, random));
    const possiblePoints = questions.reduce((sum, question) => sum + question.points, 0);
    return {
      questions,
      possiblePoints,
      neededPoints: atLeast(quiz.rule.passPercent, possiblePoints),
      neededCount: atLeast(quiz.rule.passPercent, questions.length),
    };
  };
}

/**
 * The paper of a seed: the same quiz and seed always give the same paper. With a plan its fixed questions and draws, every seed
 * with the same mix; without one `rule.draw` distinct questions balanced over the lessons that they review. Where the set is
 * too small, as many as there are.
 */
export function drawPaper(quiz: QuizToDraw, seed: string): Paper {
  return paperDrawer(quiz)(seed);
}

/** What keeps a rule from a full paper: a fixed question that is not there (or listed before), a draw or a set with too few. */
export type PlanGap =
  | { kind: 'fixed'; questionId: string }
  | { kind: 'draw'; draw: number; missing: number }
  | { kind: 'set'; missing: number };

/** What keeps the rule from full papers; empty exactly when every seed gives one, because the mix knows no seed. */
export function planGaps(rule: DrawRule, questions: readonly PlannedQuestion[]): PlanGap[] {
  const known = new Set(questions.map((question) => question.id));
  if (!rule.paper) return known.size < rule.draw ? [{ kind: 'set', missing: rule.draw - known.size }] : [];
  // A plan of nothing lacks its first question.
  if (plannedCount(rule) === 0) return [{ kind: 'set', missing: 1 }];
  const lost = rule.paper.fixed.filter(({ questionId }) => !known.delete(questionId));
  const { missing } = rememberPlan(rule.paper, questions).mix;
  return [
    ...lost.map(({ questionId }) => ({ kind: 'fixed' as const, questionId })),
    ...missing.flatMap((count, draw) => (count > 0 ? [{ kind: 'draw' as const, draw, missing: count }] : [])),
  ];
}

/** How many questions every paper of the rule has, with the questions that there are. */
export function paperSize(rule: DrawRule, questions: readonly PlannedQuestion[]): number {
  if (!rule.paper) return Math.min(rule.draw, new Set(questions.map((question) => question.id)).size);
  const { fixed, mix } = rememberPlan(rule.paper, questions);
  return mix.missing.reduce(
    (size, missing, draw) => size + (rule.paper?.draws[draw]?.count ?? 0) - missing,
    fixed.length,
  );
}
