// Papers by plan: what a draw chooses by, one mix for every seed, and no seed that could fail.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPaper, paperDrawer, paperSize, planGaps, type BankQuestion, type Paper } from './paper.js';
import { plannedCount, type PaperDrawLike, type PaperPlanLike, withPlan } from './quiz-rule.js';

const question = (id: string, over: Partial<BankQuestion> = {}): BankQuestion => ({
  id,
  kind: 'single',
  prompt: `Câu ${id}`,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
  correct: ['b'],
  points: 1_000,
  explanation: 'Vì sao',
  review: 'l1',
  ...over,
});
const many = (count: number, name: string, over: Partial<BankQuestion>) =>
  Array.from({ length: count }, (_, index) => question(`${name}${index}`, over));
const ruleOf = (over: Partial<PaperPlanLike>) => ({
  draw: 1,
  passPercent: 80,
  paper: { fixed: [], draws: [], keepsOrder: false, ...over },
});
const idsOf = (paper: Paper) => paper.questions.map(({ id }) => id);
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const seeds = (count: number) => Array.from({ length: count }, (_, index) => `seed ${index}`);
const tally = (labels: readonly (string | undefined)[]) =>
  Object.fromEntries(
    [...Map.groupBy(labels, (label) => String(label))].map(([label, all]) => [label, all.length]).toSorted(),
  );
/** What must be the same for everybody. */
const mixOf = (paper: Paper) => ({
  mix: tally(
    paper.questions.map((one) =>
      JSON.stringify([one.category, one.difficulty, one.kind === 'essay', one.points]),
    ),
  ),
  categories: tally(paper.questions.map((one) => one.category ?? `lesson ${one.review}`)),
  possible: [paper.possiblePoints, paper.neededPoints, paper.neededCount],
});

