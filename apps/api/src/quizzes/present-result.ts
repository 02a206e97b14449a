// Results in the contract's shape, with as much as the rule shows now. What it keeps back is null or empty, never sent and hidden.
import type {
  AttemptResult,
  CriterionResult,
  Localized,
  PartResult,
  QuestionResult,
} from '@onetouch/contract';
import {
  attemptsLeft,
  nextAttemptAt,
  type Paper,
  type QuestionGrade,
  settledCriteria,
  type Shown,
  whatShows,
} from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import { receiptOf } from '../platform/receipt.js';
import { shownQuestion } from './papers.js';
import { isOut, presentHead } from './present-attempt.js';
import type { AttemptRow, MarkedAnswer } from './quizzes.queries.js';
import { type Extra, type TriedAttempt, windowOf } from './standing.js';

export interface ResultFacts {
  attempt: AttemptRow;
  answers: readonly MarkedAnswer[];
  /** Every attempt at the same quiz outside of exams. */
  attempts: readonly TriedAttempt[];
  extra: Extra;
  /** The close that is waited for; null without a window. */
  closesAt: Date | null;
  /** Until then answers are taken that a key would give away. */
  takenUntil: Date | null;
  version: PublishedVersion;
  now: Date;
}

/** A question with its mark, for sums; neither leaves the server as it is. */
interface MarkedQuestion {
  asked: Paper['questions'][number];
  grade: QuestionGrade | undefined;
}

function markedQuestions({ paper, result }: AttemptRow): MarkedQuestion[] {
  const grades = new Map(result?.questions.map((grade) => [grade.id, grade]));
  return paper.questions.map((asked) => ({ asked, grade: grades.get(asked.id) }));
}

const isDropped = ({ grade }: MarkedQuestion) => grade?.correction === 'dropped';
/** Papers of before had no points of their own in the marks. */
const possibleOf = ({ asked, grade }: MarkedQuestion) => grade?.possiblePoints ?? asked.points;

function sumOf(title: Localized, questions: readonly MarkedQuestion[]): PartResult[] {
  const counting = questions.filter((question) => !isDropped(question));
  if (counting.length === 0) return [];
  return [
    {
      title,
      right: counting.filter(({ grade }) => grade?.isRight).length,
      total: counting.length,
      points: counting.reduce((sum, { grade }) => sum + (grade?.points ?? 0), 0),
      possiblePoints: counting.reduce((sum, question) => sum + possibleOf(question), 0),
    },
  ];
}

/** By the module whose lesson they ask about, in the order of the course. */
function partsOf(questions: readonly MarkedQuestion[], version: PublishedVersion): PartResult[] {
  return version.document.modules.flatMap((module) => {
    const ids = new Set(module.lessons.map((lesson) => lesson.id));
    return sumOf(
      module.title,
      questions.filter(({ asked }) => ids.has(asked.review)),
    );
  });
}

/** By competence, in the order of the alphabet; questions without one are in none. */
function competencesOf(questions: readonly MarkedQuestion[]): PartResult[] {
  const named = questions.filter(({ asked }) => asked.competence !== undefined);
  const groups = [...Map.groupBy(named, ({ asked }) => asked.competence ?? '')];
  return groups
    .sort(([one], [other]) => one.localeCompare(other, 'vi'))
    .flatMap(([name, group]) => sumOf({ vi: name, en: name }, group));
}

/** Lessons with wrong answers, most wrong first. */
function reviewsOf(questions: readonly MarkedQuestion[], version: PublishedVersion) {
  return version.lessons
    .map(({ id: lessonId, number, title, minutes }) => {
      const asked = questions.filter((one) => one.asked.review === lessonId && !isDropped(one));
      return { lessonId, number, title, minutes, wrong: asked.filter(({ grade }) => !grade?.isRight).length };
    })
    .filter((lesson) => lesson.wrong > 0)
    .sort((one, other) => other.wrong - one.wrong || one.number - other.number);
}

/** What the settled marks of an essay say by criterion, in the order of the rubric; nothing of a question that was dropped. */
function criteriaOf(
  { asked, grade }: MarkedQuestion,
  answer: MarkedAnswer | undefined,
  { markers, markGapPercent }: AttemptRow['rule'],
): CriterionResult[] {
  if (!asked.essay || !answer?.marks || grade?.correction) return [];
  const rule = { markers, markGapPercent, possiblePoints: asked.points };
  const settled = settledCriteria(rule, answer.marks);
  const points = new Map(settled.map((criterion) => [criterion.criterionId, criterion.points]));
  return asked.essay.rubric.flatMap(({ id, title, points: possiblePoints }) => {
    const given = points.get(id);
    return given === undefined ? [] : [{ title, points: given, possiblePoints }];
  });
}

