// Changes of a quiz between editions: its rule field by field, and a question that becomes an essay.
import { describe, expect, it } from '@jest/globals';
import type { AuthoredLesson } from './authored-course.js';
import { courseChanges } from './course-changes.js';
import { course, module, question, quiz, reading, rule } from './course.sample.js';

const q = quiz('q', question('q1'), question('q2'));
const base = course(module('m1', reading('l1')), module('m2', q));

describe('a change of a quiz', () => {
  const withRule = (over: object) =>
    course(module('m1', reading('l1')), module('m2', { ...q, ...over } as AuthoredLesson));
  const changedRule = (field: string, before: string, after: string) => ({
    kind: 'changed',
    what: 'rule',
    where: ['Khóa', 'Phần m2', 'Kiểm tra q'],
    field,
    before,
    after,
  });
  const paper = {
    fixed: [{ questionId: 'q2', points: 1_500 }, { questionId: 'q9' }],
    draws: [
      { count: 3, from: { category: 'An toàn', tags: ['QR'], difficulty: 'easy' }, points: 500 },
      { count: 2, from: {} },
    ],
    keepsOrder: true,
  };
  it.each([
    { over: { rule: { ...rule, timeLimitMinutes: 45 } }, rows: [changedRule('timeLimitMinutes', '', '45')] },
    {
      over: { rule: { ...rule, closesAt: '2026-05-06T01:00:00.000Z' } },
      rows: [changedRule('closesAt', '', '2026-05-06T01:00:00.000Z')],
    },
    { over: { rule: { ...rule, counts: 'last' } }, rows: [changedRule('counts', 'best', 'last')] },
    {
      over: { rule: { ...rule, key: 'never', feedback: 'after-close' } },
      rows: [
        changedRule('feedbackShows', 'after-submit', 'after-close'),
        changedRule('keyShows', 'after-submit', 'never'),
      ],
    },
    { over: { rule: { ...rule, wrongPercent: 25 } }, rows: [changedRule('wrongPercent', '0', '25')] },
    {
      over: { rule: { ...rule, paper } },
      rows: [
        changedRule('draw', '2', '7'),
        changedRule('fixedQuestions', '', 'Câu q2 (1.5) · q9'),
        changedRule('draws', '', '3 × An toàn, QR, easy (0.5) · 2'),
        changedRule('keepsOrder', 'false', 'true'),
      ],
    },
    {
      over: { gate: { accessCode: 'SEN', networks: ['10.1.0.0/16', '10.2.0.1'] } },
      rows: [changedRule('accessCode', '', 'SEN'), changedRule('networks', '', '10.1.0.0/16 · 10.2.0.1')],
    },
    { over: { rule: { ...rule, counts: 'best', wrongPercent: 0, opensAt: null }, gate: {} }, rows: [] },
  ])('of a rule is told field by field, a default written down not at all: $over', ({ over, rows }) => {
    expect(courseChanges(base, withRule(over))).toEqual(rows);
  });

  it('to an essay is told with its labels, its rubric and its points', () => {
    const essay = (points: number) => ({
      kind: 'essay',
      options: [],
      correct: [],
      points,
      category: 'An toàn',
      tags: ['QR', 'OTP'],
      difficulty: 'hard' as const,
      competence: 'Giữ an toàn',
      essay: { maxWords: 200, rubric: [{ id: 'a', title: 'Nêu đúng', description: 'Đủ ba ý', points }] },
    });
    const edition = (one: ReturnType<typeof question>) => course(module('m1', quiz('q', one)));
    const [plain, short, long] = [question('q1'), question('q1', essay(2_000)), question('q1', essay(2_500))];
    expect(
      courseChanges(edition(plain), edition(short)).map(({ field, after }) => [field, after]),
    ).toMatchObject([
      ['kind', 'essay'],
      ['options', ''],
      ['key', ''],
      ['points', '2'],
      ['category', 'An toàn'],
      ['tags', 'QR · OTP'],
      ['difficulty', 'hard'],
      ['competence', 'Giữ an toàn'],
      ['maxWords', '200'],
      ['rubric', 'Nêu đúng (2): Đủ ba ý'],
    ]);
    expect(courseChanges(edition(short), edition(long))).toMatchObject([
      { field: 'points', before: '2', after: '2.5' },
      { field: 'rubric', before: 'Nêu đúng (2): Đủ ba ý', after: 'Nêu đúng (2.5): Đủ ba ý' },
    ]);
  });
});
