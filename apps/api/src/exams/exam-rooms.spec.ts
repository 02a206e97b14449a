import { randomUUID } from 'node:crypto';
import type { ExamRoom } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { addToCohort } from '../../test/cohorts.js';
import { addRooms, createExamDay, homeProvince, makeReady, morning } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';

describe('rooms of an exam', () => {
  const test = useTestApp();
  const rooms = (count: number, capacity = 20) =>
    Array.from({ length: count }, (_, index) => ({ name: `Phòng ${index + 1}`, capacity }));

  it('come many at once, each with a code that nobody can mistake or guess', async () => {
    const day = await createExamDay(test, { people: 0 });
    const { rooms: made } = await addRooms(day, rooms(238));
    expect(made).toHaveLength(238);
    const codes = new Set(made.map((room) => room.code));
    expect(codes.size).toBe(238);
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
    const more = await day.coordinator.post(`/exams/${day.exam.id}/rooms`).send({ rooms: rooms(163) });
    expect(more.body.code).toBe('request.invalid');
  });

  it('have an invigilator by login, and refuse an account that is none', async () => {
    const day = await createExamDay(test, { people: 0 });
    const guard = await createPerson(test, { fullName: 'Giám thị', phone: '+84912000111' });
    const { rooms: made } = await addRooms(day, [
      { name: 'A', capacity: 5, invigilatorLogin: guard.email ?? '' },
      { name: 'B', capacity: 5, invigilatorLogin: '0912 000 111' },
      { name: 'C', capacity: 5, placeId: homeProvince },
    ]);
    expect(made[2]?.place).toEqual({ id: homeProvince, fullName: 'Tỉnh Lào Cai' });
    expect(made.map((room) => room.invigilator?.id ?? null)).toEqual([guard.id, guard.id, null]);
    const send = (room: object) =>
      day.coordinator.post(`/exams/${day.exam.id}/rooms`).send({
        rooms: [
          { name: 'D', capacity: 5 },
          { name: 'E', capacity: 5, ...room },
        ],
      });
    for (const invigilatorLogin of ['nobody@example.test', 'not a login']) {
      const { body } = await send({ invigilatorLogin });
      expect(body).toMatchObject({
        code: 'room.person-unknown',
        issues: [{ path: 'body.rooms.1.invigilatorLogin' }],
      });
    }
    const list = [{ invigilatorLogin: 'a@example.test' }, {}, { invigilatorLogin: 'b@example.test' }];
    const { body } = await day.coordinator
      .post(`/exams/${day.exam.id}/rooms`)
      .send({ rooms: list.map((room) => ({ name: 'D', capacity: 5, ...room })) });
    expect(body.issues.map((issue: { path: string }) => issue.path)).toEqual([
      'body.rooms.0.invigilatorLogin',
      'body.rooms.2.invigilatorLogin',
    ]);
    expect((await send({ placeId: 'c-99999' })).body.code).toBe('place.not-found');
    expect((await send({ capacity: 0 })).body.code).toBe('request.invalid');
    expect((await day.coordinator.get(`/exams/${day.exam.id}`)).body.roomCount).toBe(3);
  });

  it('keep their invigilator when they are changed, unless another is named, or none', async () => {
    const day = await createExamDay(test, { people: 0 });
    const [one, other] = [await createPerson(test), await createPerson(test)];
    const { rooms: made } = await addRooms(day, [
      { name: 'A', capacity: 5, invigilatorLogin: one.email ?? '' },
    ]);
    const change = async (wish: object) => {
      const path = `/exams/${day.exam.id}/rooms/${made[0]?.id}`;
      const { body } = await day.coordinator.put(path).send({ name: 'A', capacity: 6, ...wish });
      return body.code ?? body.rooms[0].invigilator?.id ?? null;
    };
    expect(await change({})).toBe(one.id);
    expect(await change({ invigilatorLogin: other.email })).toBe(other.id);
    expect(await change({ invigilatorLogin: 'nobody@example.test' })).toBe('room.person-unknown');
    expect(await change({ invigilatorLogin: '' })).toBeNull();
  });

  it('are changed one by one; a new code takes the place of the old one', async () => {
    const day = await createExamDay(test, { people: 2 });
    await makeReady(test, day);
    const { rooms: made } = (await day.coordinator.get(`/exams/${day.exam.id}`)).body;
    const [room] = made as ExamRoom[];
    const path = `/exams/${day.exam.id}/rooms/${room?.id}`;
    const { body } = await day.coordinator.put(path).send({ name: 'Hội trường', capacity: 9, newCode: true });
    expect(body.rooms[0]).toMatchObject({ name: 'Hội trường', capacity: 9, assigned: 2 });
    expect(body.rooms[0].code).not.toBe(room?.code);
    expect((await day.coordinator.put(path).send({ name: 'X', capacity: 1 })).body.code).toBe('room.full');
    const unknown = `/exams/${day.exam.id}/rooms/${randomUUID()}`;
    expect((await day.coordinator.put(unknown).send({ name: 'X', capacity: 1 })).body.code).toBe(
      'room.not-found',
    );
    test.clock.set(morning.closesAt);
    expect((await day.coordinator.put(path).send({ name: 'X', capacity: 9 })).body.code).toBe('exam.over');
    const late = await day.coordinator.post(`/exams/${day.exam.id}/rooms`).send({ rooms: rooms(1) });
    expect(late.body.code).toBe('exam.over');
  });

  it('are removed while nobody is in them; their candidates then stand without a room', async () => {
    const day = await createExamDay(test, { people: 2 });
    const code = await makeReady(test, day);
    const room = (await day.coordinator.get(`/exams/${day.exam.id}`)).body.rooms[0];
    const path = `/exams/${day.exam.id}/rooms/${room.id}`;
    test.clock.set(morning.checkInOpensAt);
    const [first] = day.people;
    if (!first) throw new Error('nobody');
    expect((await (await test.as(first)).post('/check-in').send({ code })).status).toBe(200);
    expect((await day.coordinator.delete(path)).body.code).toBe('room.not-empty');
    const { rooms: made } = await addRooms(day, rooms(1, 2));
    const empty = made.find((one) => one.id !== room.id);
    // Who was there a moment ago is no more.
    const [, second] = day.people;
    const { items } = (await day.coordinator.get(`/exams/${day.exam.id}/candidates`)).body;
    const { id } = items.find(({ fullName }: { fullName: string }) => fullName === second?.fullName);
    for (const roomId of [empty?.id, null]) {
      const move = { roomId, reason: 'Nhầm phòng' };
      expect(
        (await day.coordinator.put(`/exams/${day.exam.id}/candidates/${id}/room`).send(move)).status,
      ).toBe(200);
    }
    const { body } = await day.coordinator.delete(`/exams/${day.exam.id}/rooms/${empty?.id}`);
    expect(body.rooms).toHaveLength(1);
    expect((await day.coordinator.delete(`/exams/${day.exam.id}/rooms/${empty?.id}`)).body.code).toBe(
      'room.not-found',
    );
  });

  it('are filled with everybody or nobody, keep who sits there, and never hold more than their seats', async () => {
    const day = await createExamDay(test, { people: 5 });
    const assign = () => day.coordinator.post(`/exams/${day.exam.id}/assign`).send({});
    await addRooms(day, rooms(1, 3));
    expect((await assign()).body.code).toBe('exam.seats-missing');
    expect((await day.coordinator.get(`/exams/${day.exam.id}`)).body.unassigned).toBe(5);
    await addRooms(day, [{ name: 'Phòng khác', capacity: 3 }]);
    const answers = await Promise.all([assign(), assign(), assign()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const seated = (await day.coordinator.get(`/exams/${day.exam.id}`)).body;
    expect(seated.unassigned).toBe(0);
    for (const room of seated.rooms) expect(room.assigned).toBeLessThanOrEqual(3);
    const before = (await day.coordinator.get(`/exams/${day.exam.id}/candidates`)).body.items;
    const late = await createPerson(test, { placeId: 'p34-15', fullName: 'Sùng Đến Sau' });
    await addToCohort(test, day.cohortId, [late.id]);
    await day.coordinator.post(`/exams/${day.exam.id}/prepare`).send({});
    expect((await assign()).body.unassigned).toBe(0);
    const after = (await day.coordinator.get(`/exams/${day.exam.id}/candidates`)).body.items;
    for (const one of before)
      expect(after.find(({ id }: { id: string }) => id === one.id).roomId).toBe(one.roomId);
    test.clock.set(morning.closesAt);
    expect((await assign()).body.code).toBe('exam.over');
  });

  it('are a filter of the candidates, like having none', async () => {
    const day = await createExamDay(test, { people: 3 });
    await makeReady(test, day);
    await test.database.source.query(
      'UPDATE exam_candidate SET room_id = NULL WHERE exam_id = $1 AND person_id = $2',
      [day.exam.id, day.people[1]?.id],
    );
    const room = (await day.coordinator.get(`/exams/${day.exam.id}`)).body.rooms[0];
    const list = async (query: string) =>
      (await day.coordinator.get(`/exams/${day.exam.id}/candidates?${query}`)).body;
    expect((await list(`roomId=${room.id}`)).total).toBe(2);
    expect((await list('roomId=none')).items.map((row: { fullName: string }) => row.fullName)).toEqual([
      'Lý Thí Sinh 002',
    ]);
    expect((await list('q=thi%20sinh%20003')).total).toBe(1);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toHaveLength(3);
    expect(second.next).toBeNull();
    expect((await list('cursor=abc')).code).toBe('request.invalid');
  });
});
