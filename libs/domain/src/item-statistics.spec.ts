// Item statistics against figures of an independent tool and against small papers that can be done by hand.
import { describe, expect, it } from '@jest/globals';
import { exampleAttempts, exampleFigures, exampleQuestions } from './item-statistics.sample.js';
import { quizStatistics, quizStatisticsInSteps } from './item-statistics.js';
import type { ItemQuestion, MarkedAttempt } from './marked-attempts.js';

const question = (id: string, more: Partial<ItemQuestion> = {}): ItemQuestion => ({
  id,
  prompt: id,
  kind: 'single',
  options: ['a', 'b', 'c', 'd'].map((option) => ({ id: option, text: option })),
  correct: ['a'],
  ...more,
});
/** An attempt by points of each question out of one, right answers choosing 'a'. */
const attempt = (marks: Record<string, number>, more: Partial<MarkedAttempt> = {}): MarkedAttempt => {
  const questions = Object.entries(marks).map(([id, mark]) => ({
    id,
    points: mark * 1_000,
    maxPoints: 1_000,
    chosen: [mark > 0 ? 'a' : 'b'],
  }));
  const points = questions.reduce((sum, entry) => sum + entry.points, 0);
  return { points, possiblePoints: questions.length * 1_000, hasPassed: points > 0, questions, ...more };
};

describe('the worked example of the documentation', () => {
  const figures = quizStatistics(exampleAttempts, exampleQuestions);

  it.each([
    'mean',
    'median',
    'standardDeviation',
    'skewness',
    'kurtosis',
    'internalConsistency',
    'errorRatio',
    'standardError',
  ] as const)('has the %s of the independent tool', (name) => {
    expect(figures[name]).toBeCloseTo(exampleFigures[name], 9);
  });

  it.each(exampleFigures.items.map((expected, index) => ({ name: `q${index + 1}`, index, expected })))(
    'has the figures of the independent tool for $name',
    ({ index, expected }) => {
      const item = figures.items[index];
      const found = [
        item?.facilityIndex,
        item?.standardDeviation,
        item?.intendedWeight,
        item?.effectiveWeight,
        item?.discriminationIndex,
        item?.discriminativeEfficiency,
      ];
      expect(found).toEqual(expected.map((value) => (value === null ? null : expect.closeTo(value, 9))));
    },
  );

  it('has the guess scores: one of four, one of two, none for several answers, nothing for an essay', () => {
    expect(figures.items.map((item) => item.randomGuessScore)).toEqual([0.25, 0.25, 0.5, null, 0]);
  });

  it('has the options of the first question as they are counted by hand', () => {
    expect(figures.items[0]?.unanswered).toBe(1);
    expect(figures.items[0]?.options).toEqual([
      expect.objectContaining({
        id: 'a',
        isKey: false,
        count: 3,
        share: 0.25,
        topShare: 0.25,
        bottomShare: 0.25,
      }),
      expect.objectContaining({
        id: 'b',
        isKey: true,
        count: 7,
        share: 7 / 12,
        topShare: 0.75,
        bottomShare: 0.375,
      }),
      expect.objectContaining({
        id: 'c',
        isKey: false,
        count: 1,
        share: 1 / 12,
        topShare: 0,
        bottomShare: 0.125,
      }),
      expect.objectContaining({ id: 'd', isKey: false, count: 0, share: 0, topShare: 0, bottomShare: 0 }),
    ]);
  });

  it('has attempts by tenth of the points and the share that passed', () => {
    expect(figures.histogram).toEqual([0, 1, 2, 1, 1, 2, 1, 2, 2, 0]);
    expect(figures.passedShare).toBeCloseTo(5 / 12, 9);
    expect(figures.attempts).toBe(12);
  });

  it('leaves the effective weight blank where the covariance is negative, says so, and judges nothing from twelve', () => {
    expect(figures.items[1]).toMatchObject({
      effectiveWeight: null,
      judgement: 'too-few',
      warnings: ['negative-covariance'],
    });
  });
});

