// When a course is complete, how far a learner is, and what proves it. It knows no rows: facts come in, a verdict goes out.

/** Counts up whenever the rule below changes; kept with every completion, so that an old one can be explained by its own rule. */
export const completionRuleVersion = 1;

export interface OutlineStep {
  readonly id: string;
  readonly kind: 'content' | 'quiz';
}

export interface CourseSteps {
  lessonIds: string[];
  quizIds: string[];
  total: number;
}

export interface CompletionFacts {
  readonly lessons: readonly OutlineStep[];
  /** When each content lesson was done. */
  readonly doneLessons: ReadonlyMap<string, Date>;
  /** When each quiz was passed for the first time. */
  readonly passedQuizzes: ReadonlyMap<string, Date>;
}

export interface CourseProgress {
  done: number;
  total: number;
  percent: number;
  isComplete: boolean;
  completedAt: Date | null;
  openLessons: string[];
  openQuizzes: string[];
}

export interface PassedAttempt {
  readonly attemptId: string;
  readonly points: number;
  readonly neededPoints: number;
  readonly possiblePoints: number;
  readonly submittedAt: Date;
}

export interface CompletionEvidence {
  ruleVersion: number;
  lessons: { lessonId: string; doneAt: string }[];
  quizzes: {
    lessonId: string;
    attemptId: string;
    points: number;
    neededPoints: number;
    possiblePoints: number;
    submittedAt: string;
  }[];
}

/** What a course asks for, each once and in the order of the outline: every content lesson done, every quiz passed. */
export function courseSteps(lessons: readonly OutlineStep[]): CourseSteps {
  const idsOf = (kind: OutlineStep['kind']) => [
    ...new Set(lessons.filter((one) => one.kind === kind).map((one) => one.id)),
  ];
  const [lessonIds, quizIds] = [idsOf('content'), idsOf('quiz')];
  return { lessonIds, quizIds, total: lessonIds.length + quizIds.length };
}

/** Counted steps as percent: rounded, but 100 only for the whole: nobody may read '100 %' and be told that something is missing. */
export function stepsPercent(done: number, total: number): number {
  if (total === 0) return 0;
  return done === total ? 100 : Math.min(99, Math.round((done * 100) / total));
}

/**
 * How far a learner is. A course is complete when every content lesson is done and every quiz is passed, at the time of the
 * fact that met the last of them, never at the time of asking. A course without lessons is never complete.
 */
export function courseProgress(facts: CompletionFacts): CourseProgress {
  const { lessonIds, quizIds, total } = courseSteps(facts.lessons);
  const openLessons = lessonIds.filter((id) => !facts.doneLessons.has(id));
  const openQuizzes = quizIds.filter((id) => !facts.passedQuizzes.has(id));
  const met = [
    ...lessonIds.map((id) => facts.doneLessons.get(id)),
    ...quizIds.map((id) => facts.passedQuizzes.get(id)),
  ];
  const times = met.flatMap((time) => (time ? [time.getTime()] : []));
  const isComplete = total > 0 && times.length === total;
  return {
    done: times.length,
    total,
    percent: stepsPercent(times.length, total),
    isComplete,
    completedAt: isComplete ? new Date(Math.max(...times)) : null,
    openLessons,
    openQuizzes,
  };
}

/** The proof of a completion as JSON, in the order of the outline: what was met, when, by which attempt, under which rule. */
export function completionEvidence(facts: {
  readonly lessons: readonly OutlineStep[];
  readonly doneLessons: ReadonlyMap<string, Date>;
  /** The attempt that passed each quiz first. */
  readonly passedAttempts: ReadonlyMap<string, PassedAttempt>;
}): CompletionEvidence {
  const { lessonIds, quizIds } = courseSteps(facts.lessons);
  return {
    ruleVersion: completionRuleVersion,
    lessons: lessonIds.flatMap((lessonId) => {
      const doneAt = facts.doneLessons.get(lessonId);
      return doneAt ? [{ lessonId, doneAt: doneAt.toISOString() }] : [];
    }),
    quizzes: quizIds.flatMap((lessonId) => {
      const attempt = facts.passedAttempts.get(lessonId);
      if (!attempt) return [];
      const { attemptId, points, neededPoints, possiblePoints, submittedAt } = attempt;
      return [
        { lessonId, attemptId, points, neededPoints, possiblePoints, submittedAt: submittedAt.toISOString() },
      ];
    }),
  };
}
