// The complete rule: an older rule says the same as it always did, and what is said already stays.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completeRule, plannedCount, type QuizRuleLike, withPlan } from './quiz-rule.js';

const short = { draw: 20, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 30 };
const plan = {
  fixed: [{ questionId: 'q1' }, { questionId: 'q2' }],
  draws: [{ count: 3, from: { category: 'An toàn' } }],
  keepsOrder: false,
};
const said: QuizRuleLike = {
  ...short,
  requiresLessons: true,
  paper: plan,
  timeLimitMinutes: 45,
  opensAt: '2026-05-05T01:00:00.000Z',
  closesAt: '2026-05-06T01:00:00.000Z',
  counts: 'last',
  hasPartialCredit: true,
  wrongPercent: 25,
  navigation: 'one-way',
  questionsPerPage: 5,
  feedback: 'never',
  key: 'after-close',
  graceMinutes: 0,
  markers: 2,
  markGapPercent: 0,
};

describe('a complete rule', () => {
  it('fills what was left out with what quizzes always did', () => {
    expect(completeRule({ ...short, requiresLessons: true })).toEqual({
      ...short,
      requiresLessons: true,
      paper: null,
      timeLimitMinutes: null,
      opensAt: null,
      closesAt: null,
      counts: 'best',
      hasPartialCredit: false,
      wrongPercent: 0,
      navigation: 'free',
      questionsPerPage: 1,
      feedback: 'after-submit',
      key: 'after-submit',
      graceMinutes: 30,
      markers: 1,
      markGapPercent: 25,
    });
  });

  it('is not locked by lessons in an exam, which has no such rule', () => {
    expect(completeRule(short).requiresLessons).toBe(false);
  });

  it('keeps everything that was said, zeros included', () => {
    expect(completeRule(said)).toEqual({ ...said, draw: 5 });
  });

  it('is the same when it is completed again, whatever was left out', () => {
    const rules = fc.subarray(Object.keys(said)).map((kept): QuizRuleLike => ({
      ...short,
      ...Object.fromEntries(kept.map((key) => [key, said[key as keyof QuizRuleLike]])),
    }));
    fc.assert(
      fc.property(rules, (rule) => {
        expect(completeRule(completeRule(rule))).toEqual(completeRule(rule));
      }),
    );
  });

  it('counts the questions by its plan, and by the draw where there is none', () => {
    expect([plannedCount(short), plannedCount(said), plannedCount({ draw: 4, paper: null })]).toEqual([
      20, 5, 4,
    ]);
  });

  it('draws a bare number from the whole set, and keeps the plan that it has', () => {
    const wholeSet = { fixed: [], draws: [{ count: 20, from: {} }], keepsOrder: false };
    expect(withPlan(completeRule(short))).toEqual({ ...completeRule(short), paper: wholeSet });
    expect(withPlan(completeRule(said))).toEqual(completeRule(said));
  });
});
