import { afterEach, describe, expect, it } from '@jest/globals';
import { BoardNews, BoardSign } from '@onetouch/contract';
import { startTestApp, useTestApp } from '../../test/app.js';
import { standGate } from '../../test/gate.js';
import {
  answer,
  begin,
  checkEverybodyIn,
  cookieOf,
  createMorning,
  type Ear,
  lineOf,
  listen,
  type Morning,
  type Room,
} from '../../test/invigilation.js';
import { Rounds } from '../platform/rounds.js';
import { streamsPerPerson } from './board-streams.js';

describe('the live stream of a board', () => {
  const test = useTestApp();
  const ears: Ear[] = [];
  afterEach(() => ears.splice(0).forEach((ear) => ear.leave()));

  async function opened(): Promise<Morning & { one: Room; two: Room }> {
    const found = await createMorning(test);
    const [one, two] = found.rooms;
    if (!one || !two) throw new Error('no rooms');
    return { ...found, one, two };
  }
  async function hearing(personId: string, path: string, query = ''): Promise<Ear> {
    const ear = await listen(test, `${path}/board/stream${query}`, await cookieOf(test, personId));
    ears.push(ear);
    return ear;
  }

  it('tells everything first and then only what changed, within seconds', async () => {
    const { path, one, two } = await opened();
    const ear = await hearing(one.invigilatorId, path, `?roomId=${one.room.id}`);
    expect([ear.status, ear.headers['content-type'], ear.headers['cache-control']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
    ]);
    expect(ear.headers['content-encoding']).toBeUndefined();
    const first = await ear.hear(() => true);
    expect(ear.raw().startsWith('retry: 3000\n\n')).toBe(true);
    expect(BoardNews.safeParse(first).success).toBe(true);
    expect([first.rooms.length, first.candidates.length, first.totals.absent]).toEqual([1, 2, 2]);
    const board = (await one.invigilator.get(`${path}/board?roomId=${one.room.id}`)).body;
    expect([first.candidates, first.rooms]).toEqual([board.candidates, board.rooms]);
    await two.seats[0]?.client.post('/check-in').send({ code: two.room.code });
    await one.seats[0]?.client.post('/check-in').send({ code: one.room.code });
    const second = await ear.hear((news) => news.totals.checkedIn === 1);
    expect(second.candidates).toMatchObject([{ id: one.seats[0]?.id, status: 'checked-in' }]);
    expect(ear.news).toHaveLength(2);
    expect(JSON.stringify(ear.news)).not.toContain(two.room.id);
  });

  it('tells who runs the exam the counts of all rooms, and only those that moved', async () => {
    const { day, path, one, two } = await opened();
    const ear = await hearing(day.coordinatorId, path);
    const first = await ear.hear(() => true);
    expect([first.rooms.length, first.candidates.length, first.totals.candidates]).toEqual([2, 0, 4]);
    await two.seats[0]?.client.post('/check-in').send({ code: two.room.code });
    const second = await ear.hear((news) => news.totals.checkedIn === 1);
    expect(second.rooms.map((line) => line.room.id)).toEqual([two.room.id]);
    expect(one.seats).toHaveLength(2);
  });

  it('tells of saved answers, of a pause, and of somebody who went to another room', async () => {
    const { path, one, two } = await opened();
    await checkEverybodyIn(test, [one]);
    const [seat] = one.seats;
    if (!seat) throw new Error('no seat');
    const ear = await hearing(one.invigilatorId, path, `?roomId=${one.room.id}`);
    const { attemptId, questionIds } = await begin(seat);
    await ear.hear((news) => news.totals.working === 1);
    for (const [index, id] of questionIds.slice(0, 2).entries()) {
      test.clock.forward(0.1);
      await answer(seat, attemptId, id);
      await test.get(Rounds).run('quizzes.write-signs');
      const saved = await ear.hear((news) => lineOf([news], seat.id)?.answered === index + 1);
      expect(lineOf([saved], seat.id)?.lastSavedAt).toBe(test.clock.now().toISOString());
    }
    await one.invigilator.post(`${path}/rooms/${one.room.id}/pause`).send({ reason: 'Mất điện' });
    const paused = await ear.hear((news) => news.rooms[0]?.room.pausedAt !== null && news.rooms.length > 0);
    expect(lineOf([paused], seat.id)?.status).toBe('paused');
    const taking = { roomId: two.room.id, reason: 'Đứng ở cửa phòng này' };
    await two.invigilator.put(`${path}/candidates/${seat.id}/room`).send(taking);
    const moved = await ear.hear((news) => lineOf([news], seat.id)?.roomId === two.room.id);
    expect(moved.totals.candidates).toBe(1);
  });

  it('says every few seconds that what it told is of now, while nothing changes', async () => {
    const { path, one } = await opened();
    const ear = await hearing(one.invigilatorId, path, `?roomId=${one.room.id}`);
    const first = await ear.hear(() => true);
    test.clock.forward(1);
    const now = test.clock.now().toISOString();
    const signs = () =>
      ear
        .raw()
        .split('event: alive\ndata: ')
        .slice(1)
        .map((part) => part.split('\n')[0] ?? '');
    const told = new Promise<void>((done) => {
      ear.response.on('data', () => signs().some((sign) => sign.includes(now)) && done());
    });
    await told;
    expect(signs().every((sign) => BoardSign.safeParse(JSON.parse(sign)).success)).toBe(true);
    expect(Date.parse(now)).toBeGreaterThan(Date.parse(first.serverTime));
    expect(ear.news).toHaveLength(1);
  });

  it('is refused for a room of somebody else, and for the seventh time at once', async () => {
    const { path, one, two } = await opened();
    const cookie = await cookieOf(test, one.invigilatorId);
    const foreign = await listen(test, `${path}/board/stream?roomId=${two.room.id}`, cookie);
    await foreign.ended;
    expect([foreign.status, JSON.parse(foreign.raw()).code]).toEqual([404, 'room.not-found']);
    const many = await Promise.all(
      Array.from({ length: streamsPerPerson + 2 }, () => hearing(one.invigilatorId, path)),
    );
    expect(many.map((ear) => ear.status).sort()).toEqual([...Array(streamsPerPerson).fill(200), 429, 429]);
    const refused = many.find((ear) => ear.status === 429);
    await refused?.ended;
    expect(JSON.parse(refused?.raw() ?? '').code).toBe('request.throttled');
    const left = many.find((ear) => ear.status === 200);
    left?.leave();
    await left?.ended;
    // The place is free as soon as the server has noticed.
    let next = await hearing(one.invigilatorId, path);
    while (next.status === 429) next = await hearing(one.invigilatorId, path);
    expect(next.status).toBe(200);
  });

  it('ends when the person signs out, and when the room is given to somebody else', async () => {
    const { path, one, two } = await opened();
    const cookie = await cookieOf(test, one.invigilatorId);
    const mine = await listen(test, `${path}/board/stream`, cookie);
    const other = await hearing(two.invigilatorId, path, `?roomId=${two.room.id}`);
    await Promise.all([mine.hear(() => true), other.hear(() => true)]);
    const visitor = test.visitor.delete('/session').set('Cookie', cookie);
    expect((await visitor).status).toBe(204);
    await mine.ended;
    await test.database.source.query('UPDATE exam_room SET invigilator_id = NULL WHERE id = $1', [
      two.room.id,
    ]);
    await other.ended;
    const again = await hearing(two.invigilatorId, path);
    expect(again.status).toBe(404);
  });

  it('goes on for the others when somebody leaves, and a request for the headers alone keeps no place', async () => {
    const { path, one } = await opened();
    const [a, b] = await Promise.all([hearing(one.invigilatorId, path), hearing(one.invigilatorId, path)]);
    await Promise.all([a?.hear(() => true), b?.hear(() => true)]);
    a?.leave();
    const { port } = test.app.getHttpServer().address() as { port: number };
    const cookie = await cookieOf(test, one.invigilatorId);
    for (let asked = 0; asked < streamsPerPerson * 2; asked += 1) {
      const url = `http://127.0.0.1:${port}/api/v1${path}/board/stream`;
      const { status } = await fetch(url, { method: 'HEAD', headers: { cookie } });
      expect(status).toBe(200);
    }
    await one.seats[0]?.client.post('/check-in').send({ code: one.room.code });
    await b?.hear((news) => news.totals.checkedIn === 1);
  });

  it('tells somebody who did not read for a while everything at once, and keeps little for them', async () => {
    const { path, one } = await opened();
    const slow = await hearing(one.invigilatorId, path, `?roomId=${one.room.id}`);
    const quick = await hearing(one.invigilatorId, path, `?roomId=${one.room.id}`);
    await Promise.all([slow.hear(() => true), quick.hear(() => true)]);
    slow.response.pause();
    for (const [index, { client }] of one.seats.entries()) {
      await client.post('/check-in').send({ code: one.room.code });
      await quick.hear((news) => news.totals.checkedIn === index + 1);
    }
    slow.response.resume();
    await slow.hear((news) => news.totals.checkedIn === 2);
  });
});

