// Marking by choice: partial credit, wrong answers that cost, essays that wait, corrections afterwards. Whole thousandths always.
import { describe, expect, it } from '@jest/globals';
import { gradeAttempt } from './grading.js';
import { single, multiple, essay, paperOf, pointsOf } from './grading.sample.js';

describe('partial credit', () => {
  it.each([
    { answer: ['a', 'c'], points: 1_000, name: 'the whole key' },
    { answer: ['a'], points: 500, name: 'half of the key' },
    // 1/2 of the right ones less 1/3 of the wrong ones is 166.67 thousandths.
    { answer: ['a', 'b'], points: 167, name: 'one right and one wrong, the fraction going to the learner' },
    { answer: ['a', 'c', 'b'], points: 667, name: 'the whole key and one wrong' },
    { answer: ['a', 'b', 'c', 'd', 'e'], points: 0, name: 'everything' },
    { answer: ['b'], points: 0, name: 'one wrong, which costs nothing' },
    { answer: [], points: 0, name: 'nothing' },
  ])('gives $points thousandths for $name', ({ answer, points }) => {
    expect(pointsOf(multiple, answer, { hasPartialCredit: true })).toBe(points);
  });

  it('is for multiple choice only', () => {
    expect(pointsOf(single, ['a', 'b'], { hasPartialCredit: true })).toBe(0);
  });

  it('takes off at most what a wrong choice costs', () => {
    const rules = { hasPartialCredit: true, wrongPercent: 25 };
    expect([['b'], ['a', 'b', 'd', 'e']].map((answer) => pointsOf(multiple, answer, rules))).toEqual([
      -250, -250,
    ]);
    expect(pointsOf(multiple, ['a', 'b', 'd'], rules)).toBe(-166);
  });

  it('knows a key of all options', () => {
    const all = { ...multiple, correct: ['a', 'b', 'c', 'd', 'e'] };
    expect(pointsOf(all, ['a', 'b'], { hasPartialCredit: true })).toBe(400);
  });
});

describe('a wrong choice', () => {
  it.each([
    { answer: ['b'], wrongPercent: 25, points: 1_000 },
    { answer: ['a'], wrongPercent: 25, points: -250 },
    { answer: ['a'], wrongPercent: 0, points: 0 },
    { answer: [], wrongPercent: 100, points: 0 },
    { answer: ['zz'], wrongPercent: 100, points: 0 },
  ])('of $answer at $wrongPercent % makes $points thousandths', ({ answer, wrongPercent, points }) => {
    expect(pointsOf(single, answer, { wrongPercent })).toBe(points);
  });

  it('costs a fraction less rather than more', () => {
    expect(pointsOf({ ...single, points: 333 }, ['a'], { wrongPercent: 25 })).toBe(-83);
    expect(Object.is(pointsOf({ ...single, points: 1 }, ['a'], { wrongPercent: 25 }), 0)).toBe(true);
  });

  it('never makes the whole less than nothing', () => {
    const paper = paperOf([single, { ...single, id: 'two' }]);
    expect(gradeAttempt(paper, { one: ['a'], two: ['a'] }, { wrongPercent: 100 }).points).toBe(0);
  });
});

