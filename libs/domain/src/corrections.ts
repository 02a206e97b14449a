// A faulty question put right after the fact: the mark anew, and who changes and how. It keeps no result and decides nothing.
import {
  gradeAttempt,
  type Answers,
  type Grade,
  type GradablePaper,
  type GradingOptions,
} from './grading.js';
import type { QuestionCorrection } from './question-correction.js';

/** An attempt with all that it was judged by: its paper, its answers, the rule it froze and what markers settled. */
export interface CorrectableAttempt {
  readonly paper: GradablePaper;
  readonly answers: Answers;
  readonly rule: Omit<GradingOptions, 'corrections'>;
}

/** The part of a result that a correction can change; points in thousandths, `hasPassed` null while an essay waits. */
export interface ComparedMark {
  readonly points: number;
  readonly possiblePoints: number;
  readonly neededPoints: number;
  readonly hasPassed: boolean | null;
}

/** The result that stands and the result that would. */
export interface MarkChange {
  readonly before: ComparedMark;
  readonly after: ComparedMark;
}

export interface CorrectionSummary {
  attempts: number;
  changed: number;
  gainsPass: number;
  losesPass: number;
}

/**
 * The mark of an attempt under all corrections of its quiz, which add up in any order. It starts from paper and answers and
 * never from an earlier result, so that doing it twice changes nothing.
 */
export function correctAttempt(
  attempt: CorrectableAttempt,
  corrections: readonly QuestionCorrection[],
): Grade {
  return gradeAttempt(attempt.paper, attempt.answers, { ...attempt.rule, corrections });
}

/** Whether anything of the result is another, be it only what was possible. */
export function isChanged({ before, after }: MarkChange): boolean {
  return (
    before.points !== after.points ||
    before.possiblePoints !== after.possiblePoints ||
    before.neededPoints !== after.neededPoints ||
    before.hasPassed !== after.hasPassed
  );
}

/** Passed now and not before; who waited for an essay that is dropped gains it too. */
export function gainsPass({ before, after }: MarkChange): boolean {
  return before.hasPassed !== true && after.hasPassed === true;
}

/** Passed before and not now. */
export function losesPass({ before, after }: MarkChange): boolean {
  return before.hasPassed === true && after.hasPassed !== true;
}

/** Whether a person has to decide: a pass that somebody completed a course with is never taken away by a calculation. */
export function needsDecision(change: MarkChange & { readonly hasCompleted: boolean }): boolean {
  return change.hasCompleted && losesPass(change);
}

/** What a correction does to all attempts together; attempts whose result stays are counted as attempts only. */
export function correctionSummary(changes: readonly MarkChange[]): CorrectionSummary {
  return {
    attempts: changes.length,
    changed: changes.filter(isChanged).length,
    gainsPass: changes.filter(gainsPass).length,
    losesPass: changes.filter(losesPass).length,
  };
}
