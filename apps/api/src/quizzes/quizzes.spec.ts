import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CourseDocument } from '@onetouch/contract';
import { drawPaper } from '@onetouch/domain';
import { type Client, useTestApp } from '../../test/app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
} from '../../test/factories.js';

const test = useTestApp();

interface PaperQuestion {
  id: string;
  options: { id: string }[];
}

function smallCourse(rule: Parameters<typeof quizLesson>[1] = {}): CourseDocument {
  const lesson = contentLesson();
  const quiz = quizLesson(lesson.id, { requiresLessons: false, ...rule });
  return courseDocument({
    modules: [{ id: randomUUID(), title: { vi: 'Phần', en: 'Part' }, lessons: [lesson, quiz] }],
  });
}

async function learner(document = smallCourse()) {
  const course = await createCourse(test, { document });
  const person = await createPerson(test);
  const client = await test.as(person);
  const { body } = await client.post('/enrolments').send({ courseId: course.id });
  const [lesson, quiz] = document.modules[0]?.lessons ?? [];
  const enrolmentId = String(body.id);
  const quizPath = `/enrolments/${enrolmentId}/quizzes/${quiz?.id}`;
  return {
    person,
    client,
    course,
    enrolmentId,
    lesson,
    quiz,
    quizPath,
    start: () => client.post(`${quizPath}/attempts`),
  };
}

const save = (client: Client, attemptId: string, questionId: string, body: object) =>
  client.put(`/attempts/${attemptId}/answers/${questionId}`).send(body);

async function answerAll(
  client: Client,
  attempt: { id: string; questions: PaperQuestion[] },
  rightCount: number,
) {
  for (const [index, question] of attempt.questions.entries()) {
    await save(client, attempt.id, question.id, {
      optionIds: [index < rightCount ? 'r' : 'w1'],
      sequence: 1,
    });
  }
}

async function attempted(client: Client, start: () => ReturnType<Client['post']>, rightCount: number) {
  const { body } = await start();
  await answerAll(client, body, rightCount);
  return (await client.post(`/attempts/${body.id}/submit`)).body;
}