describe('an application that stops', () => {
  it('ends the streams of those who listen, and waits neither for them nor for one who does not read', async () => {
    const test = await startTestApp();
    const { path, rooms } = await createMorning(test, { rooms: 1 });
    const personId = rooms[0]?.invigilatorId ?? '';
    const ears = [];
    for (let index = 0; index < 3; index += 1)
      ears.push(await listen(test, `${path}/board/stream`, await cookieOf(test, personId)));
    await Promise.all(ears.map((ear) => ear.hear(() => true)));
    ears[0]?.response.pause();
    await test.stop();
    ears[0]?.response.resume();
    await Promise.all(ears.map((ear) => ear.ended));
  });
});

describe('a database that is away for a moment', () => {
  it('ends no stream: what was missed is told when it is back', async () => {
    const gates: Awaited<ReturnType<typeof standGate>>[] = [];
    const test = await startTestApp({}, async (url) => {
      const gate = await standGate(url);
      gates.push(gate);
      return gate.url;
    });
    const [gate] = gates;
    const { path, rooms } = await createMorning(test, { rooms: 1 });
    const [room] = rooms;
    if (!room || !gate) throw new Error('no room');
    const ear = await listen(test, `${path}/board/stream`, await cookieOf(test, room.invigilatorId));
    await ear.hear(() => true);
    gate.shut();
    while (gate.turnedAway() === 0) await new Promise((done) => setTimeout(done, 20));
    gate.open();
    const checkIn = () => room.seats[0]?.client.post('/check-in').send({ code: room.room.code });
    while ((await checkIn())?.status !== 200) await new Promise((done) => setTimeout(done, 20));
    await ear.hear((news) => news.totals.checkedIn === 1);
    ear.leave();
    await test.stop();
    await gate.close();
  });
});
