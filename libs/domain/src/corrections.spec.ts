// Corrections: dropped questions and accepted options, alone and added up, and what is counted of the people they change.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gainsPass, isChanged, losesPass, needsDecision } from './corrections.js';
import { gradeAttempt, type GradablePaper } from './grading.js';
import { correctedKey, type QuestionCorrection } from './question-correction.js';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const paper: GradablePaper = {
  questions: [
    { id: 'one', kind: 'single', options, correct: ['b'], points: 1_000 },
    { id: 'truth', kind: 'true-false', options: options.slice(0, 2), correct: ['a'], points: 1_000 },
    { id: 'many', kind: 'multiple', options, correct: ['a', 'c'], points: 2_000 },
  ],
  possiblePoints: 4_000,
  neededPoints: 2_800,
};
const rule = { passPercent: 70 };
const drop = (questionId: string): QuestionCorrection => ({ questionId, action: 'drop' });
const accept = (questionId: string, ...optionIds: string[]): QuestionCorrection => ({
  questionId,
  action: 'accept',
  optionIds,
});
const markOf = (answers: Record<string, string[]>, ...corrections: QuestionCorrection[]) => {
  const { points, possiblePoints, neededPoints, hasPassed } = gradeAttempt(paper, answers, {
    ...rule,
    corrections,
  });
  return { points, possiblePoints, neededPoints, hasPassed };
};

describe('a correction of a question', () => {
  it('that accepts another option of a single choice makes each of both fully right', () => {
    expect(markOf({ one: ['d'] }, accept('one', 'd')).points).toBe(1_000);
    expect(markOf({ one: ['b'] }, accept('one', 'd')).points).toBe(1_000);
    expect(markOf({ one: ['c'] }, accept('one', 'd')).points).toBe(0);
  });

  it('that accepts two options of a single choice makes each right by itself', () => {
    expect(markOf({ one: ['c'] }, accept('one', 'c', 'd')).points).toBe(1_000);
    expect(markOf({ one: ['d'] }, accept('one', 'c', 'd')).points).toBe(1_000);
  });

  it('that accepts the other side of a true/false question makes every answer right, and none is still none', () => {
    expect(markOf({ truth: ['b'] }, accept('truth', 'b')).points).toBe(1_000);
    expect(markOf({}, accept('truth', 'b')).points).toBe(0);
  });

  it('that accepts a set of a multiple choice makes exactly this set right too, and no part of it', () => {
    const accepted = accept('many', 'a', 'b', 'c');
    expect(markOf({ many: ['c', 'b', 'a'] }, accepted).points).toBe(2_000);
    expect(markOf({ many: ['a', 'c'] }, accepted).points).toBe(2_000);
    expect(markOf({ many: ['a', 'b'] }, accepted).points).toBe(0);
  });

  it('that names an option which the question does not have accepts nothing', () => {
    expect(
      correctedKey({ id: 'many', kind: 'multiple', options, correct: ['a'] }, [accept('many', 'b', 'zz')]),
    ).toEqual({ isDropped: false, keys: [['a']] });
  });

  it('that drops it takes it from what is possible and works out anew what is needed', () => {
    expect(markOf({ one: ['b'], many: ['a', 'c'] }, drop('truth'))).toEqual({
      points: 3_000,
      possiblePoints: 3_000,
      neededPoints: 2_100,
      hasPassed: true,
    });
  });

  it('that drops it can take a pass from a person who had it right', () => {
    const answers = { one: ['b'], many: ['a', 'c'] };
    expect(markOf(answers).hasPassed).toBe(true);
    expect(markOf(answers, drop('many')).hasPassed).toBe(false);
  });

  it('is worth nothing for a question of another paper', () => {
    expect(markOf({ one: ['b'] }, drop('elsewhere'), accept('elsewhere', 'a'))).toEqual(
      markOf({ one: ['b'] }),
    );
  });
});

const ids = ['one', 'truth', 'many'];
const choices = fc.subarray(['a', 'b', 'c', 'd']);
const correction = fc.oneof(
  fc.constantFrom(...ids).map(drop),
  fc
    .tuple(fc.constantFrom(...ids), fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }))
    .map(([id, optionIds]) => accept(id, ...optionIds)),
);
const answerSheets = fc.record({ one: choices, truth: choices, many: choices });

describe('several corrections of a quiz', () => {
  it('add up to the same in any order, and twice is once', () => {
    const shuffled = fc
      .array(correction, { maxLength: 6 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
      );
    fc.assert(
      fc.property(answerSheets, shuffled, (answers, [once, twice]) => {
        expect(markOf(answers, ...twice)).toEqual(markOf(answers, ...once));
      }),
    );
  });

  it('that only accept never take a point from anybody', () => {
    fc.assert(
      fc.property(answerSheets, fc.array(correction), (answers, list) => {
        const accepting = list.filter(({ action }) => action === 'accept');
        expect(markOf(answers, ...accepting).points).toBeGreaterThanOrEqual(markOf(answers).points);
      }),
    );
  });

  it('drop a question whatever else was accepted for it', () => {
    expect(markOf({ one: ['d'] }, accept('one', 'd'), drop('one')).possiblePoints).toBe(3_000);
  });
});

describe('what a correction does to a mark', () => {
  const mark = (points: number, hasPassed: boolean | null) => ({
    points,
    possiblePoints: 4_000,
    neededPoints: 2_800,
    hasPassed,
  });

  it('counts who changes, who passes by it and who no longer does', () => {
    const changes = [
      { before: mark(2_000, false), after: mark(3_000, true) },
      { before: mark(3_000, true), after: mark(2_000, false) },
      { before: mark(1_000, false), after: mark(2_000, false) },
      { before: mark(3_000, true), after: mark(3_000, true) },
      { before: mark(2_000, null), after: mark(2_900, true) },
    ];
    const found = [isChanged, gainsPass, losesPass].map((what) => changes.filter(what).length);
    expect(found).toEqual([4, 2, 1]);
  });

  it('takes another number of possible points for a change', () => {
    const before = mark(2_000, false);
    expect(isChanged({ before, after: { ...before, possiblePoints: 3_000 } })).toBe(true);
  });

  it('leaves a lost pass to a person only where a course was completed with it', () => {
    const lost = { before: mark(3_000, true), after: mark(2_000, false) };
    expect(needsDecision({ ...lost, hasCompleted: true })).toBe(true);
    expect(needsDecision({ ...lost, hasCompleted: false })).toBe(false);
    expect(needsDecision({ before: lost.after, after: lost.before, hasCompleted: true })).toBe(false);
  });
});
