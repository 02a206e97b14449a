import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, startTestApp, type TestApp } from './app.js';
import { createCourse, createPerson, type TestCourse } from './factories.js';
import { type Gate, standGate } from './gate.js';

describe('a database that goes away', () => {
  let test: TestApp;
  let gate: Gate;
  let client: Client;
  let course: TestCourse;

  beforeAll(async () => {
    test = await startTestApp({}, async (url) => {
      gate = await standGate(url);
      return gate.url;
    });
    course = await createCourse(test);
    client = await test.as(await createPerson(test));
  });
  afterAll(async () => {
    gate.open();
    await test.stop();
    await gate.close();
  });

  const requests = () => [
    test.visitor.get('/health'),
    test.visitor.get('/provinces'),
    client.get('/me/enrolments'),
    client.post('/enrolments').send({ courseId: course.id }),
    test.visitor.post('/session').send({ login: 'ai@example.test', password: 'mat-khau-sai' }),
  ];

  it('gives 503 with advice when to try again, on reads and writes, with and without a session', async () => {
    gate.shut();
    for (const answer of await Promise.all(requests())) {
      expect(answer.status).toBe(503);
      expect(answer.body.code).toBe('service.unavailable');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('is used again as soon as it is back, without a restart', async () => {
    gate.open();
    const answers = await Promise.all(requests());
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 401]);
  });

  it('that breaks in the middle of a save leaves the save whole or undone, never half', async () => {
    const lesson = course.document.modules[0]?.lessons[0];
    const { body: enrolment } = await client.post('/enrolments').send({ courseId: course.id });
    const path = `/enrolments/${enrolment.id}/lessons/${lesson?.id}/events`;
    const blockIds = lesson?.kind === 'content' ? lesson.blocks : [];
    const events = blockIds.map((block) => ({
      id: randomUUID(),
      blockId: block.id,
      occurredAt: new Date().toISOString(),
      ...(block.type === 'check' ? { kind: 'answered', optionIds: ['a1'] } : { kind: 'seen' }),
    }));
    const saving = client.post(path).send({ events });
    const answer = await Promise.all([
      saving,
      new Promise((done) => setTimeout(done, 3)).then(() => gate.shut()),
    ]);
    gate.open();
    expect([200, 503]).toContain(answer[0].status);
    const { body } = await client.get(`/enrolments/${enrolment.id}`);
    const isSaved = body.lessons[0].state === 'done';
    expect(body.steps.done).toBe(isSaved ? 1 : 0);
    if (answer[0].status === 200) expect(isSaved).toBe(true);
    const again = await client.post(path).send({ events });
    expect(again.body.steps.done).toBe(1);
  });
});
