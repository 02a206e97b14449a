// Attempts in the contract's shape, to work on. The key, the explanations and the plan never stand in them.
import type { Attempt, AttemptSummary, SavedAnswer, ShownRule } from '@onetouch/contract';
import type { PublishedVersion } from '../courses/published-versions.js';
import type { AttemptFact } from '../enrolments/enrolments.queries.js';
import { receiptOf } from '../platform/receipt.js';
import { presentState } from './attempt-state.js';
import { shownQuestions } from './papers.js';
import type { AttemptRow } from './quizzes.queries.js';
import type { AnswerRow } from './write-answers.js';

/** Whether the mark may be seen and counts: everything is marked, nobody keeps it back, and no late answer can change it. */
export function isOut(attempt: Pick<AttemptRow, 'markedAt' | 'isHeld' | 'heldUntil'>): boolean {
  return attempt.markedAt !== null && !attempt.isHeld && attempt.heldUntil === null;
}

/** One line about an attempt. A mark that is not out is empty in the facts of an enrolment already. */
export function presentSummary(attempt: AttemptFact | AttemptRow): AttemptSummary {
  const { id, number, closedBy, points, neededPoints, possiblePoints, hasPassed } = attempt;
  const isHidden = 'markedAt' in attempt && !isOut(attempt);
  return {
    id,
    number,
    startedAt: new Date(attempt.startedAt).toISOString(),
    submittedAt: attempt.submittedAt ? new Date(attempt.submittedAt).toISOString() : null,
    closedBy,
    points: isHidden ? null : points,
    neededPoints,
    possiblePoints,
    hasPassed: isHidden ? null : hasPassed,
  };
}

/** The rule without the plan that names questions. */
export function shownRule<R extends ShownRule & { paper?: unknown }>(rule: R): Omit<R, 'paper'> {
  const { paper: _kept, ...shown } = rule;
  return shown;
}

/** A saved answer with its receipt. */
export function presentAnswer(attemptId: string, answer: AnswerRow): SavedAnswer {
  const { questionId, optionIds, text, isFlagged, isFinal, sequence, isLate } = answer;
  return {
    questionId,
    optionIds,
    text,
    isFlagged,
    isFinal,
    sequence,
    savedAt: answer.savedAt.toISOString(),
    isLate,
    receipt: receiptOf(attemptId, questionId, sequence),
  };
}

const nameless = { vi: '', en: '' };

/** The title of the quiz in its version. */
function titleOf({ lessonId }: Pick<AttemptRow, 'lessonId'>, version: PublishedVersion) {
  return version.lessonById.get(lessonId)?.title ?? nameless;
}

/** What its pages have in common: the line about the attempt, and the quiz that it is of. */
export function presentHead(attempt: AttemptRow, version: PublishedVersion) {
  return {
    ...presentSummary(attempt),
    enrolmentId: attempt.enrolmentId,
    lessonId: attempt.lessonId,
    examId: attempt.examId,
    examName: attempt.examName,
    courseSlug: attempt.courseSlug,
    courseTitle: version.document.title,
    title: titleOf(attempt, version),
  };
}

interface AttemptParts {
  attempt: AttemptRow;
  answers: readonly AnswerRow[];
  version: PublishedVersion;
  attemptsAllowed: number;
  now: Date;
}

/** The paper to work on, with the clock and the answers saved so far. */
export function presentAttempt({ attempt, answers, version, attemptsAllowed, now }: AttemptParts): Attempt {
  return {
    ...presentHead(attempt, version),
    rule: shownRule(attempt.rule),
    questions: shownQuestions(attempt.paper),
    answers: answers.map((answer) => presentAnswer(attempt.id, answer)),
    attemptsAllowed,
    state: presentState(attempt, now),
  };
}