describe('a plan', () => {
  const bank = [
    ...many(6, 'safe', { category: 'An toàn', difficulty: 'easy', tags: ['QR', 'OTP'] }),
    ...many(6, 'pay', { category: 'Thanh toán', difficulty: 'hard', tags: ['QR'] }),
    ...many(6, 'free', { difficulty: 'medium' }),
  ];

  it.each([
    { from: { category: 'An toàn' }, found: ['safe'] },
    { from: { tags: ['QR'] }, found: ['pay', 'safe'] },
    { from: { tags: ['QR', 'OTP'] }, found: ['safe'] },
    { from: { difficulty: 'medium' as const }, found: ['free'] },
    { from: { category: 'Thanh toán', difficulty: 'hard' as const, tags: [] }, found: ['pay'] },
    { from: {}, found: ['free', 'pay', 'safe'] },
  ])('draws by $from', ({ from, found }) => {
    const rule = ruleOf({ draws: [{ count: 6, from }] });
    const drawn = seeds(20).flatMap((seed) => idsOf(drawPaper({ rule, questions: bank }, seed)));
    expect([...new Set(drawn.map((id) => id.replace(/\d+/, '')))].toSorted()).toEqual(found);
  });

  it('keeps its fixed questions in front and in order, or shuffles all', () => {
    const fixed = [{ questionId: 'free3' }, { questionId: 'safe1' }, { questionId: 'pay0' }];
    const draws = [{ count: 5, from: {} }];
    const firsts = (keepsOrder: boolean) =>
      seeds(30).map((seed) =>
        idsOf(drawPaper({ rule: ruleOf({ fixed, draws, keepsOrder }), questions: bank }, seed))
          .slice(0, 3)
          .join(),
      );
    expect(new Set(firsts(true))).toEqual(new Set(['free3,safe1,pay0']));
    expect(new Set(firsts(false)).size).toBeGreaterThan(10);
  });

  it('gives its own points to fixed and drawn questions, and leaves the others theirs', () => {
    const rule = ruleOf({
      fixed: [{ questionId: 'safe0', points: 2_500 }, { questionId: 'safe1' }],
      draws: [{ count: 2, from: { category: 'Thanh toán' }, points: 500 }],
      keepsOrder: true,
    });
    const paper = drawPaper({ rule, questions: bank }, 'seed');
    expect(paper.questions.map(({ points }) => points)).toEqual([2_500, 1_000, 500, 500]);
    expect(paper).toMatchObject({ possiblePoints: 4_500, neededPoints: 3_600, neededCount: 4 });
  });

  it('never draws what is fixed already', () => {
    const rule = ruleOf({
      fixed: [{ questionId: 'safe0' }],
      draws: [{ count: 5, from: { category: 'An toàn' } }],
    });
    for (const seed of seeds(20))
      expect(new Set(idsOf(drawPaper({ rule, questions: bank }, seed))).size).toBe(6);
  });

  it('takes categories evenly, and difficulties too where the categories leave a choice', () => {
    const questions = [
      ...many(9, 'a', { category: 'A', difficulty: 'easy' }),
      ...many(3, 'b', { category: 'B', difficulty: 'easy' }),
      ...many(3, 'c', { category: 'B', difficulty: 'hard' }),
    ];
    const { mix } = mixOf(
      drawPaper({ rule: ruleOf({ draws: [{ count: 6, from: {} }] }), questions }, 'seed'),
    );
    expect(mix).toEqual({ '["A","easy",false,1000]': 3, '["B","hard",false,1000]': 3 });
  });

  it('lets two draws that want the same questions both have even categories', () => {
    const questions = (['A', 'B'] as const).flatMap((category) =>
      (['easy', 'hard'] as const).map((difficulty) =>
        question(category + difficulty, { category, difficulty, tags: ['x'] }),
      ),
    );
    const draws = [
      { count: 2, from: {}, points: 1 },
      { count: 2, from: { tags: ['x'] }, points: 2 },
    ];
    const paper = drawPaper({ rule: ruleOf({ draws }), questions }, 'seed');
    expect(tally(paper.questions.map((one) => `${one.points} ${one.category}`))).toEqual({
      '1 A': 1,
      '1 B': 1,
      '2 A': 1,
      '2 B': 1,
    });
  });

  it.each([
    { name: 'essays', over: { kind: 'essay' as const, options: [], correct: [] } },
    { name: 'points', over: { points: 3_000 } },
  ])('gives nobody more $name than the others', ({ over }) => {
    const questions = [...many(4, 'a', { category: 'A' }), ...many(4, 'b', { category: 'A', ...over })];
    const draw = paperDrawer({ rule: ruleOf({ draws: [{ count: 4, from: {} }] }), questions });
    const mixes = new Set(seeds(20).map((seed) => JSON.stringify(mixOf(draw(seed)))));
    expect(mixes.size).toBe(1);
  });

  it('lacks a question that is fixed twice or not there', () => {
    const fixed = ['safe0', 'safe0', 'gone'].map((questionId) => ({ questionId }));
    expect(planGaps(ruleOf({ fixed }), bank)).toEqual([
      { kind: 'fixed', questionId: 'safe0' },
      { kind: 'fixed', questionId: 'gone' },
    ]);
    expect(paperSize(ruleOf({ fixed }), bank)).toBe(1);
  });

  it('lacks its first question when it is empty', () => {
    expect([planGaps(ruleOf({}), bank), paperSize(ruleOf({}), bank)]).toEqual([
      [{ kind: 'set', missing: 1 }],
      0,
    ]);
  });

  it('spreads over the lessons reviewed where there are no categories', () => {
    const questions = ['x', 'y', 'z'].flatMap((review) => many(5, review, { review }));
    const rule = ruleOf({ draws: [{ count: 9, from: {} }] });
    expect(mixOf(drawPaper({ rule, questions }, 'seed')).categories).toEqual({
      'lesson x': 3,
      'lesson y': 3,
      'lesson z': 3,
    });
  });

  it('gives every question of a kind its chance', () => {
    const rule = ruleOf({ draws: [{ count: 6, from: {} }] });
    const drawn = tally(seeds(900).flatMap((seed) => idsOf(drawPaper({ rule, questions: bank }, seed))));
    expect(Object.keys(drawn)).toHaveLength(18);
    for (const count of Object.values(drawn)) expect(Math.abs(Number(count) - 300)).toBeLessThan(75);
  });

  it('does not let a wide draw rob a narrow one', () => {
    const questions = [...many(2, 'a', { category: 'A' }), ...many(2, 'b', { category: 'B' })];
    const draws = [
      { count: 2, from: {} },
      { count: 2, from: { category: 'A' } },
    ];
    for (const order of [draws, draws.toReversed()])
      expect(planGaps(ruleOf({ draws: order }), questions)).toEqual([]);
  });

  it('keeps the labels and the rubric of a question, scaled to the points that it has here', () => {
    const rubric = [300, 300, 400].map((points, index) => ({
      id: `c${index}`,
      title: 'Ý',
      description: 'Mô tả',
      points,
    }));
    const essay = question('e', {
      kind: 'essay',
      options: [],
      correct: [],
      category: 'An toàn',
      difficulty: 'hard',
      competence: 'Giữ an toàn',
      essay: { maxWords: 200, rubric },
    });
    const [asked] = drawPaper(
      { rule: ruleOf({ fixed: [{ questionId: 'e', points: 501 }] }), questions: [essay] },
      'seed',
    ).questions;
    expect(asked).toMatchObject({
      category: 'An toàn',
      difficulty: 'hard',
      competence: 'Giữ an toàn',
      points: 501,
    });
    expect(asked?.essay?.maxWords).toBe(200);
    expect(asked?.essay?.rubric.map(({ points }) => points)).toEqual([150, 150, 201]);
  });

  it('draws thousands of papers of a large bank within moments', () => {
    const questions = Array.from({ length: 300 }, (_, index) =>
      question(`q${index}`, {
        category: `C${index % 12}`,
        difficulty: (['easy', 'medium', 'hard'] as const)[index % 3],
        tags: [`T${index % 7}`],
      }),
    );
    const draws = Array.from({ length: 20 }, (_, index) => ({
      count: 3,
      from: index % 2 ? { category: `C${index % 12}` } : { tags: [`T${index % 7}`] },
    }));
    const began = Date.now();
    const draw = paperDrawer({ rule: ruleOf({ draws }), questions });
    for (const seed of seeds(1_000)) draw(seed);
    // As it is for those who start by themselves, each with a rule of their own copy.
    for (const seed of seeds(500)) drawPaper({ rule: copyOf(ruleOf({ draws })), questions }, seed);
    for (let reader = 0; reader < 3_600; reader += 1) paperSize(ruleOf({ draws }), questions);
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

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