describe('an essay', () => {
  const paper = paperOf([single, essay]);

  it('waits for a marker, and with it the verdict, even when the rest is enough', () => {
    const plenty = paperOf([{ ...single, points: 9_000 }, essay]);
    expect(gradeAttempt(plenty, { one: ['b'] })).toMatchObject({
      points: 9_000,
      hasPassed: null,
      pending: ['essay'],
    });
  });

  it('counts what markers gave', () => {
    const essayPoints = new Map([['essay', 1_250]]);
    expect(gradeAttempt(paper, { one: ['b'] }, { essayPoints })).toMatchObject({
      points: 2_250,
      possiblePoints: 3_000,
      hasPassed: true,
      pending: [],
      rightCount: 1,
    });
  });

  it.each([
    { given: 9_999, points: 2_000 },
    { given: -1, points: 0 },
  ])('never counts more than its points or less than nothing: $given', ({ given, points }) => {
    expect(gradeAttempt(paper, {}, { essayPoints: new Map([['essay', given]]) }).points).toBe(points);
  });

  it('that was left blank needs no marker', () => {
    const texts = (text: string) =>
      gradeAttempt(paper, {}, { essayTexts: new Map([['essay', text]]) }).pending;
    expect([texts(' \n'), texts('Bài viết')]).toEqual([[], ['essay']]);
    expect(gradeAttempt(paper, {}, { essayTexts: new Map() })).toMatchObject({
      pending: [],
      hasPassed: false,
    });
  });

  it('costs nothing, whatever wrong choices cost', () => {
    expect(gradeAttempt(paper, {}, { essayTexts: new Map(), wrongPercent: 100 }).questions[1]?.points).toBe(
      0,
    );
  });

  it('that was dropped waits for nobody', () => {
    const corrections = [{ action: 'drop' as const, questionId: 'essay' }];
    expect(gradeAttempt(paper, { one: ['b'] }, { corrections, passPercent: 50 })).toMatchObject({
      points: 1_000,
      possiblePoints: 1_000,
      neededPoints: 500,
      hasPassed: true,
      pending: [],
      questionCount: 1,
    });
  });
});

describe('a correction', () => {
  const paper = paperOf([single, multiple, { ...single, id: 'two', points: 500 }], 70);

  it('that drops a question takes it from what is possible and from what is needed', () => {
    const corrections = [{ action: 'drop' as const, questionId: 'many' }];
    const grade = gradeAttempt(paper, { one: ['b'], many: ['a', 'c'] }, { corrections, passPercent: 70 });
    expect(grade).toMatchObject({
      points: 1_000,
      possiblePoints: 1_500,
      neededPoints: 1_050,
      hasPassed: false,
      rightCount: 1,
      questionCount: 2,
    });
    expect(grade.questions[1]).toMatchObject({ points: 0, possiblePoints: 0, correction: 'dropped' });
    expect(gradeAttempt(paper, {}, { corrections }).neededPoints).toBe(1_050);
  });

  it('works out what is needed by the pass mark, and by proportion where nobody names it', () => {
    const three = paperOf(
      ['x', 'y', 'z'].map((id) => ({ ...single, id, points: 333 })),
      70,
    );
    const corrections = [{ action: 'drop' as const, questionId: 'x' }];
    expect(gradeAttempt(three, {}, { corrections, passPercent: 70 }).neededPoints).toBe(467);
    expect(gradeAttempt(three, {}, { corrections }).neededPoints).toBe(466);
    expect(gradeAttempt(three, {}, { passPercent: 10 }).neededPoints).toBe(700);
  });

  it('that drops a wrong answer gives back what it cost', () => {
    const corrections = [{ action: 'drop' as const, questionId: 'two' }];
    const rules = { wrongPercent: 100, passPercent: 70 };
    expect(gradeAttempt(paper, { one: ['b'], two: ['a'] }, rules).points).toBe(500);
    expect(gradeAttempt(paper, { one: ['b'], two: ['a'] }, { ...rules, corrections }).points).toBe(1_000);
  });

  it('that accepts another answer makes it right, beside the key', () => {
    const corrections = [{ action: 'accept' as const, questionId: 'one', optionIds: ['d'] }];
    const rights = ['b', 'd', 'a'].map(
      (id) => gradeAttempt(paper, { one: [id] }, { corrections }).questions[0],
    );
    expect(rights.map((grade) => grade?.isRight)).toEqual([true, true, false]);
    expect(rights.map((grade) => grade?.points)).toEqual([1_000, 1_000, 0]);
    expect(rights[0]).toMatchObject({ correct: ['b', 'd'], correction: 'accepted' });
  });

  it('leaves nobody with a pass when no question is left', () => {
    const corrections = ['one', 'many', 'two'].map((questionId) => ({ action: 'drop' as const, questionId }));
    expect(gradeAttempt(paper, { one: ['b'] }, { corrections, passPercent: 70 })).toMatchObject({
      possiblePoints: 0,
      hasPassed: false,
    });
  });
});
