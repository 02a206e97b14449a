// Attempts in the contract's shape. The key and the feedback leave the server only with the result.
import type { Attempt, AttemptResult, AttemptSummary, QuestionResult, SavedAnswer } from '@onetouch/contract';
import { attemptsLeft, nextAttemptAt } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import { datedAttempts } from '../enrolments/enrolment-facts.js';
import type { AttemptFact } from '../enrolments/enrolments.queries.js';
import { receiptOf } from '../platform/receipt.js';
import type { AnswerRow, AttemptRow } from './quizzes.queries.js';

type PaperQuestion = AttemptRow['paper']['questions'][number];

/** One line about an attempt. */
export function presentSummary(attempt: AttemptFact | AttemptRow): AttemptSummary {
  const { id, number, points, neededPoints, possiblePoints, hasPassed } = attempt;
  const submittedAt = attempt.submittedAt ? new Date(attempt.submittedAt).toISOString() : null;
  return {
    id,
    number,
    startedAt: new Date(attempt.startedAt).toISOString(),
    submittedAt,
    points,
    neededPoints,
    possiblePoints,
    hasPassed,
  };
}

function withoutKey({ id, kind, prompt, options, points }: PaperQuestion) {
  return { id, kind, prompt, options, points };
}

/** A saved answer with its receipt. */
export function presentAnswer(attemptId: string, answer: AnswerRow): SavedAnswer {
  const { questionId, optionIds, isFlagged, sequence } = answer;
  return {
    questionId,
    optionIds,
    isFlagged,
    sequence,
    savedAt: answer.savedAt.toISOString(),
    receipt: receiptOf(attemptId, questionId, sequence),
  };
}

/** The paper to work on, with the answers saved so far. */
export function presentAttempt(
  attempt: AttemptRow,
  answers: readonly AnswerRow[],
  version: PublishedVersion,
): Attempt {
  return {
    ...presentSummary(attempt),
    enrolmentId: attempt.enrolmentId,
    lessonId: attempt.lessonId,
    courseSlug: attempt.courseSlug,
    courseTitle: version.document.title,
    title: titleOf(attempt, version),
    questions: attempt.paper.questions.map(withoutKey),
    answers: answers.map((answer) => presentAnswer(attempt.id, answer)),
    attemptsAllowed: attempt.rule.attemptsAllowed,
  };
}

const nameless = { vi: '', en: '' };

function titleOf(attempt: AttemptRow, version: PublishedVersion) {
  return version.lessonById.get(attempt.lessonId)?.title ?? nameless;
}

function questionResult(
  attempt: AttemptRow,
  question: PaperQuestion,
  version: PublishedVersion,
): QuestionResult {
  const grade = attempt.result?.questions.find((one) => one.id === question.id);
  const review = version.lessonById.get(question.review);
  return {
    question: withoutKey(question),
    chosen: grade?.chosen ?? [],
    correct: question.correct,
    isRight: grade?.isRight ?? false,
    points: grade?.points ?? 0,
    explanation: question.explanation,
    review: review ? { lessonId: review.id, title: review.title, minutes: review.minutes } : null,
  };
}

/** Right answers by the module whose lesson they ask about, in the order of the course. */
function partsOf(questions: readonly QuestionResult[], version: PublishedVersion) {
  return version.document.modules.flatMap((module) => {
    const ids = new Set(module.lessons.map((lesson) => lesson.id));
    const asked = questions.filter((one) => one.review && ids.has(one.review.lessonId));
    return asked.length === 0
      ? []
      : [{ title: module.title, right: asked.filter((one) => one.isRight).length, total: asked.length }];
  });
}

/** Lessons with wrong answers, most wrong first. */
function reviewsOf(questions: readonly QuestionResult[], version: PublishedVersion) {
  return version.lessons
    .map(({ id: lessonId, number, title, minutes }) => {
      const wrong = questions.filter((one) => !one.isRight && one.review?.lessonId === lessonId).length;
      return { lessonId, number, title, minutes, wrong };
    })
    .filter((lesson) => lesson.wrong > 0)
    .sort((one, other) => other.wrong - one.wrong || one.number - other.number);
}

interface ResultFacts {
  attempt: AttemptRow;
  /** Every attempt at the same quiz. */
  attempts: readonly AttemptFact[];
  version: PublishedVersion;
  now: Date;
}

/** The mark with feedback, what to review, and when and how often to try again. */
export function presentResult({ attempt, attempts, version, now }: ResultFacts): AttemptResult {
  const questions = attempt.paper.questions.map((question) => questionResult(attempt, question, version));
  const dated = datedAttempts(attempts);
  return {
    ...presentSummary(attempt),
    enrolmentId: attempt.enrolmentId,
    lessonId: attempt.lessonId,
    courseSlug: attempt.courseSlug,
    courseTitle: version.document.title,
    title: titleOf(attempt, version),
    receipt: receiptOf(attempt.id, attempt.submittedAt?.toISOString() ?? ''),
    rightCount: attempt.result?.rightCount ?? 0,
    questionCount: questions.length,
    neededCount: attempt.paper.neededCount,
    attemptsAllowed: attempt.rule.attemptsAllowed,
    attemptsLeft: attemptsLeft(attempt.rule, dated),
    nextAttemptAt: nextAttemptAt(attempt.rule, dated, now)?.toISOString() ?? null,
    parts: partsOf(questions, version),
    reviews: reviewsOf(questions, version),
    questions,
    courseCompletedAt: attempt.courseCompletedAt?.toISOString() ?? null,
  };
}