describe('figures that are not defined', () => {
  it('are all blank where nobody has answered', () => {
    const figures = quizStatistics([], [question('one')]);
    expect(figures).toMatchObject({ attempts: 0, mean: null, median: null, standardDeviation: null });
    expect(figures).toMatchObject({ skewness: null, internalConsistency: null, passedShare: null });
    expect(figures.items[0]).toMatchObject({ attempts: 0, facilityIndex: null, intendedWeight: null });
    expect(figures.items[0]).toMatchObject({ effectiveWeight: null, judgement: 'too-few', warnings: [] });
  });

  it('are the spread and all that rests on it where there is one attempt', () => {
    const figures = quizStatistics([attempt({ one: 1, two: 0 })], [question('one'), question('two')]);
    expect(figures).toMatchObject({
      mean: 50,
      median: 50,
      standardDeviation: null,
      internalConsistency: null,
    });
    expect(figures.items[0]).toMatchObject({
      facilityIndex: 1,
      standardDeviation: null,
      effectiveWeight: null,
    });
  });

  it('are alpha, weights and discrimination where all did the same', () => {
    const same = Array.from({ length: 5 }, () => attempt({ one: 0.7, two: 0.1 }));
    const figures = quizStatistics(same, [question('one'), question('two')]);
    expect(figures).toMatchObject({ standardDeviation: 0, skewness: null, kurtosis: null, errorRatio: null });
    expect(figures.items[0]).toMatchObject({ standardDeviation: 0, discriminationIndex: null });
    expect(figures.items[0]).toMatchObject({ discriminativeEfficiency: null, effectiveWeight: null });
    expect(figures.items[0]?.options[0]?.topShare).toBeNull();
  });

  it('are alpha and discrimination in a quiz of one question, whose effective weight is the whole', () => {
    const figures = quizStatistics([attempt({ one: 1 }), attempt({ one: 0 })], [question('one')]);
    expect(figures.internalConsistency).toBeNull();
    expect(figures.items[0]).toMatchObject({
      discriminationIndex: null,
      effectiveWeight: 1,
      intendedWeight: 1,
    });
  });

  it('are skewness below three attempts and kurtosis below four', () => {
    const marks = [attempt({ one: 1, two: 0 }), attempt({ one: 1, two: 1 }), attempt({ one: 0, two: 0 })];
    const both = [question('one'), question('two')];
    expect(quizStatistics(marks.slice(0, 2), both).skewness).toBeNull();
    expect(quizStatistics(marks, both).skewness).toBeCloseTo(0, 9);
    expect(quizStatistics(marks, both).kurtosis).toBeNull();
  });
});

describe('a question that has nothing to do with the rest', () => {
  it('has a discrimination of exactly zero, whatever the noise of the arithmetic', () => {
    const steps = [0.1, 0.3, 0.7];
    const crossed = steps.flatMap((one) => steps.map((two) => attempt({ one, two })));
    const [one] = quizStatistics(crossed, [question('one'), question('two')]).items;
    expect(one?.discriminationIndex).toBe(0);
    expect(one?.discriminativeEfficiency).toBe(0);
  });
});

