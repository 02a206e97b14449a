import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Board } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { homeProvince, morning } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';
import { answer, begin, checkEverybodyIn, createMorning } from '../../test/invigilation.js';
import { Rounds } from '../platform/rounds.js';

const nobody = { candidates: 0, checkedIn: 0, working: 0, offline: 0, submitted: 0, absent: 0 };

describe('the board of an exam', () => {
  const test = useTestApp();

  it('counts everybody once, at the furthest they got, in each room and in all', async () => {
    const { day, path, rooms } = await createMorning(test, { rooms: 2, each: 4 });
    const [one, two] = rooms;
    const codes = one ? [one] : [];
    await checkEverybodyIn(test, codes);
    const [a, b, c] = one?.seats ?? [];
    if (!one || !two || !a || !b || !c) throw new Error('no seats');
    await begin(a);
    const begun = await begin(b);
    await b.client.post(`/attempts/${begun.attemptId}/submit`).send({});
    test.clock.forward(1);
    await begin(c);
    test.clock.forward(0.5);
    const { body, status } = await day.coordinator.get(`${path}/board`);
    expect([status, Board.safeParse(body).success]).toEqual([200, true]);
    const counts = new Map(
      body.rooms.map((line: { room: { id: string }; counts: unknown }) => [line.room.id, line.counts]),
    );
    // The first has not been heard of for a minute and a half.
    const first = { ...nobody, candidates: 4, offline: 1, working: 1, submitted: 1, checkedIn: 1 };
    expect(counts.get(one.room.id)).toEqual(first);
    expect(counts.get(two.room.id)).toEqual({ ...nobody, candidates: 4, absent: 4 });
    expect(body.totals).toEqual({ ...first, candidates: 8, absent: 4 });
    expect(body.candidates).toEqual([]);
    expect(body.exam).toMatchObject({ id: day.exam.id, status: 'running' });
  });

  it('shows the people of one room with their last save, and what waits on their devices', async () => {
    const { day, path, rooms } = await createMorning(test);
    await checkEverybodyIn(test, rooms);
    const [one] = rooms;
    const seat = one?.seats[0];
    if (!one || !seat) throw new Error('no seat');
    const { attemptId, questionIds } = await begin(seat);
    test.clock.forward(1);
    for (const id of questionIds.slice(0, 2)) expect(await answer(seat, attemptId, id)).toBe(200);
    test.clock.forward(1);
    await seat.client
      .post(`/attempts/${attemptId}/beat`)
      .send({ device: 'thiet-bi-1', waiting: 3, takesOver: true });
    await test.get(Rounds).run('quizzes.write-signs');
    const { body } = await day.coordinator.get(`${path}/board?roomId=${one.room.id}`);
    expect(body.candidates).toHaveLength(2);
    const line = body.candidates.find((candidate: { id: string }) => candidate.id === seat.id);
    expect(line).toMatchObject({
      ...{ status: 'working', answered: 2, questionCount: 4, waiting: 3, attemptNumber: 1 },
      ...{ startedAt: morning.startsAt, lastSavedAt: '2026-11-21T01:01:00.000Z' },
      ...{ lastSeenAt: '2026-11-21T01:02:00.000Z', deadlineAt: '2026-11-21T02:00:00.000Z' },
    });
    expect(body.rooms).toHaveLength(2);
  });

  it('shows an invigilator the own rooms and nothing of the neighbour', async () => {
    const { path, rooms } = await createMorning(test);
    const [one, two] = rooms;
    if (!one || !two) throw new Error('no rooms');
    const { body } = await one.invigilator.get(`${path}/board?roomId=${one.room.id}`);
    expect(body.rooms.map((line: { room: { id: string } }) => line.room.id)).toEqual([one.room.id]);
    expect(body.totals).toEqual({ ...nobody, candidates: 2, absent: 2 });
    expect(JSON.stringify(body)).not.toContain(two.room.id);
    expect((await one.invigilator.get(`${path}/board?roomId=${two.room.id}`)).body.code).toBe(
      'room.not-found',
    );
    expect((await one.invigilator.get(`${path}/board?roomId=${randomUUID()}`)).body.code).toBe(
      'room.not-found',
    );
  });

  it('is not there for strangers: a learner, a candidate, another province, another exam', async () => {
    const { path, rooms } = await createMorning(test, { rooms: 1 });
    const other = await createMorning(test, { rooms: 1 });
    const strangers = [
      await test.as(await createPerson(test)),
      rooms[0]?.seats[0]?.client,
      await test.as(await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-01' }] })),
      other.rooms[0]?.invigilator,
      await test.as(await createPerson(test, { roles: [{ role: 'trainer', placeId: homeProvince }] })),
    ];
    for (const stranger of strangers) {
      for (const part of ['/board', '/board/stream', '/events'])
        expect((await stranger?.get(path + part))?.body.code).toBe('exam.not-found');
    }
    expect((await test.visitor.get(`${path}/board`)).body.code).toBe('session.missing');
    const foreign = other.rooms[0]?.room.id;
    const { coordinator } = other.day;
    expect((await coordinator.get(`${path}/board?roomId=${foreign}`)).body.code).toBe('room.not-found');
  });

  it('says what may be done by the time', async () => {
    const { day, path } = await createMorning(test, { rooms: 1 });
    const abilities = async () => (await day.coordinator.get(`${path}/board`)).body.abilities;
    expect(await abilities()).toMatchObject({ checkIn: true, pause: false, credit: false, extend: true });
    test.clock.set(morning.startsAt);
    expect(await abilities()).toMatchObject({ checkIn: true, pause: true, credit: true, restart: true });
    test.clock.set(morning.closesAt);
    expect(await abilities()).toMatchObject({ checkIn: false, pause: false, credit: true, move: false });
  });
});

describe('the rooms of an invigilator', () => {
  const test = useTestApp();

  it('are listed from yesterday on, those to come first, with their codes', async () => {
    const { day, rooms } = await createMorning(test);
    const [one] = rooms;
    if (!one) throw new Error('no room');
    const listed = async () => (await one.invigilator.get('/exams/invigilated')).body.items;
    expect(await listed()).toMatchObject([
      { exam: { id: day.exam.id, status: 'check-in' }, room: { id: one.room.id, code: one.room.code } },
    ]);
    test.clock.set('2026-11-22T16:59:00.000Z');
    expect(await listed()).toHaveLength(1);
    test.clock.set('2026-11-22T17:00:00.000Z');
    expect(await listed()).toHaveLength(0);
    expect((await day.coordinator.get('/exams/invigilated')).body.items).toEqual([]);
  });
});