function questionResult(
  question: MarkedQuestion,
  answer: MarkedAnswer | undefined,
  { version, shows, rule }: { version: PublishedVersion; shows: Shown; rule: AttemptRow['rule'] },
): QuestionResult {
  const { asked, grade } = question;
  const review = version.lessonById.get(asked.review);
  const shown = shows.feedback ? grade : undefined;
  return {
    question: shownQuestion(asked),
    chosen: grade?.chosen ?? answer?.optionIds ?? [],
    text: answer?.text ?? '',
    correct: shows.key ? (grade?.correct ?? asked.correct) : null,
    isRight: shown?.isRight ?? null,
    points: shown?.points ?? null,
    explanation: shows.feedback ? asked.explanation : null,
    correction: shown?.correction ?? null,
    comment: shows.feedback ? (answer?.comment ?? null) : null,
    criteria: shown ? criteriaOf(question, answer, rule) : [],
    review: review ? { lessonId: review.id, title: review.title, minutes: review.minutes } : null,
  };
}

/**
 * Before a mark is out, nothing of it shows, whatever the rule says; and nothing that tells answers of an attempt in whose place another
 * one stands.
 */
function shownOf({ attempt, closesAt, takenUntil, now }: ResultFacts): Shown {
  const { submittedAt, rule, heldUntil } = attempt;
  const times = { submittedAt, closesAt, now, answersUntil: takenUntil, heldUntil };
  const shows = whatShows(rule, { ...times, isReleased: !attempt.isHeld });
  if (!isOut(attempt)) return { ...shows, mark: false, parts: false, feedback: false, key: false };
  return attempt.voidedAt ? { ...shows, feedback: false, key: false, nextAt: null } : shows;
}

/** How often and when again; in an exam not at all, because another attempt is for the invigilator to give. */
function tryAgain({ attempt, attempts, extra, now }: ResultFacts) {
  const { rule } = attempt;
  if (attempt.examId !== null) return { attemptsAllowed: 1, attemptsLeft: 0, nextAttemptAt: null };
  return {
    attemptsAllowed: rule.attemptsAllowed + extra.attempts,
    attemptsLeft: attemptsLeft(rule, attempts, extra.attempts),
    nextAttemptAt: nextAttemptAt(rule, attempts, windowOf(rule, extra, now))?.toISOString() ?? null,
  };
}

function statusOf(attempt: AttemptRow): AttemptResult['status'] {
  if (attempt.markedAt === null) return 'marking';
  if (attempt.isHeld) return 'held';
  return attempt.heldUntil ? 'late' : 'marked';
}

/** The mark with feedback, what to review, and when and how often to try again. */
export function presentResult(facts: ResultFacts): AttemptResult {
  const { attempt, version } = facts;
  const shows = shownOf(facts);
  const questions = markedQuestions(attempt);
  const answers = new Map(facts.answers.map((answer) => [answer.questionId, answer]));
  return {
    ...presentHead(attempt, version),
    receipt: receiptOf(attempt.id, attempt.submittedAt?.toISOString() ?? ''),
    status: statusOf(attempt),
    shows: { feedback: shows.feedback, key: shows.key, nextAt: shows.nextAt?.toISOString() ?? null },
    rightCount: shows.mark ? (attempt.result?.rightCount ?? 0) : null,
    questionCount: questions.filter((question) => !isDropped(question)).length,
    neededCount: attempt.paper.neededCount,
    hasPartialCredit: attempt.rule.hasPartialCredit,
    wrongPercent: attempt.rule.wrongPercent,
    lateCount: attempt.lateCount,
    ...tryAgain(facts),
    parts: shows.parts ? partsOf(questions, version) : [],
    competences: shows.parts ? competencesOf(questions) : [],
    reviews: shows.parts ? reviewsOf(questions, version) : [],
    questions: questions.map((question) =>
      questionResult(question, answers.get(question.asked.id), { version, shows, rule: attempt.rule }),
    ),
    courseCompletedAt: attempt.courseCompletedAt?.toISOString() ?? null,
    certificateId: attempt.certificateId,
  };
}
