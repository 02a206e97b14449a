// A faulty question put right after the fact: who changes by the new mark, and how. It works out no mark and decides nothing.

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