describe('starting a quiz', () => {
  it('is closed until the lessons it asks for are done', async () => {
    const { client, quizPath, start, lesson } = await learner(smallCourse({ requiresLessons: true }));
    expect((await start()).body.code).toBe('quiz.locked');
    expect((await client.get(quizPath)).body.lockedBy).toEqual([
      { lessonId: lesson?.id, title: lesson?.title },
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
    expect((await other.get(`/attempts/${attempt.id}`)).body.answers).toEqual([saved.body]);
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
    const { client, start, lesson } = await learner();
    const result = await attempted(client, start, 2);
    expect(result).toMatchObject({
      rightCount: 2,
      questionCount: 4,
      neededCount: 3,
      hasPassed: false,
      points: 2000,
      attemptsLeft: 2,
    });
    expect(result.reviews).toEqual([
      { lessonId: lesson?.id, number: 1, title: lesson?.title, minutes: 5, wrong: 2 },
    ]);
    expect(result.parts).toEqual([{ title: { vi: 'Phần', en: 'Part' }, right: 2, total: 4 }]);
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
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(both[0]?.body).toMatchObject({ hasPassed: true, points: 4000 });
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
    const { client, start, quizPath } = await learner(smallCourse({ attemptsAllowed: 2, pauseMinutes: 10 }));
    const first = await attempted(client, start, 0);
    const soon = await start();
    expect(soon.body.code).toBe('quiz.pause');
    expect(soon.body.retryAt).toBe(first.nextAttemptAt);
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(500);
    test.clock.forward(11);
    const second = await attempted(client, start, 1);
    expect(second).toMatchObject({ number: 2, attemptsLeft: 0, nextAttemptAt: null });
    test.clock.forward(60);
    expect((await start()).body.code).toBe('quiz.no-attempts-left');
    test.clock.run();
    expect((await client.get(quizPath)).body).toMatchObject({ attemptsLeft: 0, hasPassed: false });
  });

  it('passing the quiz after the lessons completes the course in the same moment', async () => {
    const { client, start, enrolmentId, lesson } = await learner();
    const block = lesson?.kind === 'content' ? (lesson.blocks[0]?.id ?? '') : '';
    const events = [{ id: randomUUID(), kind: 'seen', blockId: block, occurredAt: new Date().toISOString() }];
    await client.post(`/enrolments/${enrolmentId}/lessons/${lesson?.id}/events`).send({ events });
    const result = await attempted(client, start, 3);
    expect(result.courseCompletedAt).toBe(result.submittedAt);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body).toMatchObject({ percent: 100, completedAt: result.submittedAt });
    expect(body.conditions[1]).toMatchObject({
      met: true,
      best: { points: 3000, needed: 3000, possible: 4000, attemptNumber: 1 },
    });
  });

  it('a completion that was decided by an older rule keeps its date and its evidence', async () => {
    const { client, start, enrolmentId, lesson } = await learner();
    const old = { ruleVersion: 0, lessons: [], quizzes: [] };
    await test.database.rows(
      {
        name: 'spec.old-completion',
        text: `UPDATE enrolment SET completed_at = '2025-03-01T02:00:00Z', completion = $2 WHERE id = $1`,
      },
      [enrolmentId, old],
    );
    const block = lesson?.kind === 'content' ? (lesson.blocks[0]?.id ?? '') : '';
    const events = [{ id: randomUUID(), kind: 'seen', blockId: block, occurredAt: new Date().toISOString() }];
    await client.post(`/enrolments/${enrolmentId}/lessons/${lesson?.id}/events`).send({ events });
    await attempted(client, start, 4);
    const row = await test.database.row<{ completed_at: Date; completion: object }>(
      { name: 'spec.completion', text: 'SELECT completed_at, completion FROM enrolment WHERE id = $1' },
      [enrolmentId],
    );
    expect(row?.completed_at.toISOString()).toBe('2025-03-01T02:00:00.000Z');
    expect(row?.completion).toEqual(old);
  });

  it('a better attempt after a pass counts as the best and moves no date', async () => {
    const { client, start, enrolmentId } = await learner();
    const first = await attempted(client, start, 3);
    test.clock.forward(30);
    await attempted(client, start, 4);
    test.clock.run();
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body.conditions[1].best.points).toBe(4000);
    expect(body.lessons[1].doneAt).toBe(first.submittedAt);
  });

  it('the attempt stores the paper, the rule and the answers that it was judged by', async () => {
    const { client, start, quiz } = await learner();
    const result = await attempted(client, start, 4);
    const row = await test.database.row<{
      paper: { questions: unknown[] };
      rule: object;
      result: { questions: { chosen: string[] }[] };
      seed: string;
    }>({ name: 'spec.attempt', text: 'SELECT paper, rule, result, seed FROM attempt WHERE id = $1' }, [
      result.id,
    ]);
    expect(row?.paper.questions).toHaveLength(4);
    expect(row?.rule).toMatchObject({ passPercent: 75 });
    expect(row?.result.questions.every((one) => one.chosen[0] === 'r')).toBe(true);
    expect(quiz?.kind === 'quiz' && drawPaper(quiz, row?.seed ?? '')).toEqual(row?.paper);
  });
});

describe('learners do not wait for each other', () => {
  it('one learner goes on while another one holds an open transaction', async () => {
    const document = smallCourse();
    const slow = await learner(document);
    const { body: attempt } = await slow.start();
    await test.database.transaction(async (transaction) => {
      await transaction.rows(
        {
          name: 'spec.hold',
          text: 'SELECT 1 FROM enrolment e, attempt a WHERE e.id = $1 AND a.id = $2 FOR UPDATE',
        },
        [slow.enrolmentId, attempt.id],
      );
      const quick = await learner(document);
      const result = await attempted(quick.client, quick.start, 4);
      expect(result.hasPassed).toBe(true);
    });
  });
});
