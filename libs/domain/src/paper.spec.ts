// Drawing a paper: repeatable, distinct, balanced over the lessons, and complete in itself.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPaper, paperSize, passCount, planGaps, type BankQuestion } from './paper.js';

function bank(lessons: readonly number[], kind: BankQuestion['kind'] = 'single'): BankQuestion[] {
  return lessons.flatMap((count, lesson) =>
    Array.from({ length: count }, (_, index) => ({
      id: `q${lesson}-${index}`,
      kind,
      prompt: `Câu ${index} của bài ${lesson}`,
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Phương án ${id}` })),
      correct: ['b'],
      points: 1 + ((lesson + index) % 3),
      explanation: 'Vì sao',
      review: `lesson ${lesson}`,
    })),
  );
}

const quizzes = fc.record({
  rule: fc.record({ draw: fc.integer({ min: 1, max: 40 }), passPercent: fc.integer({ min: 1, max: 100 }) }),
  questions: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }).map((lessons) => bank(lessons)),
});

describe('drawing a paper', () => {
  it('gives the same paper for the same seed', () => {
    fc.assert(
      fc.property(quizzes, fc.string(), (quiz, seed) => {
        expect(drawPaper(quiz, seed)).toEqual(drawPaper(quiz, seed));
      }),
    );
  });

  it('draws as many distinct questions as the rule says, or all there are', () => {
    fc.assert(
      fc.property(quizzes, fc.string(), (quiz, seed) => {
        const ids = drawPaper(quiz, seed).questions.map((question) => question.id);
        expect(ids).toHaveLength(Math.min(quiz.rule.draw, quiz.questions.length));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('takes from no lesson a second question more than from another that still has some', () => {
    fc.assert(
      fc.property(quizzes, fc.string(), (quiz, seed) => {
        const { questions } = drawPaper(quiz, seed);
        const size = (list: readonly { review: string }[], review: string) =>
          list.filter((one) => one.review === review).length;
        const lessons = [...new Set(quiz.questions.map((question) => question.review))];
        const most = Math.max(0, ...lessons.map((review) => size(questions, review)));
        for (const review of lessons) {
          const drawn = size(questions, review);
          expect(drawn === size(quiz.questions, review) || drawn >= most - 1).toBe(true);
        }
      }),
    );
  });

  it('asks for the pass share of the possible points, rounded up', () => {
    fc.assert(
      fc.property(quizzes, fc.string(), (quiz, seed) => {
        const paper = drawPaper(quiz, seed);
        const possible = paper.questions.reduce((sum, question) => sum + question.points, 0);
        expect(paper.possiblePoints).toBe(possible);
        expect(paper.neededPoints * 100).toBeGreaterThanOrEqual(possible * quiz.rule.passPercent);
        expect((paper.neededPoints - 1) * 100).toBeLessThan(possible * quiz.rule.passPercent);
        expect(paper.neededCount).toBe(
          passCount({ draw: paper.questions.length, passPercent: quiz.rule.passPercent }),
        );
      }),
    );
  });

  it('keeps the content of every question and shuffles only its options', () => {
    const questions = bank([3, 3]);
    const paper = drawPaper({ rule: { draw: 6, passPercent: 80 }, questions }, 'seed');
    for (const drawn of paper.questions) {
      const source = questions.find((question) => question.id === drawn.id);
      expect({ ...drawn, options: drawn.options.toSorted((a, b) => a.id.localeCompare(b.id)) }).toEqual(
        source,
      );
    }
    expect(
      paper.questions.map((question) => question.options.map((option) => option.id).join('')),
    ).not.toEqual(questions.map(() => 'abcd'));
  });

  it('gives different people different papers', () => {
    const quiz = { rule: { draw: 6, passPercent: 80 }, questions: bank([4, 4, 4]) };
    const papers = new Set(
      Array.from({ length: 50 }, (_, seed) => JSON.stringify(drawPaper(quiz, `attempt ${seed}`))),
    );
    expect(papers.size).toBe(50);
  });

  it('leaves true before false', () => {
    const questions = bank([10], 'true-false');
    for (const question of drawPaper({ rule: { draw: 10, passPercent: 50 }, questions }, 'seed').questions) {
      expect(question.options.map((option) => option.id)).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  it('shares nothing with the quiz, so that a later edit cannot reach an attempt', () => {
    const questions = bank([1]);
    const [drawn] = drawPaper({ rule: { draw: 1, passPercent: 50 }, questions }, 'seed').questions;
    expect(drawn?.correct).not.toBe(questions[0]?.correct);
    expect(questions[0]?.options).not.toContain(drawn?.options[0]);
  });

  it('draws a question that was written down twice only once', () => {
    const [question] = bank([1]);
    const questions = question ? [question, question] : [];
    expect(drawPaper({ rule: { draw: 2, passPercent: 50 }, questions }, 'seed').questions).toHaveLength(1);
  });
});

describe('a paper that is stored already', () => {
  // Written down before plans existed: stored papers are drawn again by their seed, so none of this may ever change.
  const questions = [3, 2, 4].flatMap((count, lesson) =>
    Array.from({ length: count }, (_, index): BankQuestion => ({
      id: `q${lesson}${index}`,
      kind: index === 1 ? 'true-false' : 'single',
      prompt: `Câu ${lesson}${index}`,
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })),
      correct: ['b'],
      points: 1_000,
      explanation: 'Vì',
      review: `l${lesson}`,
    })),
  );
  it.each([
    { seed: '0198f2c4', paper: 'q22:cadb q11:abcd q02:bdca q00:abcd q10:adbc' },
    { seed: 'Cà Mau', paper: 'q22:cadb q20:dcab q10:dbca q02:cdab q01:abcd' },
    { seed: '', paper: 'q10:adbc q02:cabd q11:abcd q21:abcd q22:abcd' },
  ])('is drawn again from its seed "$seed" with the same questions and options', ({ seed, paper }) => {
    for (const plan of [{}, { paper: null }, { paper: undefined }]) {
      const drawn = drawPaper({ rule: { draw: 5, passPercent: 70, ...plan }, questions }, seed).questions;
      expect(drawn.map(({ id, options }) => `${id}:${options.map((one) => one.id).join('')}`).join(' ')).toBe(
        paper,
      );
    }
  });

  it('is drawn again to the letter, with nothing added to it', () => {
    const paper = drawPaper({ rule: { draw: 1, passPercent: 70 }, questions }, 'x');
    expect(JSON.stringify(paper)).toBe(
      '{"questions":[{"id":"q23","kind":"single","prompt":"Câu 23","options":[{"id":"d","text":"d"},' +
        '{"id":"a","text":"a"},{"id":"b","text":"b"},{"id":"c","text":"c"}],"correct":["b"],"points":1000,' +
        '"explanation":"Vì","review":"l2"}],"possiblePoints":1000,"neededPoints":700,"neededCount":1}',
    );
  });
});

describe('a set without a plan', () => {
  it.each([
    { draw: 6, size: 6, gaps: [] },
    { draw: 7, size: 6, gaps: [{ kind: 'set', missing: 1 }] },
  ])('of 6 questions gives $size where $draw are asked for', ({ draw, size, gaps }) => {
    const [rule, questions] = [{ draw, passPercent: 80 }, bank([3, 3])];
    expect([paperSize(rule, questions), planGaps(rule, questions)]).toEqual([size, gaps]);
  });
});

describe('right answers needed', () => {
  it.each([
    { draw: 10, passPercent: 80, needed: 8 },
    { draw: 15, passPercent: 70, needed: 11 },
    { draw: 3, passPercent: 50, needed: 2 },
    { draw: 7, passPercent: 100, needed: 7 },
    { draw: 20, passPercent: 1, needed: 1 },
    { draw: 100, passPercent: 29, needed: 29 },
  ])('are $needed of $draw at $passPercent %', ({ needed, ...rule }) => {
    expect(passCount(rule)).toBe(needed);
  });

  it('are counted by the plan where there is one', () => {
    const paper = { fixed: [{ questionId: 'q1' }], draws: [{ count: 9, from: {} }], keepsOrder: true };
    expect(passCount({ draw: 40, passPercent: 80, paper })).toBe(8);
  });
});