describe('papers that are drawn', () => {
  const bank = ['fixed', 'x', 'y'].map((id) => question(id));
  // Everybody has the fixed question, and x or y in the other seat.
  const drawn = [
    attempt({ fixed: 1, x: 1 }),
    attempt({ fixed: 1, x: 1 }),
    attempt({ fixed: 0, x: 0 }),
    attempt({ fixed: 0, x: 0 }),
    attempt({ fixed: 1, y: 0 }),
    attempt({ fixed: 0, y: 1 }),
  ];

  it('compare a question only among those who had it', () => {
    const [fixed, x, y] = quizStatistics(drawn, bank).items;
    expect([fixed?.attempts, x?.attempts, y?.attempts]).toEqual([6, 4, 2]);
    expect(x).toMatchObject({ facilityIndex: 0.5, discriminationIndex: 1, discriminativeEfficiency: 1 });
    expect(y).toMatchObject({ facilityIndex: 0.5, discriminationIndex: -1, discriminativeEfficiency: -1 });
    // Fixed against x and y together: points 1 1 0 0 1 0 against 1 1 0 0 0 1.
    expect(fixed?.discriminationIndex).toBeCloseTo(1 / 3, 9);
  });

  it('count a question in the weights by the share of papers that had it', () => {
    const figures = quizStatistics(drawn, bank);
    expect(figures.items.map((item) => item.intendedWeight)).toEqual([0.5, 0.5, 0.5]);
    // Covariances with the whole, in shares of the paper: fixed 1/10, x 1/6; of y there is none.
    const [fixed, x] = [Math.sqrt(1 / 10), Math.sqrt(1 / 6)];
    const sum = fixed + (4 / 6) * x;
    expect(figures.items[0]?.effectiveWeight).toBeCloseTo(fixed / sum, 9);
    expect(figures.items[1]?.effectiveWeight).toBeCloseTo(x / sum, 9);
  });

  it('have an alpha by seats: the fixed question is one, whatever was drawn is the other', () => {
    // Both seats have the points 1 1 0 0 1 0 and 1 1 0 0 0 1: covariance 1/10, variances 3/10.
    expect(quizStatistics(drawn, bank).internalConsistency).toBeCloseTo(100 * ((2 * 0.1) / (0.3 + 0.1)), 9);
  });

  it('seat questions by what draws choose by, whatever their order on the paper', () => {
    const levels = [
      question('e1', { difficulty: 'easy' }),
      question('e2', { difficulty: 'easy' }),
      question('h1', { difficulty: 'hard' }),
      question('h2', { difficulty: 'hard' }),
    ];
    const straight = [
      attempt({ e1: 1, h1: 0 }),
      attempt({ e2: 1, h2: 1 }),
      attempt({ e1: 0, h2: 0 }),
      attempt({ e2: 1, h1: 0 }),
    ];
    const turned = straight.map((one, index) =>
      index % 2 === 0 ? one : { ...one, questions: one.questions.toReversed() },
    );
    const alpha = quizStatistics(straight, levels).internalConsistency;
    expect(alpha).not.toBeNull();
    expect(quizStatistics(turned, levels).internalConsistency).toBeCloseTo(alpha ?? 0, 9);
  });

  it('of different length have no alpha', () => {
    expect(quizStatistics([...drawn, attempt({ fixed: 1 })], bank).internalConsistency).toBeNull();
  });
});

describe('what is counted', () => {
  it('leaves out a question that is not named, as if no paper had had it', () => {
    const withDropped = [attempt({ one: 1, two: 0, gone: 1 }), attempt({ one: 0, two: 1, gone: 0 })];
    const without = [attempt({ one: 1, two: 0 }), attempt({ one: 0, two: 1 })];
    const named = [question('one'), question('two')];
    expect(quizStatistics(withDropped, named).items).toEqual(quizStatistics(without, named).items);
  });

  it('reckons with what wrong answers cost: the guess score falls and the facility may be below zero', () => {
    const marks = [attempt({ one: -0.25, two: 1 }), attempt({ one: -0.25, two: 0 })];
    const [one] = quizStatistics(marks, [question('one'), question('two')], { wrongPercent: 25 }).items;
    expect(one?.facilityIndex).toBe(-0.25);
    expect(one?.randomGuessScore).toBe(0.25 - 0.75 * 0.25);
  });

  it('leaves out attempts without possible points and asks only judged ones whether they passed', () => {
    const marks = [
      attempt({ one: 1 }),
      attempt({ one: 0 }, { hasPassed: null }),
      { points: 0, possiblePoints: 0, hasPassed: false, questions: [] },
    ];
    expect(quizStatistics(marks, [question('one')])).toMatchObject({ attempts: 2, passedShare: 1, mean: 50 });
  });

  it('of very many attempts comes in many steps, and is the same as in one go', () => {
    const mark = (index: number) => attempt({ one: index % 2, two: index % 3 === 0 ? 1 : 0 });
    const list = Array.from({ length: 9_000 }, (_none, index) => mark(index));
    const both = [question('one'), question('two')];
    const steps = quizStatisticsInSteps(list, both);
    let taken = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) taken += 1;
    // Two thousand at a time, in each of three rounds.
    expect(taken).toBeGreaterThanOrEqual(15);
    expect(step.value).toEqual(quizStatistics(list, both));
  });
});
