import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { morning, unseal } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';
import {
  answer,
  begin,
  checkEverybodyIn,
  createMorning,
  type Morning,
  type Room,
  type Seat,
} from '../../test/invigilation.js';
import { Rounds } from '../platform/rounds.js';

const reason = 'Máy tính bị hỏng';

interface Scene extends Morning {
  one: Room;
  two: Room;
  a: Seat;
  b: Seat;
}

describe('what is done to one person', () => {
  const test = useTestApp();

  async function opened(wish: Parameters<typeof createMorning>[1] = {}): Promise<Scene> {
    const found = await createMorning(test, wish);
    const [one, two] = found.rooms;
    const [a, b] = one?.seats ?? [];
    if (!one || !two || !a || !b) throw new Error('no seats');
    return { ...found, one, two, a, b };
  }
  async function started(wish: Parameters<typeof createMorning>[1] = {}): Promise<Scene> {
    const scene = await opened(wish);
    await checkEverybodyIn(test, scene.rooms);
    return scene;
  }
  const countLines = async (examId: string, kind: string) =>
    (
      await test.database.source.query(
        'SELECT count(*)::int AS count FROM exam_event WHERE exam_id = $1 AND kind = $2',
        [examId, kind],
      )
    )[0].count;

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

  it('a check-in by hand is taken once with the name of who did it, and the person can start', async () => {
    const { day, path, one, a } = await opened();
    const enter = () => one.invigilator.post(`${path}/candidates/${a.id}/check-in`).send({});
    const answers = await Promise.all([enter(), enter()]);
    for (const { status, body } of answers)
      expect([status, body.status, body.checkedInAt]).toEqual([200, 'checked-in', morning.checkInOpensAt]);
    expect(await countLines(day.exam.id, 'checked-in-by-hand')).toBe(1);
    const [row] = await test.database.source.query('SELECT checked_in_by FROM exam_candidate WHERE id = $1', [
      a.id,
    ]);
    expect(row.checked_in_by).toBe(one.invigilatorId);
    test.clock.set(morning.startsAt);
    expect((await begin(a)).questionIds).toHaveLength(4);
  });

  it('a check-in by hand draws a paper for who has none', async () => {
    const { path, one, a } = await opened();
    await test.database.source.query(
      `UPDATE exam_candidate SET paper_id = NULL, key = NULL, sealed = NULL, nonce = NULL, needed_points = NULL, possible_points = NULL WHERE id = $1`,
      [a.id],
    );
    await one.invigilator.post(`${path}/candidates/${a.id}/check-in`).send({});
    expect((await a.client.get(`/sittings/${a.id}`)).body.sealedPaper.data.length).toBeGreaterThan(500);
  });

  it('a check-in by hand is refused too early and too late', async () => {
    const { path, one, a } = await opened();
    const enter = async () =>
      (await one.invigilator.post(`${path}/candidates/${a.id}/check-in`).send({})).body.code;
    test.clock.set(morning.planned);
    expect(await enter()).toBe('check-in.not-open');
    test.clock.set(morning.closesAt);
    expect(await enter()).toBe('exam.over');
  });

  it('a check-in is taken back before the start and not after it', async () => {
    const { day, path, one, a, b } = await started();
    const undo = (seat: Seat) =>
      one.invigilator.post(`${path}/candidates/${seat.id}/undo-check-in`).send({ reason });
    const answers = await Promise.all([undo(a), undo(a)]);
    expect(answers.map(({ body }) => body.status)).toEqual(['absent', 'absent']);
    expect(await countLines(day.exam.id, 'check-in-undone')).toBe(1);
    const refused = await a.client.post(`/sittings/${a.id}/start`).send({});
    expect(refused.body.code).toBe('candidate.not-checked-in');
    await begin(b);
    expect((await undo(b)).body.code).toBe('exam.started');
    expect(await countLines(day.exam.id, 'check-in-undone')).toBe(1);
  });

  it('an undoing and a start of the same moment: one of them wins and the other is refused', async () => {
    const { path, one, a } = await started();
    const [undone, begun] = await Promise.all([
      one.invigilator.post(`${path}/candidates/${a.id}/undo-check-in`).send({ reason }),
      a.client.post(`/sittings/${a.id}/start`).send({}),
    ]);
    const outcomes = [undone.body.code ?? 'undone', begun.body.code ?? 'begun'];
    expect([
      ['exam.started', 'begun'],
      ['undone', 'candidate.not-checked-in'],
    ]).toContainEqual(outcomes);
  });

  it('moves to a room with a free seat, by its invigilator or by who runs the exam; the clock follows the room', async () => {
    const { day, path, one, two, a } = await started();
    await begin(a);
    const move = (client: Room['invigilator'], roomId: string | null) =>
      client.put(`${path}/candidates/${a.id}/room`).send({ roomId, reason });
    expect((await move(one.invigilator, two.room.id)).body.code).toBe('room.not-found');
    await two.invigilator.post(`${path}/rooms/${two.room.id}/pause`).send({ reason });
    const moved = await move(two.invigilator, two.room.id);
    expect(moved.body).toMatchObject({ roomId: two.room.id, status: 'paused' });
    expect((await move(two.invigilator, two.room.id)).status).toBe(200);
    expect(await countLines(day.exam.id, 'moved')).toBe(1);
    expect((await move(two.invigilator, null)).body.code).toBe('access.denied');
    expect((await move(one.invigilator, null)).body.code).toBe('candidate.not-found');
    test.clock.forward(5);
    const back = await move(day.coordinator, one.room.id);
    expect(back.body).toMatchObject({ status: 'offline', deadlineAt: '2026-11-21T02:05:00.000Z' });
    expect((await move(day.coordinator, null)).body.roomId).toBeNull();
    expect((await move(day.coordinator, randomUUID())).body.code).toBe('room.not-found');
    test.clock.set('2026-11-21T05:00:00.000Z');
    expect((await move(day.coordinator, one.room.id)).body.code).toBe('exam.over');
  });

  it('moves nobody to a room that is full, however many come at once', async () => {
    const { path, one, two } = await opened({ each: 3 });
    const answers = await Promise.all(
      one.seats.map((seat) =>
        two.invigilator.put(`${path}/candidates/${seat.id}/room`).send({ roomId: two.room.id, reason }),
      ),
    );
    expect(answers.map(({ body }) => body.code ?? 'moved').sort()).toEqual([
      'moved',
      'room.full',
      'room.full',
    ]);
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
