// The rule of an exam: who plans one never sees the plan of the quiz, and gets it by asking for as many questions.
import type { ExamRule, QuizLesson } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { examRuleOf } from './exam-rule.js';

const id = (n: number) => `0190c8f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const questions = [1, 2, 3].map((n) => ({
  id: id(n),
  kind: 'single',
  prompt: `Câu ${n}`,
  options: [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ],
  correct: ['a'],
  explanation: 'Vì thế.',
  points: 1_000,
  review: id(9),
}));
const rule: ExamRule = { draw: 2, passPercent: 70, attemptsAllowed: 1, pauseMinutes: 0 };
const paper = { fixed: [{ questionId: id(3) }], draws: [{ count: 1, from: {} }], keepsOrder: false };
const quiz = {
  minutes: 30,
  rule: { ...rule, requiresLessons: true, paper },
  questions,
} as unknown as QuizLesson;
const window = { startsAt: '2099-11-28T01:00:00.000Z', closesAt: '2099-11-28T02:00:00.000Z' };

describe('the rule of an exam', () => {
  it('is the plan of the quiz when it asks for as many questions and names no plan', () => {
    expect(examRuleOf(rule, quiz, window)).toMatchObject({ paper, draw: 2, timeLimitMinutes: 30 });
  });

  it('is a balanced draw when it asks for another number', () => {
    expect(examRuleOf({ ...rule, draw: 3 }, quiz, window)).toMatchObject({ paper: null, draw: 3 });
  });
});
