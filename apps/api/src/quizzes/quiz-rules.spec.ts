import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createCourse, question } from '../../test/factories.js';
import { attempted, quizCourse, quizLearner } from '../../test/quizzes.js';

const test = useTestApp();
const begin = new Date('2027-03-01T02:00:00.000Z');
const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

describe('the window of a quiz', () => {
  it('refuses starts before it opens, with the time, and from its end on', async () => {
    test.clock.set(begin);
    const rule = { opensAt: at(10).toISOString(), closesAt: at(60).toISOString() };
    const { client, start, quizPath } = await quizLearner(test, quizCourse({ rule }));
    const early = (await start()).body;
    expect(early).toMatchObject({ code: 'quiz.not-open', retryAt: at(10).toISOString() });
    expect((await client.get(quizPath)).body.nextAttemptAt).toBe(at(10).toISOString());
    test.clock.set(at(60));
    expect((await start()).body.code).toBe('quiz.over');
    test.clock.set(at(10));
    expect((await start()).body.state.deadlineAt).toBe(at(60).toISOString());
    test.clock.run();
  });
});

describe('an access code', () => {
  it('is asked for, is taken as people type it, and never leaves the server', async () => {
    const document = quizCourse({ gate: { accessCode: 'Sen Hồng 24' } });
    const { client, start, quizPath, course, enrolmentId } = await quizLearner(test, document);
    expect((await start()).body.code).toBe('quiz.access-code');
    expect((await start({ accessCode: 'sen hong 24' })).body.code).toBe('quiz.access-code');
    const quiz = await client.get(quizPath);
    expect(quiz.body.needsAccessCode).toBe(true);
    const started = await start({ accessCode: ' sen hồng 24 ' });
    expect(started.status).toBe(200);
    // Who is in goes on without it, from another device too.
    expect((await start()).body.id).toBe(started.body.id);
    const pages = [
      quiz,
      started,
      await client.get(`/enrolments/${enrolmentId}`),
      await client.get(`/courses/${course.slug}`),
      await client.get('/courses'),
      await client.get('/me/enrolments'),
    ];
    for (const page of pages) expect(page.text).not.toMatch(/Sen Hồng|gate|networks"/);
  });

  it('cannot be found out by trying', async () => {
    const { start } = await quizLearner(test, quizCourse({ gate: { accessCode: 'đúng' } }));
    for (let count = 0; count < 20; count += 1)
      expect((await start({ accessCode: `sai ${count}` })).body.code).toBe('quiz.access-code');
    expect((await start({ accessCode: 'đúng' })).body.code).toBe('request.throttled');
  });

  it('cannot be found out by trying many at once', async () => {
    const { start } = await quizLearner(test, quizCourse({ gate: { accessCode: '4711' } }));
    const tries = Array.from({ length: 40 }, (_, index) => start({ accessCode: `${index}` }));
    const codes = (await Promise.all(tries)).map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'quiz.access-code')).toHaveLength(20);
  });
});

describe('allowed networks', () => {
  it.each([
    { networks: ['127.0.0.0/8'], code: undefined },
    { networks: ['10.0.0.0/8', '127.0.0.1', '2001:db8::/32'], code: undefined },
    { networks: ['10.0.0.0/8', '::1'], code: 'quiz.network' },
  ])('$networks for somebody at 127.0.0.1: $code', async ({ networks, code }) => {
    const { start } = await quizLearner(test, quizCourse({ gate: { networks } }));
    expect((await start()).body.code).toBe(code);
  });
});

describe('a plan for the paper', () => {
  const plan = (questions: ReturnType<typeof question>[]) => ({
    fixed: [{ questionId: questions[0]?.id ?? '', points: 3_000 }],
    draws: [{ count: 2, from: { category: 'A' } }],
    keepsOrder: true,
  });

  it('gives its fixed questions and draws, and is told to nobody', async () => {
    const questions = [1, 2, 3, 4].map(() => ({ ...question(''), category: 'A' }));
    const document = quizCourse({
      rule: { draw: 3, paper: plan(questions) },
      questions: (review) => questions.map((one) => ({ ...one, review })),
    });
    const { client, start, quizPath, course } = await quizLearner(test, document);
    const { body } = await start();
    expect(body.questions).toHaveLength(3);
    expect(body.questions[0]).toMatchObject({ id: questions[0]?.id, points: 3_000 });
    expect(body).toMatchObject({ possiblePoints: 5_000, neededPoints: 3_750 });
    for (const page of [await client.get(quizPath), await client.get(`/courses/${course.slug}`)])
      expect(page.text).not.toContain('"paper"');
    expect(JSON.stringify(body)).not.toMatch(/"(paper|category|correct|explanation)"/);
  });

  it('that cannot be met starts nothing', async () => {
    const { start } = await quizLearner(
      test,
      quizCourse({
        rule: {
          draw: 3,
          paper: { fixed: [], draws: [{ count: 3, from: { category: 'B' } }], keepsOrder: false },
        },
      }),
    );
    expect((await start()).body.code).toBe('quiz.too-few-questions');
  });
});

