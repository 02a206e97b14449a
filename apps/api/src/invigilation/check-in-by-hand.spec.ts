import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { morning } from '../../test/exams.js';
import { begin, type Room, type Seat } from '../../test/invigilation.js';
import { reason, useScene } from '../../test/scene.js';

describe('what is done to one person at the door', () => {
  const test = useTestApp();
  const { opened, started, countLines } = useScene(test);

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
});
