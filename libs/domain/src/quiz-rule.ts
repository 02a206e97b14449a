// How a quiz draws, marks and lets try again, said in full: what an author left out has one meaning, here. It knows no attempt.

export type Difficulty = 'easy' | 'medium' | 'hard';
export type ShownWhen = 'at-once' | 'after-submit' | 'after-close' | 'never';

export interface QuestionFilterLike {
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly difficulty?: Difficulty | undefined;
}

export interface FixedQuestionLike {
  readonly questionId: string;
  /** In thousandths; replaces the points of the question. */
  readonly points?: number | undefined;
}

export interface PaperDrawLike {
  readonly count: number;
  readonly from: QuestionFilterLike;
  /** In thousandths; replaces the points of each question that is drawn. */
  readonly points?: number | undefined;
}

export interface PaperPlanLike {
  readonly fixed: readonly FixedQuestionLike[];
  readonly draws: readonly PaperDrawLike[];
  readonly keepsOrder: boolean;
}

/** A rule as authors write it, of a quiz or of an exam; dates are ISO texts. */
export interface QuizRuleLike {
  readonly draw: number;
  readonly passPercent: number;
  readonly attemptsAllowed: number;
  readonly pauseMinutes: number;
  readonly requiresLessons?: boolean | undefined;
  readonly paper?: PaperPlanLike | null | undefined;
  readonly timeLimitMinutes?: number | null | undefined;
  readonly opensAt?: string | null | undefined;
  readonly closesAt?: string | null | undefined;
  readonly counts?: 'best' | 'last' | 'first' | undefined;
  readonly hasPartialCredit?: boolean | undefined;
  readonly wrongPercent?: number | undefined;
  readonly navigation?: 'free' | 'one-way' | undefined;
  readonly questionsPerPage?: number | undefined;
  readonly feedback?: ShownWhen | undefined;
  readonly key?: ShownWhen | undefined;
  readonly graceMinutes?: number | undefined;
  readonly markers?: number | undefined;
  readonly markGapPercent?: number | undefined;
}

/** A rule in which everything is said; this is what an attempt keeps, so that no later default can change it. */
export interface CompleteRule {
  draw: number;
  passPercent: number;
  attemptsAllowed: number;
  pauseMinutes: number;
  requiresLessons: boolean;
  paper: PaperPlanLike | null;
  timeLimitMinutes: number | null;
  opensAt: string | null;
  closesAt: string | null;
  counts: 'best' | 'last' | 'first';
  hasPartialCredit: boolean;
  wrongPercent: number;
  navigation: 'free' | 'one-way';
  questionsPerPage: number;
  feedback: ShownWhen;
  key: ShownWhen;
  graceMinutes: number;
  markers: number;
  markGapPercent: number;
}

/** How many questions a full paper of the rule has: by its plan, or `draw` where there is none. */
export function plannedCount(rule: Pick<QuizRuleLike, 'draw' | 'paper'>): number {
  if (!rule.paper) return rule.draw;
  return rule.paper.draws.reduce((sum, draw) => sum + draw.count, rule.paper.fixed.length);
}

/**
 * The rule with a plan in any case, to draw by and to freeze: a bare number of questions is one draw from the whole set, so that
 * everybody gets the same mix.
 */
export function withPlan<R extends Pick<CompleteRule, 'draw' | 'paper'>>(
  rule: R,
): R & { paper: PaperPlanLike } {
  const wholeSet = { fixed: [], draws: [{ count: rule.draw, from: {} }], keepsOrder: false };
  return { ...rule, paper: rule.paper ?? wholeSet };
}

/** The rule with every default filled in: what quizzes did before anything of this could be chosen, and no lock by lessons in an exam. */
export function completeRule(rule: QuizRuleLike): CompleteRule {
  return {
    draw: plannedCount(rule),
    passPercent: rule.passPercent,
    attemptsAllowed: rule.attemptsAllowed,
    pauseMinutes: rule.pauseMinutes,
    requiresLessons: rule.requiresLessons ?? false,
    paper: rule.paper ?? null,
    timeLimitMinutes: rule.timeLimitMinutes ?? null,
    opensAt: rule.opensAt ?? null,
    closesAt: rule.closesAt ?? null,
    counts: rule.counts ?? 'best',
    hasPartialCredit: rule.hasPartialCredit ?? false,
    wrongPercent: rule.wrongPercent ?? 0,
    navigation: rule.navigation ?? 'free',
    questionsPerPage: rule.questionsPerPage ?? 1,
    feedback: rule.feedback ?? 'after-submit',
    key: rule.key ?? 'after-submit',
    graceMinutes: rule.graceMinutes ?? 30,
    markers: rule.markers ?? 1,
    markGapPercent: rule.markGapPercent ?? 25,
  };
}
