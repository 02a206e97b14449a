import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { morning } from '../../test/exams.js';
import {
  answer,
  begin,
  checkEverybodyIn,
  createMorning,
  type Morning,
  type Room,
} from '../../test/invigilation.js';
import { untilWaiting } from '../../test/lock-waits.js';
import { Rounds } from '../platform/rounds.js';

const reason = 'Mất điện cả phòng';

describe('what is done to a whole room', () => {
  const test = useTestApp();

  async function started(each = 2): Promise<Morning & { one: Room; two: Room }> {
    const found = await createMorning(test, { rooms: 2, each });
    await checkEverybodyIn(test, found.rooms);
    const [one, two] = found.rooms;
    if (!one || !two) throw new Error('no rooms');
    return { ...found, one, two };
  }
  const clockOf = async (attemptId: string) => {
    const [row] = await test.database.source.query(
      'SELECT deadline_at, paused_at, submitted_at, closed_by, extra_seconds, has_passed FROM attempt WHERE id = $1',
      [attemptId],
    );
    return row;
  };
  const linesOf = (examId: string, kind: string) =>
    test.database.source.query(
      'SELECT room_id, actor_id, minutes, reason FROM exam_event WHERE exam_id = $1 AND kind = $2',
      [examId, kind],
    );

  it('a pause stops the clocks of this room only, answers are still taken, and the time of it is given back', async () => {
    const { day, path, one, two } = await started();
    const [a, b] = one.seats;
    const c = two.seats[0];
    if (!a || !b || !c) throw new Error('no seats');
    const mine = await begin(a);
    const others = await begin(c);
    test.clock.forward(10);
    const at = `${path}/rooms/${one.room.id}`;
    const { body, status } = await one.invigilator.post(`${at}/pause`).send({ reason });
    expect([status, body.rooms[0].room.pausedAt]).toEqual([200, '2026-11-21T01:10:00.000Z']);
    expect(body.candidates.map((line: { status: string }) => line.status).sort()).toEqual([
      'checked-in',
      'paused',
    ]);
    test.clock.forward(5);
    expect(await answer(a, mine.attemptId, mine.questionIds[0] ?? '')).toBe(200);
    // Who begins meanwhile begins with a clock that stands still.
    const late = await begin(b);
    expect((await clockOf(late.attemptId)).paused_at).toEqual(new Date('2026-11-21T01:15:00.000Z'));
    test.clock.forward(15);
    const resumed = await one.invigilator.post(`${at}/resume`).send({});
    expect(resumed.body.rooms[0].room.pausedAt).toBeNull();
    expect(await clockOf(mine.attemptId)).toMatchObject({
      ...{ deadline_at: new Date('2026-11-21T02:20:00.000Z'), paused_at: null, extra_seconds: 0 },
    });
    expect((await clockOf(late.attemptId)).deadline_at).toEqual(new Date('2026-11-21T02:30:00.000Z'));
    expect((await clockOf(others.attemptId)).deadline_at).toEqual(new Date('2026-11-21T02:00:00.000Z'));
    expect(await linesOf(day.exam.id, 'paused')).toEqual([
      { room_id: one.room.id, actor_id: one.invigilatorId, minutes: null, reason },
    ]);
    expect(await linesOf(day.exam.id, 'resumed')).toHaveLength(1);
  });

  it('nobody is closed by a deadline that passes while the clock stands still, and the exam is not over', async () => {
    const { day, path, one } = await started();
    const [a] = one.seats;
    if (!a) throw new Error('no seat');
    const { attemptId } = await begin(a);
    await one.invigilator.post(`${path}/rooms/${one.room.id}/pause`).send({ reason });
    test.clock.set('2026-11-21T02:30:00.000Z');
    await test.get(Rounds).run('quizzes.close-due');
    expect((await clockOf(attemptId)).submitted_at).toBeNull();
    test.clock.set('2026-11-21T03:10:00.000Z');
    expect((await day.coordinator.get(path)).body.status).toBe('running');
    test.clock.set('2026-11-21T02:30:00.000Z');
    await one.invigilator.post(`${path}/rooms/${one.room.id}/resume`).send({ reason: '' });
    expect((await clockOf(attemptId)).deadline_at).toEqual(new Date('2026-11-21T03:30:00.000Z'));
  });

  it('pausing twice at once, or again, is one pause with one line', async () => {
    const { day, path, one } = await started();
    const pause = () => one.invigilator.post(`${path}/rooms/${one.room.id}/pause`).send({ reason });
    const answers = await Promise.all([
      pause(),
      pause(),
      day.coordinator.post(`${path}/rooms/${one.room.id}/pause`).send({ reason }),
    ]);
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200]);
    test.clock.forward(3);
    expect((await pause()).body.rooms[0].room.pausedAt).toBe(morning.startsAt);
    expect(await linesOf(day.exam.id, 'paused')).toHaveLength(1);
    const resume = () => one.invigilator.post(`${path}/rooms/${one.room.id}/resume`).send({});
    await Promise.all([resume(), resume()]);
    await resume();
    expect(await linesOf(day.exam.id, 'resumed')).toHaveLength(1);
  });

  it('a pause is refused before the start and after the end, and without a reason', async () => {
    const { path, rooms, day } = await createMorning(test);
    const [one] = rooms;
    const pause = async (body: object) =>
      (await one?.invigilator.post(`${path}/rooms/${one.room.id}/pause`).send(body))?.body;
    expect(await pause({ reason })).toMatchObject({ code: 'exam.not-started', retryAt: morning.startsAt });
    test.clock.set(morning.startsAt);
    expect((await pause({ reason: 'x' })).code).toBe('request.invalid');
    expect((await pause({})).code).toBe('request.invalid');
    test.clock.set(morning.closesAt);
    expect((await pause({ reason })).code).toBe('exam.over');
    expect(await linesOf(day.exam.id, 'paused')).toEqual([]);
  });

  it('a credit moves the clocks, counts for those who begin later, and the same id counts once', async () => {
    const { day, path, one, two } = await started();
    const [a, b] = one.seats;
    const [c] = two.seats;
    if (!a || !b || !c) throw new Error('no seats');
    const { attemptId } = await begin(a);
    const others = await begin(c);
    const id = randomUUID();
    const send = (minutes = 15) =>
      one.invigilator.post(`${path}/rooms/${one.room.id}/credit`).send({ id, minutes, reason });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200]);
    expect([(await send(99)).body.code, (await send()).status]).toEqual(['request.id-taken', 200]);
    expect(await clockOf(attemptId)).toMatchObject({
      ...{ deadline_at: new Date('2026-11-21T02:15:00.000Z'), extra_seconds: 900 },
    });
    const late = await begin(b);
    expect((await clockOf(late.attemptId)).deadline_at).toEqual(new Date('2026-11-21T02:15:00.000Z'));
    expect((await clockOf(others.attemptId)).deadline_at).toEqual(new Date('2026-11-21T02:00:00.000Z'));
    expect(await linesOf(day.exam.id, 'credited')).toEqual([
      { room_id: one.room.id, actor_id: one.invigilatorId, minutes: 15, reason },
    ]);
    const foreign = await two.invigilator
      .post(`${path}/rooms/${two.room.id}/credit`)
      .send({ id, minutes: 15, reason });
    expect([foreign.status, foreign.body.code]).toEqual([409, 'request.id-taken']);
    // Somebody else does not give the same minutes by the id of another: two people, two acts.
    const other = await day.coordinator
      .post(`${path}/rooms/${one.room.id}/credit`)
      .send({ id, minutes: 15, reason });
    expect([other.status, other.body.code]).toEqual([409, 'request.id-taken']);
    expect(await linesOf(day.exam.id, 'credited')).toHaveLength(1);
    expect((await clockOf(others.attemptId)).extra_seconds).toBe(0);
  });

  it('a credit opens again what the deadline closed, while its new deadline lies ahead, and not what was handed in', async () => {
    const { path, one } = await started();
    const [a, b] = one.seats;
    if (!a || !b) throw new Error('no seats');
    const mine = await begin(a);
    const done = await begin(b);
    await b.client.post(`/attempts/${done.attemptId}/submit`).send({});
    test.clock.set('2026-11-21T02:05:00.000Z');
    await test.get(Rounds).run('quizzes.close-due');
    expect((await clockOf(mine.attemptId)).closed_by).toBe('deadline');
    const credit = (minutes: number) =>
      one.invigilator.post(`${path}/rooms/${one.room.id}/credit`).send({ id: randomUUID(), minutes, reason });
    await credit(4);
    expect(await clockOf(mine.attemptId)).toMatchObject({ closed_by: 'deadline', extra_seconds: 240 });
    const { body } = await credit(10);
    expect(await clockOf(mine.attemptId)).toMatchObject({
      ...{ submitted_at: null, closed_by: null, has_passed: null },
      deadline_at: new Date('2026-11-21T02:14:00.000Z'),
    });
    expect(body.candidates.find((line: { id: string }) => line.id === a.id).status).toBe('offline');
    expect(await answer(a, mine.attemptId, mine.questionIds[0] ?? '')).toBe(200);
    expect((await clockOf(done.attemptId)).closed_by).toBe('learner');
  });

  it('a credit is refused before the start and after the release', async () => {
    const { day, path, rooms } = await createMorning(test);
    const [one] = rooms;
    const credit = async () =>
      (
        await one?.invigilator
          .post(`${path}/rooms/${one.room.id}/credit`)
          .send({ id: randomUUID(), minutes: 5, reason })
      )?.body.code;
    expect(await credit()).toBe('exam.not-started');
    test.clock.set(morning.closesAt);
    expect((await day.coordinator.post(`${path}/release`).send({})).status).toBe(200);
    expect(await credit()).toBe('exam.released');
    expect(await linesOf(day.exam.id, 'credited')).toEqual([]);
  });

  it('a neighbour, a candidate and a stranger find no room to act in', async () => {
    const { path, one, two } = await started();
    const bodies = {
      pause: { reason },
      resume: {},
      credit: { id: randomUUID(), minutes: 5, reason },
    };
    for (const [act, body] of Object.entries(bodies)) {
      const at = `${path}/rooms/${two.room.id}/${act}`;
      expect((await one.invigilator.post(at).send(body)).body.code).toBe('room.not-found');
      expect((await two.seats[0]?.client.post(at).send(body))?.body.code).toBe('exam.not-found');
      expect((await test.visitor.post(at).send(body)).body.code).toBe('session.missing');
      const nowhere = `${path}/rooms/${randomUUID()}/${act}`;
      expect((await one.invigilator.post(nowhere).send(body)).body.code).toBe('room.not-found');
    }
  });

  it('a start and a pause of the same moment end with a clock that stands still', async () => {
    const { path, one } = await started(6);
    const [, ...answers] = await Promise.all([
      one.invigilator.post(`${path}/rooms/${one.room.id}/pause`).send({ reason }),
      ...one.seats.map((seat) => begin(seat)),
    ]);
    expect(answers).toHaveLength(6);
    const { body } = await one.invigilator.get(`${path}/board?roomId=${one.room.id}`);
    expect(body.candidates.map((line: { status: string }) => line.status)).toEqual(Array(6).fill('paused'));
  });

  it('somebody who is being moved to another room at that moment is not paused with the old one', async () => {
    const { path, one, two } = await started();
    const [a, b] = one.seats;
    if (!a || !b) throw new Error('no seats');
    const [leaving, staying] = [await begin(a), await begin(b)];
    const mover = test.database.source.createQueryRunner();
    await mover.startTransaction();
    await mover.query('UPDATE exam_candidate SET room_id = $1 WHERE id = $2', [two.room.id, a.id]);
    const pausing = one.invigilator
      .post(`${path}/rooms/${one.room.id}/pause`)
      .send({ reason })
      .then((answered) => answered.status);
    await untilWaiting(test, 1);
    await mover.commitTransaction();
    await mover.release();
    expect(await pausing).toBe(200);
    expect((await clockOf(leaving.attemptId)).paused_at).toBeNull();
    expect((await clockOf(staying.attemptId)).paused_at).not.toBeNull();
  });

  it('a start and a credit of the same moment end with the credit in every clock', async () => {
    const { path, one } = await started(6);
    await Promise.all([
      ...one.seats.map((seat) => begin(seat)),
      one.invigilator
        .post(`${path}/rooms/${one.room.id}/credit`)
        .send({ id: randomUUID(), minutes: 7, reason }),
    ]);
    const { body } = await one.invigilator.get(`${path}/board?roomId=${one.room.id}`);
    expect(body.candidates.map((line: { deadlineAt: string }) => line.deadlineAt)).toEqual(
      Array(6).fill('2026-11-21T02:07:00.000Z'),
    );
  });
});
