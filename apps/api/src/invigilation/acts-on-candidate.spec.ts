import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { morning, unseal } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';
import { answer, begin } from '../../test/invigilation.js';
import { reason, useScene } from '../../test/scene.js';
import { Rounds } from '../platform/rounds.js';

describe('what is done to one person', () => {
  const test = useTestApp();
  const { opened, started, countLines } = useScene(test);

  it('an extension counts before the start and while the clock runs, once for each id', async () => {
    const { day, path, one, a, b } = await started();
    const extend = (id: string, minutes: number) =>
      one.invigilator.post(`${path}/candidates/${a.id}/extension`).send({ id, minutes, reason });
    const before = randomUUID();
    const answers = await Promise.all([extend(before, 10), extend(before, 10)]);
    expect(answers.map(({ status, body }) => [status, body.extraMinutes])).toEqual([
      [200, 10],
      [200, 10],
    ]);
    await begin(a);
    expect((await extend(before, 10)).body.deadlineAt).toBe('2026-11-21T02:10:00.000Z');
    const during = await extend(randomUUID(), 5);
    expect(during.body).toMatchObject({ deadlineAt: '2026-11-21T02:15:00.000Z', extraMinutes: 15 });
    const elsewhere = await one.invigilator
      .post(`${path}/candidates/${b.id}/extension`)
      .send({ id: before, minutes: 10, reason });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'request.id-taken']);
    expect((await extend(before, 20)).body.code).toBe('request.id-taken');
    expect(await countLines(day.exam.id, 'extended')).toBe(2);
    const [given] = await test.database.source.query(
      'SELECT sum(minutes)::int AS minutes, min(reason) AS reason, min(author_id::text) AS author FROM attempt_extension WHERE exam_id = $1',
      [day.exam.id],
    );
    expect(given).toEqual({ minutes: 15, reason, author: one.invigilatorId });
  });

  it('an extension opens again what the deadline closed', async () => {
    const { path, one, a } = await started();
    await begin(a);
    test.clock.set('2026-11-21T02:01:00.000Z');
    await test.get(Rounds).run('quizzes.close-due');
    const { body } = await one.invigilator
      .post(`${path}/candidates/${a.id}/extension`)
      .send({ id: randomUUID(), minutes: 5, reason });
    expect(body).toMatchObject({ submittedAt: null, closedBy: null, deadlineAt: '2026-11-21T02:05:00.000Z' });
  });

  it('a restart gives a new paper and the whole time, and what was before counts no more', async () => {
    const { day, path, one, a } = await started();
    const first = await begin(a);
    const before = (await a.client.get(`/sittings/${a.id}`)).body;
    await answer(a, first.attemptId, first.questionIds[0] ?? '');
    test.clock.forward(30);
    const id = randomUUID();
    const restart = () => one.invigilator.post(`${path}/candidates/${a.id}/restart`).send({ id, reason });
    const answers = await Promise.all([restart(), restart(), restart()]);
    for (const { status, body } of answers)
      expect([status, body.attemptNumber, body.status, body.answered]).toEqual([200, 2, 'checked-in', 0]);
    expect(await countLines(day.exam.id, 'restarted')).toBe(1);
    const sitting = (await a.client.get(`/sittings/${a.id}`)).body;
    expect(sitting).toMatchObject({ attemptId: null, submittedAt: null });
    expect(sitting.sealedPaper.data).not.toBe(before.sealedPaper.data);
    const again = await a.client.post(`/sittings/${a.id}/start`).send({});
    expect(again.body.state).toMatchObject({
      startedAt: '2026-11-21T01:30:00.000Z',
      deadlineAt: '2026-11-21T02:30:00.000Z',
    });
    expect(again.body.attemptId).not.toBe(first.attemptId);
    expect(unseal(sitting, again.body.key)).toHaveLength(4);
    expect(await answer(a, first.attemptId, first.questionIds[1] ?? '', 9)).toBe(409);
    expect(again.body.state.voidedAt).toBeNull();
    const beat = a.client
      .post(`/attempts/${first.attemptId}/beat`)
      .send({ device: 'may-mot-cu', waiting: 0 });
    expect((await beat).body).toMatchObject({ voidedAt: '2026-11-21T01:30:00.000Z', submittedAt: null });
    const read = (await a.client.get(`/attempts/${first.attemptId}`)).body;
    expect(read.state.voidedAt).toBe('2026-11-21T01:30:00.000Z');
    const [old] = await test.database.source.query(
      'SELECT voided_at, submitted_at FROM attempt WHERE id = $1',
      [first.attemptId],
    );
    expect(old).toEqual({ voided_at: new Date('2026-11-21T01:30:00.000Z'), submitted_at: null });
  });

  it('a restart of somebody who has not begun leaves no paper behind, and one of somebody who has keeps it', async () => {
    const { path, one, a } = await started();
    const restart = () =>
      one.invigilator.post(`${path}/candidates/${a.id}/restart`).send({ id: randomUUID(), reason });
    const paperOf = async () =>
      (await test.database.source.query('SELECT paper_id FROM exam_candidate WHERE id = $1', [a.id]))[0]
        .paper_id;
    const isThere = async (paperId: string) =>
      (await test.database.source.query('SELECT 1 FROM paper WHERE id = $1', [paperId])).length === 1;
    const unused = await paperOf();
    expect((await restart()).status).toBe(200);
    const used = await paperOf();
    expect([await isThere(unused), await isThere(used)]).toEqual([false, true]);
    await begin(a);
    expect((await restart()).status).toBe(200);
    expect([await isThere(used), await isThere(await paperOf())]).toEqual([true, true]);
    expect((await begin(a)).questionIds).toHaveLength(4);
  });

  it('a restart needs a check-in and an exam that is not over', async () => {
    const { path, one, a } = await opened();
    const restart = async () =>
      (await one.invigilator.post(`${path}/candidates/${a.id}/restart`).send({ id: randomUUID(), reason }))
        .body.code;
    expect(await restart()).toBe('candidate.not-checked-in');
    test.clock.set(morning.closesAt);
    expect(await restart()).toBe('exam.over');
  });

  it('handing in for somebody marks what is saved, once, and not before the person has begun', async () => {
    const { day, path, one, a } = await started();
    const close = () => one.invigilator.post(`${path}/candidates/${a.id}/close`).send({ reason });
    expect((await close()).body.code).toBe('exam.not-started');
    const { attemptId, questionIds } = await begin(a);
    for (const id of questionIds) await answer(a, attemptId, id);
    test.clock.forward(1);
    const answers = await Promise.all([close(), close()]);
    for (const { status, body } of answers)
      expect([status, body.status, body.closedBy]).toEqual([200, 'submitted', 'invigilator']);
    expect(await countLines(day.exam.id, 'closed')).toBe(1);
    const [attempt] = await test.database.source.query(
      'SELECT points, has_passed, submitted_at FROM attempt WHERE id = $1',
      [attemptId],
    );
    expect(attempt).toEqual({
      points: 4000,
      has_passed: true,
      submitted_at: new Date('2026-11-21T01:01:00.000Z'),
    });
    expect(await answer(a, attemptId, questionIds[0] ?? '', 9)).toBe(409);
  });

  it('is not there for a neighbour, a candidate or a stranger', async () => {
    const { path, two, a } = await started();
    const id = randomUUID();
    const acts: [string, object][] = [
      ['extension', { id, minutes: 5, reason }],
      ['restart', { id, reason }],
      ['close', { reason }],
      ['check-in', {}],
      ['undo-check-in', { reason }],
    ];
    const stranger = await test.as(await createPerson(test));
    for (const [act, body] of acts) {
      const at = `${path}/candidates/${a.id}/${act}`;
      expect((await two.invigilator.post(at).send(body)).body.code).toBe('candidate.not-found');
      expect((await a.client.post(at).send(body)).body.code).toBe('exam.not-found');
      expect((await stranger.post(at).send(body)).body.code).toBe('exam.not-found');
      const nobody = `${path}/candidates/${randomUUID()}/${act}`;
      expect((await two.invigilator.post(nobody).send(body)).body.code).toBe('candidate.not-found');
    }
    const moving = await stranger.put(`${path}/candidates/${a.id}/room`).send({ roomId: null });
    expect(moving.body.code).toBe('exam.not-found');
  });

  it('changes no clock and no attempt after the results are out', async () => {
    const { day, path, one, a } = await started();
    const { attemptId } = await begin(a);
    await a.client.post(`/attempts/${attemptId}/submit`).send({});
    test.clock.set(morning.closesAt);
    expect((await day.coordinator.post(`${path}/release`).send({})).status).toBe(200);
    const id = randomUUID();
    const codeOf = async (act: string, body: object) =>
      (await one.invigilator.post(`${path}/candidates/${a.id}/${act}`).send(body)).body.code;
    expect(await codeOf('extension', { id, minutes: 5, reason })).toBe('exam.released');
    expect(await codeOf('restart', { id, reason })).toBe('exam.released');
  });
});
