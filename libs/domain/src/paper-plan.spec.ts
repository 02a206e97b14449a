// Papers by plan: what a draw chooses by, what a plan lacks, and what is kept of a question.
import { describe, expect, it } from '@jest/globals';
import { drawPaper, paperDrawer, paperSize, planGaps } from './paper.js';
import { question, many, ruleOf, idsOf, copyOf, seeds, tally, mixOf } from './paper-plan.sample.js';

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

  it('draws thousands of papers of a large bank, each whole, and the same for whoever has the rule', () => {
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
    const rule = ruleOf({ draws });
    const draw = paperDrawer({ rule, questions });
    for (const seed of seeds(1_000)) {
      const paper = draw(seed);
      expect(new Set(idsOf(paper)).size).toBe(paperSize(rule, questions));
      // As it is for those who start by themselves, each with a rule of their own copy.
      expect(drawPaper({ rule: copyOf(rule), questions }, seed)).toEqual(paper);
    }
  });
});
