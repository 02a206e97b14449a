import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { checkEverybodyIn, createMorning } from '../../test/invigilation.js';

describe('what is done to one person', () => {
  const test = useTestApp();
  const reason = 'Máy tính bị hỏng';

  it('is never done to oneself: an invigilator who sits in the own room asks somebody else', async () => {
    const { day, path, rooms } = await createMorning(test);
    const [one] = rooms;
    const [a, b] = one?.seats ?? [];
    if (!one || !a || !b) throw new Error('no seats');
    await checkEverybodyIn(test, rooms);
    const put = 'UPDATE exam_room SET invigilator_id = $1 WHERE id = $2';
    await test.database.source.query(put, [a.personId, one.room.id]);
    const acts: [string, object][] = [
      ['extension', { id: randomUUID(), minutes: 60, reason }],
      ['restart', { id: randomUUID(), reason }],
      ['close', { reason }],
      ['undo-check-in', { reason }],
    ];
    for (const [act, body] of acts)
      expect((await a.client.post(`${path}/candidates/${a.id}/${act}`).send(body)).body.code).toBe(
        'access.denied',
      );
    const lines = (await day.coordinator.get(`${path}/events`)).body.items;
    expect(lines.map(({ kind }: { kind: string }) => kind)).not.toContain('extended');
    const other = { id: randomUUID(), minutes: 5, reason };
    expect((await a.client.post(`${path}/candidates/${b.id}/extension`).send(other)).status).toBe(200);
  });
});
