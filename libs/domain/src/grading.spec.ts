// Marking: all or nothing per question, fair to any order and any noise, the parts summing to the whole.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gradeAttempt, type GradablePaper } from './grading.js';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const paper: GradablePaper = {
  questions: [
    { id: 'one', kind: 'single', options, correct: ['b'], points: 2 },
    { id: 'many', kind: 'multiple', options, correct: ['a', 'c'], points: 3 },
  ],
  possiblePoints: 5,
  neededPoints: 3,
};

const papers = fc
  .array(
    fc.record({
      correct: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
      points: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((drafts) => {
    const questions = drafts.map((draft, index) => ({
      ...draft,
      kind: 'multiple' as const,
      id: `q${index}`,
      options,
    }));
    const possiblePoints = questions.reduce((sum, question) => sum + question.points, 0);
    return fc.record({
      questions: fc.constant(questions),
      possiblePoints: fc.constant(possiblePoints),
      neededPoints: fc.integer({ min: 1, max: possiblePoints }),
    });
  });
const answerLists = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'zz')), { maxLength: 14 });
const withAnswers = (lists: readonly string[][]) => new Map(lists.map((list, index) => [`q${index}`, list]));

describe('marking a question', () => {
  it.each([
    { answer: ['a', 'c'], points: 3, name: 'the whole key' },
    { answer: ['c', 'a'], points: 3, name: 'the whole key in another order' },
    { answer: ['c', 'a', 'a'], points: 3, name: 'a choice sent twice' },
    { answer: ['a', 'c', 'zz'], points: 3, name: 'an option that the question does not have' },
    { answer: ['a'], points: 0, name: 'half of the key' },
    { answer: ['a', 'b', 'c'], points: 0, name: 'the key and one more' },
    { answer: ['b', 'd'], points: 0, name: 'the opposite' },
    { answer: [], points: 0, name: 'nothing' },
  ])('gives $points of 3 points for $name', ({ answer, points }) => {
    expect(gradeAttempt(paper, { many: answer }).points).toBe(points);
  });

  it('gives nothing for choosing both options of a single choice', () => {
    expect(gradeAttempt(paper, { one: ['a', 'b'] }).rightCount).toBe(0);
  });

  it('shows chosen and right options as they stand on the paper', () => {
    expect(gradeAttempt(paper, { many: ['d', 'c', 'zz', 'd'] }).questions[1]).toEqual({
      id: 'many',
      chosen: ['c', 'd'],
      correct: ['a', 'c'],
      isRight: false,
      points: 0,
      possiblePoints: 3,
      correction: null,
    });
  });

  it('gives nothing for no answer, even where the key was left empty by mistake', () => {
    const keyless = {
      ...paper,
      questions: [{ id: 'one', kind: 'single' as const, options, correct: [], points: 5 }],
    };
    expect(gradeAttempt(keyless, { one: [] }).points).toBe(0);
  });

  it('finds no answer of its own in an empty record, whatever the question is called', () => {
    const odd = {
      ...paper,
      questions: [{ id: 'constructor', kind: 'single' as const, options, correct: ['a'], points: 5 }],
    };
    expect(gradeAttempt(odd, {}).questions[0]?.chosen).toEqual([]);
  });
});

describe('marking an attempt', () => {
  const cases: { answers: Record<string, string[]>; points: number; hasPassed: boolean }[] = [
    { answers: { one: ['b'], many: ['a', 'c'] }, points: 5, hasPassed: true },
    { answers: { many: ['a', 'c'] }, points: 3, hasPassed: true },
    { answers: { one: ['b'], many: ['a'] }, points: 2, hasPassed: false },
    { answers: { other: ['a'] }, points: 0, hasPassed: false },
  ];
  it.each(cases)(
    'answers $answers with $points of 5 points where 3 are needed',
    ({ answers, points, hasPassed }) => {
      expect(gradeAttempt(paper, answers)).toMatchObject({
        points,
        possiblePoints: 5,
        neededPoints: 3,
        hasPassed,
      });
    },
  );

  it('never passes a paper without questions', () => {
    expect(gradeAttempt({ questions: [], possiblePoints: 0, neededPoints: 0 }, {}).hasPassed).toBe(false);
  });

  it('takes answers as a map or as a record', () => {
    fc.assert(
      fc.property(papers, answerLists, (drawn, lists) => {
        const answers = withAnswers(lists);
        expect(gradeAttempt(drawn, Object.fromEntries(answers))).toEqual(gradeAttempt(drawn, answers));
      }),
    );
  });

  it('sums the parts to the whole, between nothing and what is possible', () => {
    fc.assert(
      fc.property(papers, answerLists, (drawn, lists) => {
        const grade = gradeAttempt(drawn, withAnswers(lists));
        expect(grade.questions.reduce((sum, question) => sum + question.points, 0)).toBe(grade.points);
        expect(grade.questions.filter((question) => question.isRight)).toHaveLength(grade.rightCount);
        expect(grade.points).toBeGreaterThanOrEqual(0);
        expect(grade.points).toBeLessThanOrEqual(grade.possiblePoints);
        expect(grade.hasPassed).toBe(grade.points >= drawn.neededPoints);
      }),
    );
  });

  it('never lowers a mark when an answer becomes the right one', () => {
    fc.assert(
      fc.property(papers, answerLists, fc.nat(), (drawn, lists, pick) => {
        const answers = withAnswers(lists);
        const question = drawn.questions[pick % drawn.questions.length];
        fc.pre(question !== undefined);
        const before = gradeAttempt(drawn, answers);
        const wasRight = before.questions.find((grade) => grade.id === question.id)?.isRight;
        const after = gradeAttempt(drawn, new Map([...answers, [question.id, question.correct]]));
        expect(after.points).toBe(before.points + (wasRight ? 0 : question.points));
        expect(after.hasPassed || !before.hasPassed).toBe(true);
      }),
    );
  });

  it('gives everything for the key and nothing for no answers', () => {
    fc.assert(
      fc.property(papers, (drawn) => {
        const key = new Map(drawn.questions.map((question) => [question.id, question.correct]));
        expect(gradeAttempt(drawn, key).points).toBe(drawn.possiblePoints);
        expect(gradeAttempt(drawn, new Map()).points).toBe(0);
      }),
    );
  });
});
