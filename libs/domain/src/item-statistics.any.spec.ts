// Item statistics of any quiz: no order matters, no scale matters, and every figure stays within its bounds.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quizStatistics, type QuizFigures } from './item-statistics.js';
import type { ItemQuestion, MarkedAttempt } from './marked-attempts.js';

const optionIds = ['a', 'b', 'c'];
const questionCount = 6;
const questions: ItemQuestion[] = Array.from({ length: questionCount }, (_, index) => ({
  id: `q${index}`,
  prompt: `q${index}`,
  kind: 'single',
  difficulty: index % 2 === 0 ? 'easy' : 'hard',
  options: optionIds.map((id) => ({ id, text: id })),
  correct: ['a'],
}));

const sheet = fc.array(
  fc.record({ points: fc.integer({ min: -250, max: 1_000 }), chosen: fc.subarray(optionIds) }),
  {
    minLength: questionCount,
    maxLength: questionCount,
  },
);
const worth = [1_000, 2_000, 1_500, 3_000, 1_000, 1_000];
function toAttempt(entries: readonly { id: string; points: number; maxPoints: number; chosen: string[] }[]) {
  const sum = (key: 'points' | 'maxPoints') => entries.reduce((total, entry) => total + entry[key], 0);
  const points = Math.max(0, sum('points'));
  return { points, possiblePoints: sum('maxPoints'), hasPassed: points > 2_000, questions: entries };
}
const fixedQuiz = fc
  .array(sheet, { maxLength: 40 })
  .map((sheets) =>
    sheets.map((entries): MarkedAttempt =>
      toAttempt(entries.map((entry, index) => ({ ...entry, id: `q${index}`, maxPoints: worth[index] ?? 0 }))),
    ),
  );
/** Three of the six questions on each paper. */
const drawnQuiz = fc
  .array(fc.tuple(sheet, fc.shuffledSubarray([...questions.keys()], { minLength: 3, maxLength: 3 })), {
    maxLength: 40,
  })
  .map((papers) =>
    papers.map(([entries, places]): MarkedAttempt =>
      toAttempt(
        places.map((place) => ({
          points: entries[place]?.points ?? 0,
          chosen: entries[place]?.chosen ?? [],
          id: `q${place}`,
          maxPoints: 1_000,
        })),
      ),
    ),
  );
const anyQuiz = fc.oneof(fixedQuiz, drawnQuiz);

/** The figures with numbers to compare up to the noise of the arithmetic. */
function nearly(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 6);
  if (Array.isArray(value)) return value.map(nearly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, nearly(inner)]));
}
const scaled = (attempts: readonly MarkedAttempt[], factor: number) =>
  attempts.map((attempt) => ({
    ...attempt,
    points: attempt.points * factor,
    possiblePoints: attempt.possiblePoints * factor,
    questions: attempt.questions.map((entry) => ({
      ...entry,
      points: entry.points * factor,
      maxPoints: entry.maxPoints * factor,
    })),
  }));

describe('the statistics of any quiz', () => {
  it('are the same in whatever order the attempts come', () => {
    const shuffled = anyQuiz.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(quizStatistics(other, questions)).toEqual(nearly(quizStatistics(list, questions)));
      }),
    );
  });

  it('are the same when every point is worth seven', () => {
    fc.assert(
      fc.property(anyQuiz, (list) => {
        expect(quizStatistics(scaled(list, 7), questions)).toEqual(nearly(quizStatistics(list, questions)));
      }),
    );
  });

  it('keep every figure within its bounds', () => {
    const within = (value: number | null, low: number, high: number) => {
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(low - 1e-9);
      expect(value).toBeLessThanOrEqual(high + 1e-9);
    };
    fc.assert(
      fc.property(anyQuiz, (list) => {
        const figures = quizStatistics(list, questions);
        within(figures.internalConsistency, -Infinity, 100);
        for (const item of figures.items) {
          within(item.facilityIndex, -0.25, 1);
          within(item.discriminationIndex, -1, 1);
          within(item.discriminativeEfficiency, -Infinity, 1);
          within(item.effectiveWeight, 0, Infinity);
          for (const option of item.options) {
            within(option.share, 0, 1);
            within(option.topShare, 0, 1);
            within(option.bottomShare, 0, 1);
          }
        }
        expect(figures.histogram.reduce((sum, tenth) => sum + tenth, 0)).toBe(figures.attempts);
      }),
    );
  });

  it('share out both weights wholly over a paper', () => {
    const whole = (figures: QuizFigures, key: 'intendedWeight' | 'effectiveWeight') =>
      figures.items.reduce(
        (sum, item) => sum + ((item[key] ?? 0) * item.attempts) / Math.max(1, figures.attempts),
        0,
      );
    fc.assert(
      fc.property(anyQuiz, (list) => {
        const figures = quizStatistics(list, questions);
        expect(whole(figures, 'intendedWeight')).toBeCloseTo(list.length === 0 ? 0 : 1, 9);
        const isDefined = figures.items.some((item) => item.effectiveWeight !== null);
        expect(whole(figures, 'effectiveWeight')).toBeCloseTo(isDefined ? 1 : 0, 9);
      }),
    );
  });
});

describe('a quiz that asks one thing several times', () => {
  it('has an alpha of 100, no error, and questions that tell apart perfectly', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(marks, (list) => {
        fc.pre(new Set(list).size > 1);
        const attempts = list.map((points) =>
          toAttempt(questions.map(({ id }) => ({ id, points, maxPoints: 1_000, chosen: [] }))),
        );
        const figures = quizStatistics(attempts, questions);
        expect(figures.internalConsistency).toBeCloseTo(100, 9);
        expect(figures.errorRatio).toBeCloseTo(0, 4);
        for (const item of figures.items) {
          expect(item.discriminationIndex).toBeCloseTo(1, 9);
          expect(item.discriminativeEfficiency).toBeCloseTo(1, 9);
          expect(item.effectiveWeight).toBeCloseTo(item.intendedWeight ?? -1, 9);
        }
      }),
    );
  });

  it('has a higher alpha the longer it is: asking everything twice never lowers it', () => {
    const twice = (attempt: MarkedAttempt): MarkedAttempt => ({
      ...attempt,
      points: attempt.points * 2,
      possiblePoints: attempt.possiblePoints * 2,
      questions: attempt.questions.flatMap((entry) => [entry, { ...entry, id: `${entry.id}-again` }]),
    });
    const all = questions.flatMap((question) => [question, { ...question, id: `${question.id}-again` }]);
    fc.assert(
      fc.property(fixedQuiz, (list) => {
        const alpha = quizStatistics(list, questions).internalConsistency;
        fc.pre(alpha !== null);
        const longer = quizStatistics(list.map(twice), all).internalConsistency;
        expect(longer).toBeGreaterThanOrEqual((alpha ?? 0) - 1e-9);
      }),
    );
  });
});
