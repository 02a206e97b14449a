import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Client, useTestApp } from '../../test/app.js';
import { addToCohort } from '../../test/cohorts.js';
import { addRooms, createExamDay, type ExamDay, homeProvince, makeReady, morning } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';
import { untilWaiting } from '../../test/lock-waits.js';

describe('a check-in', () => {
  const test = useTestApp();

  const enter = (client: Client, code: string) => client.post('/check-in').send({ code });
  async function clientsOf(day: ExamDay): Promise<Client[]> {
    return Promise.all(day.people.map((person) => test.as(person)));
  }

  it('answers the sealed paper and no question of it; again, the same', async () => {
    const day = await createExamDay(test, { people: 2 });
    const code = await makeReady(test, day);
    test.clock.set(morning.checkInOpensAt);
    const [one, other] = (await clientsOf(day)) as [Client, Client];
    const { body, status } = await enter(one, code);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      exam: { id: day.exam.id, status: 'check-in', minutes: 60, questionCount: 4, extraMinutes: 0 },
      room: { name: 'Phòng 1' },
      checkedInAt: morning.checkInOpensAt,
      attemptId: null,
    });
    expect(body.waitMs).toBeLessThan(20_000);
    expect(JSON.stringify(body)).not.toContain('Câu hỏi');
    expect(Buffer.from(body.sealedPaper.data, 'base64').toString('utf8')).not.toContain('Câu hỏi');
    const spaced = `${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`;
    const again = (await enter(one, spaced)).body;
    expect([again.id, again.sealedPaper, again.checkedInAt]).toEqual([
      body.id,
      body.sealedPaper,
      body.checkedInAt,
    ]);
    expect((await one.get(`/sittings/${body.id}`)).body.sealedPaper).toEqual(body.sealedPaper);
    expect((await other.get(`/sittings/${body.id}`)).body.code).toBe('exam.not-found');
    expect((await enter(other, code)).body.sealedPaper).not.toEqual(body.sealedPaper);
  });

  it('is needed for the paper: before it there is none', async () => {
    const day = await createExamDay(test, { people: 1 });
    await makeReady(test, day);
    const [client] = (await clientsOf(day)) as [Client];
    test.clock.set(morning.startsAt);
    const { items } = (await client.get('/sittings')).body;
    expect(items[0]).toMatchObject({ checkedInAt: null, sealedPaper: null });
    expect((await client.get(`/sittings/${items[0].id}`)).body.sealedPaper).toBeNull();
  });

  it('is refused too early with the time to come back, too late, and to those who are not listed', async () => {
    const day = await createExamDay(test, { people: 1 });
    const code = await makeReady(test, day);
    const [client] = (await clientsOf(day)) as [Client];
    expect((await enter(client, code)).body).toMatchObject({
      code: 'check-in.not-open',
      retryAt: morning.checkInOpensAt,
    });
    test.clock.set(morning.checkInOpensAt);
    const stranger = await test.as(await createPerson(test));
    expect((await enter(stranger, code)).body.code).toBe('check-in.not-listed');
    expect((await enter(stranger, 'AAAA22')).body.code).toBe('check-in.code-unknown');
    expect((await enter(client, 'AB')).body.code).toBe('request.invalid');
    expect((await enter(test.visitor, code)).body.code).toBe('session.missing');
    test.clock.set(morning.closesAt);
    expect((await enter(client, code)).body.code).toBe('exam.over');
  });

  it('stops whoever guesses, and nobody else', async () => {
    const day = await createExamDay(test, { people: 2 });
    const code = await makeReady(test, day);
    test.clock.set(morning.checkInOpensAt);
    const [guesser, honest] = (await clientsOf(day)) as [Client, Client];
    const codes: string[] = [];
    for (let tried = 0; tried < 12; tried += 1) codes.push((await enter(guesser, 'ZZZZZZ')).body.code);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('check-in.code-unknown'));
    expect(codes.slice(10)).toEqual(['request.throttled', 'request.throttled']);
    expect((await enter(guesser, code)).body.code).toBe('request.throttled');
    expect((await enter(honest, code)).status).toBe(200);
  });

  it('lets nobody try more codes by sending them all at once, nor shut the door for those behind the same address', async () => {
    const day = await createExamDay(test, { people: 2 });
    const code = await makeReady(test, day);
    test.clock.set(morning.checkInOpensAt);
    const [guesser, honest] = (await clientsOf(day)) as [Client, Client];
    const tries = Array.from({ length: 40 }, () => enter(guesser, 'ZZZZZZ').then(({ body }) => body.code));
    const unknown = (await Promise.all(tries)).filter((one) => one === 'check-in.code-unknown');
    expect(unknown).toHaveLength(10);
    const counted = await test.database.source.query(
      `SELECT max(points)::integer AS points FROM throttle WHERE key LIKE 'check-in.address:%'`,
    );
    expect(counted[0].points).toBeLessThanOrEqual(30);
    const again = await Promise.all([enter(honest, code), enter(honest, code), enter(honest, code)]);
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('is for the own room; whoever was moved comes in by the new one', async () => {
    const day = await createExamDay(test, { people: 1 });
    const code = await makeReady(test, day);
    const { rooms } = await addRooms(day, [{ name: 'Phòng 2', capacity: 1 }]);
    const other = rooms.find((room) => room.name === 'Phòng 2');
    test.clock.set(morning.checkInOpensAt);
    const [client] = (await clientsOf(day)) as [Client];
    expect((await enter(client, other?.code ?? '')).body.code).toBe('check-in.not-listed');
    await test.database.source.query('UPDATE exam_candidate SET room_id = $1 WHERE exam_id = $2', [
      other?.id,
      day.exam.id,
    ]);
    expect((await enter(client, code)).body.code).toBe('check-in.not-listed');
    expect((await enter(client, other?.code ?? '')).body.room.name).toBe('Phòng 2');
  });

  it('gives a free seat to those who have none, as long as there is one, however many come at once', async () => {
    const day = await createExamDay(test, { people: 6 });
    const { rooms } = await addRooms(day, [{ name: 'Phòng nhỏ', capacity: 4 }]);
    await day.coordinator.post(`/exams/${day.exam.id}/prepare`).send({});
    test.clock.set(morning.checkInOpensAt);
    const clients = await clientsOf(day);
    const answers = await Promise.all(clients.map((client) => enter(client, rooms[0]?.code ?? '')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(4);
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(refused.map((answer) => answer.body.code)).toEqual(['room.full', 'room.full']);
    const room = (await day.coordinator.get(`/exams/${day.exam.id}`)).body.rooms[0];
    expect(room).toMatchObject({ assigned: 4, capacity: 4 });
  });

  it('into a room that is being removed finds no such room, and a room into which somebody comes is not removed', async () => {
    const day = await createExamDay(test, { people: 2 });
    const code = await makeReady(test, day);
    const [one, two] = (await clientsOf(day)) as [Client, Client];
    const path = `/exams/${day.exam.id}`;
    const [room] = (await day.coordinator.get(path)).body.rooms;
    const seat = 'UPDATE exam_candidate SET room_id = $1 WHERE exam_id = $2';
    await test.database.source.query(seat, [room.id, day.exam.id]);
    test.clock.set(morning.checkInOpensAt);
    const { entered } = await test.database.transaction(async ({ manager }) => {
      await manager.query('DELETE FROM exam_room WHERE id = $1', [room.id]);
      const sent = Promise.resolve(enter(one, code));
      await untilWaiting(test, 1);
      return { entered: sent };
    });
    const { status, body } = await entered;
    expect([status, body.code]).toEqual([404, 'check-in.code-unknown']);
    const [other] = await addRooms(day, [{ name: 'Phòng 2', capacity: 9 }]).then(({ rooms }) => rooms);
    await test.database.source.query(seat, [other?.id, day.exam.id]);
    const { removed } = await test.database.transaction(async ({ manager }) => {
      await manager.query(
        'UPDATE exam_candidate SET checked_in_at = $2 WHERE exam_id = $1 AND person_id = $3',
        [day.exam.id, morning.checkInOpensAt, day.people[1]?.id],
      );
      const sent = Promise.resolve(day.coordinator.delete(`${path}/rooms/${other?.id}`));
      await untilWaiting(test, 1);
      return { removed: sent };
    });
    expect((await removed).body.code).toBe('room.not-empty');
    expect((await two.get('/sittings')).body.items[0].room.name).toBe('Phòng 2');
  });

  it('twice at once is one check-in with one paper, even where none was drawn before', async () => {
    const day = await createExamDay(test, { people: 1 });
    const { rooms } = await addRooms(day, [{ name: 'Phòng 1', capacity: 1 }]);
    test.clock.set(morning.checkInOpensAt);
    const [client] = (await clientsOf(day)) as [Client];
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter(client, rooms[0]?.code ?? '')));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    const papers = new Set(answers.map((answer) => answer.body.sealedPaper.data));
    expect(papers.size).toBe(1);
  });

  it('draws a paper for who was added after the papers were drawn', async () => {
    const day = await createExamDay(test, { people: 1 });
    await makeReady(test, day);
    const late = await createPerson(test, { placeId: homeProvince });
    await addToCohort(test, day.cohortId, [late.id]);
    await day.coordinator.post(`/exams/${day.exam.id}/prepare`).send({});
    const { rooms } = await addRooms(day, [{ name: 'Phòng bổ sung', capacity: 1 }]);
    const code = rooms.find((room) => room.name === 'Phòng bổ sung')?.code ?? '';
    test.clock.set(morning.checkInOpensAt);
    const { body } = await enter(await test.as(late), code);
    expect(body.sealedPaper.data.length).toBeGreaterThan(500);
  });

  it('is listed among own exams, what is to come first and what is over last', async () => {
    const day = await createExamDay(test, { people: 1, plan: { name: 'Thi sáng' } });
    const plan = {
      ...{ name: 'Thi tuần sau', courseId: day.course.id, placeId: homeProvince, release: 'at-once' },
      ...{ checkInOpensAt: '2026-11-28T00:30:00Z', startsAt: '2026-11-28T01:00:00Z' },
      ...{ closesAt: '2026-11-28T03:00:00Z', rule: day.exam.rule, cohortIds: [day.cohortId] },
    };
    expect((await day.coordinator.post('/exams').send(plan)).status).toBe(200);
    const [client] = (await clientsOf(day)) as [Client];
    const names = async () =>
      (await client.get('/sittings')).body.items.map((item: { exam: { name: string } }) => item.exam.name);
    expect(await names()).toEqual(['Thi sáng', 'Thi tuần sau']);
    test.clock.set(morning.closesAt);
    expect(await names()).toEqual(['Thi tuần sau', 'Thi sáng']);
    expect((await (await test.as(await createPerson(test))).get('/sittings')).body.items).toEqual([]);
    expect((await client.get(`/sittings/${randomUUID()}`)).body.code).toBe('exam.not-found');
  });
});
