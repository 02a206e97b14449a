// Completing a course: all of it, at the moment of the last fact, and explainable afterwards.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  completionEvidence,
  completionRuleVersion,
  courseProgress,
  courseSteps,
  type OutlineStep,
} from './completion.js';

const outline: OutlineStep[] = [
  { id: 'l1', kind: 'content' },
  { id: 'l2', kind: 'content' },
  { id: 'q1', kind: 'quiz' },
];
const day = (date: number) => new Date(Date.UTC(2026, 2, date));
const on = (days: Record<string, number>) =>
  new Map(Object.entries(days).map(([id, date]) => [id, day(date)]));

describe('the progress of a learner', () => {
  const cases: {
    name: string;
    done: Record<string, number>;
    passed: Record<string, number>;
    expected: object;
  }[] = [
    {
      name: 'begins at nothing, with everything open',
      done: {},
      passed: {},
      expected: {
        done: 0,
        total: 3,
        percent: 0,
        isComplete: false,
        completedAt: null,
        openLessons: ['l1', 'l2'],
        openQuizzes: ['q1'],
      },
    },
    {
      name: 'counts lessons and quizzes alike',
      done: { l1: 1, l2: 2 },
      passed: {},
      expected: {
        done: 2,
        total: 3,
        percent: 67,
        isComplete: false,
        completedAt: null,
        openLessons: [],
        openQuizzes: ['q1'],
      },
    },
    {
      name: 'is complete at the time of the last fact, here the quiz',
      done: { l1: 1, l2: 2 },
      passed: { q1: 5 },
      expected: {
        done: 3,
        total: 3,
        percent: 100,
        isComplete: true,
        completedAt: day(5),
        openLessons: [],
        openQuizzes: [],
      },
    },
    {
      name: 'is complete at the time of the last fact, here a lesson',
      done: { l1: 9, l2: 2 },
      passed: { q1: 5 },
      expected: {
        done: 3,
        total: 3,
        percent: 100,
        isComplete: true,
        completedAt: day(9),
        openLessons: [],
        openQuizzes: [],
      },
    },
    {
      name: 'does not count facts from outside the outline, or of the wrong kind',
      done: { other: 1, q1: 1 },
      passed: { l1: 1 },
      expected: {
        done: 0,
        total: 3,
        percent: 0,
        isComplete: false,
        completedAt: null,
        openLessons: ['l1', 'l2'],
        openQuizzes: ['q1'],
      },
    },
  ];
  it.each(cases)('$name', ({ done, passed, expected }) => {
    expect(courseProgress({ lessons: outline, doneLessons: on(done), passedQuizzes: on(passed) })).toEqual(
      expected,
    );
  });

  it('is never complete in a course without lessons', () => {
    const progress = courseProgress({ lessons: [], doneLessons: new Map(), passedQuizzes: new Map() });
    expect(progress).toMatchObject({ total: 0, percent: 0, isComplete: false, completedAt: null });
  });

  it('stays at 99 % with one lesson of 300 open', () => {
    const lessons = Array.from({ length: 300 }, (_, index): OutlineStep => ({
      id: `l${index}`,
      kind: 'content',
    }));
    const doneLessons = new Map(lessons.slice(1).map((lesson) => [lesson.id, day(1)]));
    expect(courseProgress({ lessons, doneLessons, passedQuizzes: new Map() })).toMatchObject({
      percent: 99,
      openLessons: ['l0'],
    });
  });

  it('shows 100 % exactly when it is complete, never falls by a new fact, and ends at the latest of its facts', () => {
    const steps = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 400 }).map(String),
        kind: fc.constantFrom('content' as const, 'quiz' as const),
      }),
      { selector: (step) => step.id, maxLength: 30 },
    );
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 28 })), { maxLength: 60 }),
        (lessons, facts) => {
          const [doneLessons, passedQuizzes] = [new Map<string, Date>(), new Map<string, Date>()];
          let last = 0;
          for (const [pick, date] of facts) {
            const step = lessons[pick % Math.max(1, lessons.length)];
            if (!step) continue;
            const kept = step.kind === 'content' ? doneLessons : passedQuizzes;
            if (!kept.has(step.id)) kept.set(step.id, day(date));
            const progress = courseProgress({ lessons, doneLessons, passedQuizzes });
            expect(progress.percent).toBeGreaterThanOrEqual(last);
            expect(progress.percent === 100).toBe(progress.isComplete);
            expect(progress.done + progress.openLessons.length + progress.openQuizzes.length).toBe(
              progress.total,
            );
            const latest = Math.max(
              ...[...doneLessons.values(), ...passedQuizzes.values()].map((time) => time.getTime()),
            );
            expect(progress.completedAt?.getTime()).toBe(progress.isComplete ? latest : undefined);
            last = progress.percent;
          }
        },
      ),
    );
  });
});

describe('the steps of a course', () => {
  it('are its content lessons and its quizzes, each once', () => {
    const twice: OutlineStep[] = [...outline, { id: 'l1', kind: 'content' }];
    expect(courseSteps(twice)).toEqual({ lessonIds: ['l1', 'l2'], quizIds: ['q1'], total: 3 });
  });
});

describe('the evidence of a completion', () => {
  it('names every fact in the order of the outline, and survives being stored as JSON', () => {
    const attempt = { attemptId: 'a7', points: 9, neededPoints: 8, possiblePoints: 10, submittedAt: day(5) };
    const evidence = completionEvidence({
      lessons: outline,
      doneLessons: on({ other: 1, l2: 3, l1: 4 }),
      passedAttempts: new Map([['q1', attempt]]),
    });
    expect(JSON.parse(JSON.stringify(evidence))).toEqual({
      ruleVersion: completionRuleVersion,
      lessons: [
        { lessonId: 'l1', doneAt: '2026-03-04T00:00:00.000Z' },
        { lessonId: 'l2', doneAt: '2026-03-03T00:00:00.000Z' },
      ],
      quizzes: [{ lessonId: 'q1', ...attempt, submittedAt: '2026-03-05T00:00:00.000Z' }],
    });
  });
});
