import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { QuizLesson } from '@onetouch/contract';
import { drawPaper, type DrawRule } from '@onetouch/domain';
import { useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import {
  answerAll,
  attempted,
  finishLesson,
  type PaperQuestion,
  quizCourse,
  quizLearner,
  save,
} from '../../test/quizzes.js';

const test = useTestApp();

const smallCourse = (rule: Partial<QuizLesson['rule']>) => quizCourse({ rule });
const learner = (document = quizCourse()) => quizLearner(test, document);

describe('starting a quiz', () => {
  it('is closed until the lessons it asks for are done', async () => {
    const { client, quizPath, start, lesson } = await learner(smallCourse({ requiresLessons: true }));
    expect((await start()).body.code).toBe('quiz.locked');
    expect((await client.get(quizPath)).body.lockedBy).toEqual([
      { lessonId: lesson.id, title: lesson.title },
    ]);
  });

  it('gives a paper without key or feedback, and the same one to every tab', async () => {
    const { client, start } = await learner();
    const starts = await Promise.all([start(), start(), start()]);
    expect(new Set(starts.map((answer) => answer.body.id)).size).toBe(1);
    const text = JSON.stringify(starts[0]?.body);
    expect(text).not.toContain('correct');
    expect(text).not.toContain('explanation');
    const again = await client.get(`/attempts/${starts[0]?.body.id}`);
    expect(again.body.questions).toEqual(starts[0]?.body.questions);
    expect(again.body.questions).toHaveLength(4);
  });

  it('another learner gets another paper', async () => {
    const document = smallCourse({ draw: 6 });
    const papers = await Promise.all(
      [1, 2, 3].map(async () => (await (await learner(document)).start()).body.questions),
    );
    expect(new Set(papers.map((paper) => JSON.stringify(paper))).size).toBeGreaterThan(1);
  });
});

describe('saving an answer', () => {
  it('answers a receipt, and keeps it for another browser', async () => {
    const { client, person, start } = await learner();
    const { body: attempt } = await start();
    const question = attempt.questions[0];
    const saved = await save(client, attempt.id, question.id, {
      optionIds: ['r'],
      sequence: 1,
      isFlagged: true,
    });
    expect(saved.body).toMatchObject({
      questionId: question.id,
      optionIds: ['r'],
      isFlagged: true,
      sequence: 1,
    });
    expect(saved.body.receipt).toMatch(/^[0-9A-F]{4}$/);
    const other = await test.as(person);
    const { state, feedback, ...kept } = saved.body;
    expect({ state, feedback }).toMatchObject({ state: { submittedAt: null }, feedback: null });
    expect((await other.get(`/attempts/${attempt.id}`)).body.answers).toEqual([kept]);
  });

  it('the highest sequence wins, in whatever order they arrive', async () => {
    const { client, start } = await learner();
    const { body: attempt } = await start();
    const id = attempt.questions[0].id;
    const sends = [3, 1, 2].map((sequence) =>
      save(client, attempt.id, id, { optionIds: [sequence === 3 ? 'r' : 'w1'], sequence }),
    );
    await Promise.all(sends);
    const late = await save(client, attempt.id, id, { optionIds: ['w2'], sequence: 2 });
    expect(late.body).toMatchObject({ optionIds: ['r'], sequence: 3 });
  });

  it('refuses questions and options that are not on the paper, and two options for a single choice', async () => {
    const { client, start } = await learner();
    const { body: attempt } = await start();
    const id = attempt.questions[0].id;
    expect((await save(client, attempt.id, randomUUID(), { optionIds: ['r'], sequence: 1 })).body.code).toBe(
      'attempt.question-unknown',
    );
    expect((await save(client, attempt.id, id, { optionIds: ['zz'], sequence: 1 })).body.code).toBe(
      'attempt.option-unknown',
    );
    expect((await save(client, attempt.id, id, { optionIds: ['r', 'w1'], sequence: 1 })).body.code).toBe(
      'attempt.option-unknown',
    );
    expect((await save(client, attempt.id, id, { optionIds: ['r'], sequence: 0 })).body.code).toBe(
      'request.invalid',
    );
    expect((await save(client, attempt.id, id, { optionIds: ['r'], sequence: 1, price: 9 })).body.code).toBe(
      'request.invalid',
    );
    expect((await client.get(`/attempts/${attempt.id}`)).body.answers).toEqual([]);
  });

  it("nobody else can read, answer or submit somebody's attempt, even after its owner has saved", async () => {
    const { client, start } = await learner();
    const { body: attempt } = await start();
    const id = attempt.questions[0].id;
    await save(client, attempt.id, id, { optionIds: ['r'], sequence: 1 });
    const stranger = await test.as(await createPerson(test));
    expect((await save(stranger, attempt.id, id, { optionIds: ['w1'], sequence: 9 })).status).toBe(404);
    expect((await stranger.get(`/attempts/${attempt.id}`)).status).toBe(404);
    expect((await stranger.post(`/attempts/${attempt.id}/submit`)).status).toBe(404);
    expect((await stranger.get(`/attempts/${attempt.id}/result`)).status).toBe(404);
    expect((await client.get(`/attempts/${attempt.id}`)).body.answers[0].optionIds).toEqual(['r']);
  });
});

describe('submitting', () => {
  it('marks with feedback and names the lessons to review', async () => {
    const one = await learner();
    const { lesson } = one;
    const result = await attempted(one, 2);
    expect(result).toMatchObject({
      status: 'marked',
      closedBy: 'learner',
      shows: { feedback: true, key: true, nextAt: null },
      rightCount: 2,
      questionCount: 4,
      neededCount: 3,
      hasPassed: false,
      points: 2000,
      attemptsLeft: 2,
    });
    expect(result.reviews).toEqual([
      { lessonId: lesson.id, number: 1, title: lesson.title, minutes: 5, wrong: 2 },
    ]);
    expect(result.parts).toEqual([
      { title: { vi: 'Phần', en: 'Part' }, right: 2, total: 4, points: 2000, possiblePoints: 4000 },
    ]);
    expect(result.questions[3]).toMatchObject({
      chosen: ['w1'],
      correct: ['r'],
      isRight: false,
      explanation: 'Vì thế.',
    });
  });

  it('has no result before, and one and the same after two submissions at once', async () => {
    const { client, start } = await learner();
    const { body: attempt } = await start();
    expect((await client.get(`/attempts/${attempt.id}/result`)).body.code).toBe('attempt.not-submitted');
    await answerAll(client, attempt, 4);
    const both = await Promise.all([1, 2].map(() => client.post(`/attempts/${attempt.id}/submit`)));
    const [one, other] = both.map(({ body }) => ({ ...body, state: { ...body.state, serverTime: '' } }));
    expect(one).toEqual(other);
    expect(one).toMatchObject({ attemptId: attempt.id, answeredCount: 4, questionCount: 4 });
    const { body: result } = await client.get(`/attempts/${attempt.id}/result`);
    expect(result).toMatchObject({ hasPassed: true, points: 4000, receipt: one.receipt });
  });

  it('an answer after it is refused, and one confirmed before it is always marked', async () => {
    const { client, start } = await learner();
    const { body: attempt } = await start();
    const ids: string[] = attempt.questions.map((question: PaperQuestion) => question.id);
    const race = await Promise.all([
      ...ids.map((id) => save(client, attempt.id, id, { optionIds: ['r'], sequence: 1 })),
      client.post(`/attempts/${attempt.id}/submit`),
    ]);
    const confirmed = race.slice(0, -1).filter((answer) => answer.status === 200).length;
    const { body: result } = await client.get(`/attempts/${attempt.id}/result`);
    expect(result.rightCount).toBe(confirmed);
    const late = await save(client, attempt.id, ids[0] ?? '', { optionIds: ['w1'], sequence: 7 });
    expect(late.body.code).toBe('attempt.closed');
  });

  it('the pause must pass before the next attempt, and no more than allowed are given', async () => {
    const one = await learner(smallCourse({ attemptsAllowed: 2, pauseMinutes: 10 }));
    const { client, start, quizPath } = one;
    const first = await attempted(one, 0);
    const soon = await start();
    expect(soon.body.code).toBe('quiz.pause');
    expect(soon.body.retryAt).toBe(first.nextAttemptAt);
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(500);
    test.clock.forward(11);
    const second = await attempted(one, 1);
    expect(second).toMatchObject({ number: 2, attemptsLeft: 0, nextAttemptAt: null });
    test.clock.forward(60);
    expect((await start()).body.code).toBe('quiz.no-attempts-left');
    test.clock.run();
    expect((await client.get(quizPath)).body).toMatchObject({ attemptsLeft: 0, hasPassed: false });
  });

  it('passing the quiz after the lessons completes the course in the same moment', async () => {
    const one = await learner();
    const { client, enrolmentId } = one;
    await finishLesson(one);
    const result = await attempted(one, 3);
    expect(result.courseCompletedAt).toBe(result.submittedAt);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body).toMatchObject({ percent: 100, completedAt: result.submittedAt });
    expect(body.conditions[1]).toMatchObject({
      met: true,
      best: { points: 3000, needed: 3000, possible: 4000, attemptNumber: 1 },
    });
    expect(result.certificateId).toBeNull();
    const { body: certificate } = await client.post(`/enrolments/${enrolmentId}/certificate`);
    const { body: after } = await client.get(`/attempts/${result.id}/result`);
    expect(after.certificateId).toBe(certificate.id);
  });

  it('a completion that was decided by an older rule keeps its date and its evidence', async () => {
    const one = await learner();
    const { enrolmentId } = one;
    const old = { ruleVersion: 0, lessons: [], quizzes: [] };
    await test.database.rows(
      {
        name: 'spec.old-completion',
        text: `UPDATE enrolment SET completed_at = '2025-03-01T02:00:00Z', completion = $2 WHERE id = $1`,
      },
      [enrolmentId, old],
    );
    await finishLesson(one);
    await attempted(one, 4);
    const row = await test.database.row<{ completed_at: Date; completion: object }>(
      { name: 'spec.completion', text: 'SELECT completed_at, completion FROM enrolment WHERE id = $1' },
      [enrolmentId],
    );
    expect(row?.completed_at.toISOString()).toBe('2025-03-01T02:00:00.000Z');
    expect(row?.completion).toEqual(old);
  });

  it('a better attempt after a pass counts as the best and moves no date', async () => {
    const one = await learner();
    const { client, enrolmentId } = one;
    const first = await attempted(one, 3);
    test.clock.forward(30);
    await attempted(one, 4);
    test.clock.run();
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body.conditions[1].best.points).toBe(4000);
    expect(body.lessons[1].doneAt).toBe(first.submittedAt);
  });

  it('the attempt stores the paper, the rule and the answers that it was judged by', async () => {
    const one = await learner();
    const result = await attempted(one, 4);
    const row = await test.database.row<{
      paper: { questions: unknown[] };
      rule: DrawRule;
      result: { questions: { chosen: string[] }[] };
      seed: string;
    }>(
      {
        name: 'spec.attempt',
        text: 'SELECT p.paper, p.seed, a.rule, a.result FROM attempt a JOIN paper p ON p.id = a.paper_id WHERE a.id = $1',
      },
      [result.id],
    );
    expect(row?.paper.questions).toHaveLength(4);
    expect(row?.rule).toMatchObject({ passPercent: 75 });
    expect(row?.result.questions.every((one) => one.chosen[0] === 'r')).toBe(true);
    const rule = row?.rule ?? one.quiz.rule;
    expect(drawPaper({ rule, questions: one.quiz.questions }, row?.seed ?? '')).toEqual(row?.paper);
  });
});
