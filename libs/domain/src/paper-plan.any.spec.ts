// Papers by any plan: one mix for every seed, no seed that could fail, and never fewer questions than can be drawn at all.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPaper, paperDrawer, paperSize, planGaps, type BankQuestion } from './paper.js';
import { plannedCount, type PaperDrawLike, withPlan } from './quiz-rule.js';
import { question, ruleOf, idsOf, copyOf, tally, mixOf } from './paper-plan.sample.js';

const labels = fc.record({
  category: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
  tags: fc.option(fc.subarray(['x', 'y']), { nil: undefined }),
  difficulty: fc.option(fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const), {
    nil: undefined,
  }),
  review: fc.constantFrom('l1', 'l2', 'l3'),
  points: fc.constantFrom(500, 1_000),
});
const banks = fc
  .array(labels, { maxLength: 24 })
  .map((list) => list.map((one, index) => question(`q${index}`, one)));
const filters = fc.record(
  {
    category: fc.constantFrom('A', 'B', 'C'),
    tags: fc.subarray(['x', 'y']),
    difficulty: fc.constantFrom('easy' as const, 'hard' as const),
  },
  { requiredKeys: [] },
);
const plans = fc.record({
  fixed: fc.array(fc.record({ questionId: fc.nat(26).map((index) => `q${index}`) }), { maxLength: 3 }),
  draws: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 6 }),
      from: filters,
      points: fc.option(fc.constant(750), { nil: undefined }),
    }),
    { maxLength: 4 },
  ),
  keepsOrder: fc.boolean(),
});

/** How many of the wished seats can be filled at all, found by another way: augmenting paths from each seat (Kuhn). */
function mostSeats(draws: readonly PaperDrawLike[], questions: readonly BankQuestion[]): number {
  const seats = draws.flatMap(({ count, from }) => Array.from({ length: count }, () => from));
  const takenBy = new Map<string, number>();
  const fits = (seat: number) =>
    questions.filter(
      (one) =>
        (seats[seat]?.category ?? one.category) === one.category &&
        (seats[seat]?.difficulty ?? one.difficulty) === one.difficulty &&
        (seats[seat]?.tags ?? []).every((tag) => one.tags?.includes(tag)),
    );
  const place = (seat: number, tried: Set<string>): boolean =>
    fits(seat).some(({ id }) => {
      if (tried.has(id)) return false;
      tried.add(id);
      const other = takenBy.get(id);
      if (other !== undefined && !place(other, tried)) return false;
      takenBy.set(id, seat);
      return true;
    });
  return [...seats.keys()].filter((seat) => place(seat, new Set())).length;
}

describe('any plan', () => {
  it('gives the same paper for the same seed, drawn alone or with others', () => {
    fc.assert(
      fc.property(banks, plans, fc.string(), (questions, paper, seed) => {
        const draw = paperDrawer({ rule: ruleOf(paper), questions });
        draw('another');
        expect(draw(seed)).toEqual(drawPaper({ rule: ruleOf(paper), questions }, seed));
      }),
    );
  });

  it('gives the same paper from copies, whatever other plans and sets were used before', () => {
    fc.assert(
      fc.property(banks, plans, plans, fc.string(), (questions, one, other, seed) => {
        for (const paper of [one, other, one]) {
          const rule = ruleOf(paper);
          const copy = { rule: copyOf(rule), questions: copyOf(questions) };
          expect(drawPaper({ rule, questions }, seed)).toEqual(drawPaper(copy, seed));
          expect(paperSize(rule, questions)).toBe(paperSize(copy.rule, copy.questions));
          expect(planGaps(rule, questions)).toEqual(planGaps(copy.rule, copy.questions));
        }
      }),
    );
  });

  it('gives every seed the same mix and the same possible points', () => {
    fc.assert(
      fc.property(banks, plans, fc.string(), fc.string(), (questions, paper, one, other) => {
        const draw = paperDrawer({ rule: ruleOf(paper), questions });
        expect(mixOf(draw(one))).toEqual(mixOf(draw(other)));
      }),
    );
  });

  it('of a bare number gives every seed the same mix, and as many questions as there are', () => {
    fc.assert(
      fc.property(
        banks,
        fc.integer({ min: 1, max: 20 }),
        fc.string(),
        fc.string(),
        (questions, draw, one, other) => {
          const rule = { draw, passPercent: 80, paper: null };
          const papers = paperDrawer({ rule: withPlan(rule), questions });
          expect(mixOf(papers(one))).toEqual(mixOf(papers(other)));
          expect(papers(one).questions).toHaveLength(paperSize(rule, questions));
        },
      ),
    );
  });

  it('has no gap exactly when every seed gives a full paper', () => {
    fc.assert(
      fc.property(
        banks,
        plans,
        fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
        (questions, paper, some) => {
          const rule = ruleOf(paper);
          const isFull = plannedCount(rule) > 0 && planGaps(rule, questions).length === 0;
          for (const seed of some) {
            const ids = idsOf(drawPaper({ rule, questions }, seed));
            expect(new Set(ids).size).toBe(ids.length);
            expect(ids).toHaveLength(paperSize(rule, questions));
            expect(plannedCount(rule) > 0 && ids.length === plannedCount(rule)).toBe(isFull);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('draws as many as can be drawn at all when its draws want the same questions', () => {
    fc.assert(
      fc.property(banks, plans, (questions, { draws }) => {
        const paper = drawPaper({ rule: ruleOf({ draws }), questions }, 'seed');
        expect(paper.questions).toHaveLength(mostSeats(draws, questions));
      }),
      { numRuns: 300 },
    );
  });

  it('takes from no category two more than from another that still has some', () => {
    fc.assert(
      fc.property(banks, fc.integer({ min: 1, max: 20 }), (questions, count) => {
        const paper = drawPaper({ rule: ruleOf({ draws: [{ count, from: {} }] }), questions }, 'seed');
        const group = (one: { category?: string | undefined; review: string }) =>
          one.category ?? `lesson ${one.review}`;
        const [there, drawn] = [tally(questions.map(group)), tally(paper.questions.map(group))];
        const most = Math.max(0, ...Object.values(drawn).map(Number));
        for (const [name, size] of Object.entries(there)) {
          const taken = Number(drawn[name] ?? 0);
          expect(taken === size || taken >= most - 1).toBe(true);
        }
      }),
    );
  });
});