describe('which attempt counts', () => {
  it.each([
    { counts: 'best', rights: [4, 0], passed: true, number: 1 },
    { counts: 'last', rights: [4, 0], passed: false, number: 2 },
    { counts: 'first', rights: [0, 4], passed: false, number: 1 },
    { counts: 'first', rights: [4, 0], passed: true, number: 1 },
    { counts: 'last', rights: [0, 4], passed: true, number: 2 },
  ] as const)(
    '$counts of $rights right answers: passed $passed',
    async ({ counts, rights, passed, number }) => {
      const one = await quizLearner(test, quizCourse({ rule: { counts, pauseMinutes: 0 } }));
      const results = [await attempted(one, rights[0]), await attempted(one, rights[1])];
      const { body } = await one.client.get(one.quizPath);
      expect(body).toMatchObject({ hasPassed: passed, countingAttemptId: results[number - 1].id });
      const { body: enrolment } = await one.client.get(`/enrolments/${one.enrolmentId}`);
      expect(enrolment.conditions[1]).toMatchObject({ met: passed, best: { attemptNumber: number } });
    },
  );
});

describe('the rule', () => {
  it('is frozen on the attempt: a new version of the course changes nothing for it', async () => {
    const document = quizCourse({ rule: { timeLimitMinutes: 30, passPercent: 50 } });
    const course = await createCourse(test, { document });
    const one = await quizLearner(test, course);
    const { body: attempt } = await one.start();
    const row = await test.database.row<{ rule: object }>(
      { name: 'spec.frozen-rule', text: 'SELECT rule FROM attempt WHERE id = $1' },
      [attempt.id],
    );
    expect(row?.rule).toEqual({
      ...{
        draw: 4,
        passPercent: 50,
        attemptsAllowed: 3,
        pauseMinutes: 10,
        requiresLessons: false,
        paper: { fixed: [], draws: [{ count: 4, from: {} }], keepsOrder: false },
      },
      ...{
        timeLimitMinutes: 30,
        opensAt: null,
        closesAt: null,
        counts: 'best',
        hasPartialCredit: false,
        wrongPercent: 0,
      },
      ...{
        navigation: 'free',
        questionsPerPage: 1,
        feedback: 'after-submit',
        key: 'after-submit',
        graceMinutes: 30,
      },
      ...{ markers: 1, markGapPercent: 25 },
    });
  });

  it('of partial credit and of points for wrong answers is marked in thousandths', async () => {
    const several = (review: string) => ({
      ...question(review),
      kind: 'multiple' as const,
      correct: ['r', 'w1'],
    });
    const document = quizCourse({
      rule: { draw: 1, hasPartialCredit: true, wrongPercent: 50 },
      questions: (review) => [several(review)],
    });
    const one = await quizLearner(test, document);
    const { body: attempt } = await one.start();
    const id = attempt.questions[0].id;
    await one.client.put(`/attempts/${attempt.id}/answers/${id}`).send({ optionIds: ['r'], sequence: 1 });
    await one.client.post(`/attempts/${attempt.id}/submit`);
    expect((await one.client.get(`/attempts/${attempt.id}/result`)).body).toMatchObject({ points: 500 });
  });

  it('asks for a lesson of its own enrolment', async () => {
    const { client, enrolmentId, lesson } = await quizLearner(test);
    for (const id of [randomUUID(), lesson.id])
      expect((await client.post(`/enrolments/${enrolmentId}/quizzes/${id}/attempts`)).body.code).toBe(
        'lesson.not-found',
      );
    const { quiz } = await quizLearner(test);
    expect((await client.post(`/enrolments/${randomUUID()}/quizzes/${quiz.id}/attempts`)).status).toBe(404);
  });
});
