// Any paper, answers, rules and corrections: marks stay whole, within what is possible, and rise with better answers.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gradeAttempt } from './grading.js';
import type { QuestionCorrection } from './question-correction.js';
import { options, paperOf } from './grading.sample.js';

const letters = ['a', 'b', 'c', 'd', 'e'];
const papers = fc
  .array(
    fc.record({
      kind: fc.constantFrom('single' as const, 'multiple' as const, 'essay' as const),
      key: fc.subarray(letters, { minLength: 1 }),
      points: fc.integer({ min: 1, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drafts) =>
    paperOf(
      drafts.map(({ kind, key, points }, index) => ({
        id: `q${index}`,
        kind,
        points,
        options: kind === 'essay' ? [] : options,
        correct: kind === 'essay' ? [] : kind === 'single' ? key.slice(0, 1) : key,
      })),
    ),
  );
const answerSets = fc
  .array(fc.subarray(letters), { maxLength: 8 })
  .map((lists) => new Map(lists.map((list, index) => [`q${index}`, list])));
const rules = fc.record({
  hasPartialCredit: fc.boolean(),
  wrongPercent: fc.integer({ min: 0, max: 100 }),
  passPercent: fc.constant(50),
  essayPoints: fc
    .array(fc.nat(120_000))
    .map((list) => new Map(list.map((points, index) => [`q${index}`, points]))),
});
const correctionLists = fc.array(
  fc.oneof(
    fc.record({ action: fc.constant('drop' as const), questionId: fc.nat(8).map((index) => `q${index}`) }),
    fc.record({
      action: fc.constant('accept' as const),
      questionId: fc.nat(8).map((index) => `q${index}`),
      optionIds: fc.subarray(letters, { minLength: 1 }),
    }),
  ),
  { maxLength: 4 },
);

describe('any marking', () => {
  it('is in whole thousandths, between nothing and what is possible, question by question and as a whole', () => {
    fc.assert(
      fc.property(papers, answerSets, rules, correctionLists, (paper, answers, rule, corrections) => {
        const grade = gradeAttempt(paper, answers, { ...rule, corrections });
        const sum = grade.questions.reduce((total, question) => total + question.points, 0);
        expect(grade.points).toBe(Math.max(0, sum));
        expect(grade.points).toBeLessThanOrEqual(grade.possiblePoints);
        for (const number of [grade.points, grade.possiblePoints, grade.neededPoints, grade.rightCount])
          expect(Number.isInteger(number)).toBe(true);
        grade.questions.forEach((question, index) => {
          const floor = -((paper.questions[index]?.points ?? 0) * rule.wrongPercent) / 100;
          expect(Number.isInteger(question.points)).toBe(true);
          expect(question.points).toBeGreaterThanOrEqual(floor);
          expect(question.points).toBeLessThanOrEqual(question.possiblePoints);
        });
        expect(grade.questions.reduce((total, question) => total + question.possiblePoints, 0)).toBe(
          grade.possiblePoints,
        );
        expect(grade.hasPassed === null).toBe(grade.pending.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('never falls when a right option more or a wrong one less is chosen for a multiple choice', () => {
    fc.assert(
      fc.property(
        papers,
        answerSets,
        rules,
        fc.nat(7),
        fc.constantFrom(...letters),
        (paper, answers, rule, pick, letter) => {
          const question = paper.questions[pick % paper.questions.length];
          const chosen = question && answers.get(question.id);
          if (!question || !chosen || question.kind !== 'multiple') return;
          const isRight = question.correct.includes(letter);
          const better = isRight ? [...new Set([...chosen, letter])] : chosen.filter((id) => id !== letter);
          const before = gradeAttempt(paper, answers, rule).points;
          if (chosen.length > 0)
            expect(
              gradeAttempt(paper, new Map([...answers, [question.id, better]]), rule).points,
            ).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never falls when an essay gets more points', () => {
    fc.assert(
      fc.property(papers, answerSets, rules, fc.nat(50_000), (paper, answers, rule, more) => {
        const essayPoints = new Map([...rule.essayPoints].map(([id, points]) => [id, points + more]));
        const [before, after] = [
          gradeAttempt(paper, answers, rule),
          gradeAttempt(paper, answers, { ...rule, essayPoints }),
        ];
        expect(after.points).toBeGreaterThanOrEqual(before.points);
      }),
    );
  });

  it('never falls by accepting more answers, and never loses a pass by it', () => {
    fc.assert(
      fc.property(papers, answerSets, rules, correctionLists, (paper, answers, rule, list) => {
        const corrections: QuestionCorrection[] = list.filter(({ action }) => action === 'accept');
        const [before, after] = [
          gradeAttempt(paper, answers, rule),
          gradeAttempt(paper, answers, { ...rule, corrections }),
        ];
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(before.hasPassed === true && after.hasPassed !== true).toBe(false);
      }),
    );
  });

  it('gives everything for the key, whatever the rule', () => {
    fc.assert(
      fc.property(papers, rules, (paper, rule) => {
        const key = new Map(paper.questions.map(({ id, correct }) => [id, correct]));
        const essayPoints = new Map(paper.questions.map(({ id, points }) => [id, points]));
        const grade = gradeAttempt(paper, key, { ...rule, essayPoints });
        expect([grade.points, grade.rightCount, grade.hasPassed]).toEqual([
          paper.possiblePoints,
          paper.questions.length,
          true,
        ]);
      }),
    );
  });
});
