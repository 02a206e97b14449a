// Somebody who belongs in another room stands at the door: the invigilator finds the person in the whole exam and gives a seat here.
import { randomUUID } from 'node:crypto';
import type { FoundCandidate } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import { type Client } from '../../test/app.js';
import { createMorning, type Morning } from '../../test/invigilation.js';
import { untilWaiting } from '../../test/lock-waits.js';

describe('an invigilator', () => {
  const test = useTestApp();
  const reason = 'Nhà gần phòng này';

  const opened = async (each = 2) => {
    const made = await createMorning(test, { each });
    const [one, two] = made.rooms;
    const [a] = one?.seats ?? [];
    if (!one || !two || !a) throw new Error('no seats');
    return { ...made, one, two, a };
  };
  const find = async (client: Client, { path }: Pick<Morning, 'path'>, q: string) => {
    const { body } = await client.get(`${path}/board/candidates?q=${encodeURIComponent(q)}`);
    return body.items as FoundCandidate[];
  };

  it('finds people of every room by name with or without accents, and by the whole e-mail or phone', async () => {
    const made = await opened();
    const { two, a } = made;
    const put = 'UPDATE person SET email = $2, phone = $3 WHERE id = $1';
    const [email, phone] = [`${a.personId}@example.test`, `+849${a.personId.replace(/\D/g, '').slice(-8)}`];
    await test.database.source.query(put, [a.personId, email, phone]);
    const everybody = await find(two.invigilator, made, 'ly thi sinh');
    expect(everybody.map(({ roomName }) => roomName)).toEqual(['Phòng 1', 'Phòng 1', 'Phòng 2', 'Phòng 2']);
    for (const words of [email.toUpperCase(), phone, phone.replace('+84', '0')])
      expect((await find(two.invigilator, made, words)).map(({ id }) => id)).toEqual([a.id]);
    expect(await find(two.invigilator, made, email.slice(0, -3))).toEqual([]);
  });

  it('finds nobody in an exam of others', async () => {
    const [made, elsewhere] = [await opened(), await opened()];
    const stranger = await test.as(await createPerson(test));
    for (const client of [stranger, elsewhere.one.invigilator, made.a.client]) {
      const { body } = await client.get(`${made.path}/board/candidates?q=ly`);
      expect(body.code).toBe('exam.not-found');
    }
  });

  it('takes somebody in with a reason, which the room left behind reads too', async () => {
    const { path, one, two, a } = await opened();
    const take = (body: object) => two.invigilator.put(`${path}/candidates/${a.id}/room`).send(body);
    const { body: refused } = await take({ roomId: two.room.id });
    expect([refused.code, refused.issues[0].path]).toEqual(['request.invalid', 'body.reason']);
    expect((await take({ roomId: two.room.id, reason })).body.roomId).toBe(two.room.id);
    const line = { kind: 'moved', reason, roomName: 'Phòng 2', fromRoomName: 'Phòng 1' };
    for (const { invigilator } of [one, two]) {
      const { body } = await invigilator.get(`${path}/events`);
      expect(body.items).toMatchObject([{ ...line, actorName: 'Giám thị 2' }]);
    }
  });

  it('takes somebody in from where the person is at that moment, though the room left behind is removed meanwhile', async () => {
    const { day, path, one, two, a } = await opened();
    const { moved, noted } = await test.database.transaction(async ({ manager }) => {
      await manager.query('SELECT 1 FROM exam_room WHERE id = $1 FOR UPDATE', [two.room.id]);
      const body = { roomId: two.room.id, reason };
      const move = Promise.resolve(day.coordinator.put(`${path}/candidates/${a.id}/room`).send(body));
      await untilWaiting(test, 1);
      await manager.query('DELETE FROM exam_room WHERE id = $1', [one.room.id]);
      const note = { id: randomUUID(), roomId: one.room.id, candidateId: null, text: 'Cửa khóa' };
      const line = Promise.resolve(day.coordinator.post(`${path}/notes`).send(note));
      await untilWaiting(test, 2);
      return { moved: move, noted: line };
    });
    expect((await moved).body.roomId).toBe(two.room.id);
    expect((await noted).body.code).toBe('room.not-found');
    const { items } = (await day.coordinator.get(`${path}/events`)).body;
    expect(items[0]).toMatchObject({ kind: 'moved', roomName: 'Phòng 2', fromRoomName: null });
  });

  it('takes nobody into a room that is full', async () => {
    const { path, one, two } = await opened();
    const [a, b] = one.seats;
    const take = (id: string | undefined) =>
      two.invigilator.put(`${path}/candidates/${id}/room`).send({ roomId: two.room.id, reason });
    expect((await take(a?.id)).status).toBe(200);
    expect((await take(b?.id)).body.code).toBe('room.full');
  });
});
