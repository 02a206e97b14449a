// Whoever sits an exam does nothing to the own attempt or to the room around it, and watches no room in which the own seat is.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { checkEverybodyIn, createMorning, type Morning } from '../../test/invigilation.js';

describe('what is done in an exam', () => {
  const test = useTestApp();
  const reason = 'Máy tính bị hỏng';

  const seated = async () => {
    const made = await createMorning(test);
    const [one, two] = made.rooms;
    const [a, b] = one?.seats ?? [];
    if (!one || !two || !a || !b) throw new Error('no seats');
    return { ...made, one, two, a, b };
  };
  /** As rows of before the rule may still say. */
  const watch = (roomId: string, personId: string) =>
    test.database.source.query('UPDATE exam_room SET invigilator_id = $1 WHERE id = $2', [personId, roomId]);
  const kindsOf = async ({ day, path }: Morning) =>
    (await day.coordinator.get(`${path}/events`)).body.items.map(({ kind }: { kind: string }) => kind);

  it('is never done to oneself: an invigilator who sits in the own room asks somebody else', async () => {
    const made = await seated();
    const { path, rooms, one, a, b } = made;
    await checkEverybodyIn(test, rooms);
    await watch(one.room.id, a.personId);
    const acts: [string, object][] = [
      ['extension', { id: randomUUID(), minutes: 60, reason }],
      ['restart', { id: randomUUID(), reason }],
      ['close', { reason }],
      ['undo-check-in', { reason }],
      ['check-in', { reason }],
    ];
    for (const [act, body] of acts)
      expect((await a.client.post(`${path}/candidates/${a.id}/${act}`).send(body)).body.code).toBe(
        'candidate.self',
      );
    expect(await kindsOf(made)).not.toContain('extended');
    const other = { id: randomUUID(), minutes: 5, reason };
    expect((await a.client.post(`${path}/candidates/${b.id}/extension`).send(other)).status).toBe(200);
  });

  it('is not done to the whole room in which one sits, and nobody moves oneself', async () => {
    const made = await seated();
    const { path, rooms, one, two, a, b } = made;
    await checkEverybodyIn(test, rooms);
    await watch(one.room.id, a.personId);
    await watch(two.room.id, b.personId);
    const credit = { id: randomUUID(), minutes: 60, reason };
    for (const act of ['pause', 'resume', 'credit'])
      expect(
        (
          await a.client
            .post(`${path}/rooms/${one.room.id}/${act}`)
            .send(act === 'credit' ? credit : { reason })
        ).body.code,
      ).toBe('candidate.self');
    const move = { roomId: two.room.id, reason };
    expect((await b.client.put(`${path}/candidates/${b.id}/room`).send(move)).body.code).toBe(
      'candidate.self',
    );
    const kinds = await kindsOf(made);
    for (const kind of ['paused', 'credited', 'moved']) expect(kinds).not.toContain(kind);
    expect((await b.client.post(`${path}/rooms/${two.room.id}/pause`).send({ reason })).status).toBe(200);
  });

  it('gives nobody a seat in the room that this person watches, by a move or by the code of the room', async () => {
    const { day, path, two, a, b } = await seated();
    await watch(two.room.id, a.personId);
    const move = { roomId: two.room.id, reason };
    const put = (id: string) => day.coordinator.put(`${path}/candidates/${id}/room`).send(move);
    expect((await put(a.id)).body.code).toBe('room.invigilator-seated');
    expect((await put(b.id)).status).toBe(200);
    await day.coordinator.put(`${path}/candidates/${a.id}/room`).send({ roomId: null, reason });
    const { body } = await a.client.post('/check-in').send({ code: two.room.code });
    expect(body.code).toBe('room.invigilator-seated');
  });
});
