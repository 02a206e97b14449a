import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { examRule, morning, planOf } from '../../test/exams.js';
import { answer, begin, checkEverybodyIn, createMorning, type Morning } from '../../test/invigilation.js';

describe('the end of an exam', () => {
  const test = useTestApp();

  async function oneSeat(wish: Parameters<typeof createMorning>[1] = {}) {
    const found = await createMorning(test, { rooms: 1, each: 1, ...wish });
    const [room] = found.rooms;
    const [seat] = room?.seats ?? [];
    if (!room || !seat) throw new Error('nobody sits');
    return { ...found, room, seat };
  }
  const enter = (rooms: Morning['rooms']) => checkEverybodyIn(test, rooms);
  const minutesAfter = (time: string, minutes: number) =>
    new Date(Date.parse(time) + minutes * 60_000).toISOString();

  it('opens feedback and key that wait for it, after the grace, by the close that was planned last', async () => {
    const rule = { ...examRule, feedback: 'after-close' as const, key: 'after-close' as const };
    const { day, path, rooms, seat } = await oneSeat({ rule });
    test.clock.set(morning.planned);
    const closesAt = minutesAfter(morning.closesAt, 20);
    const plan = planOf(day.course, day.cohortId, { rule, closesAt });
    const changed = await day.coordinator
      .put(path)
      .send({ ...plan, courseId: undefined, placeId: undefined });
    expect(changed.body.closesAt).toBe(closesAt);
    test.clock.set(morning.checkInOpensAt);
    await enter(rooms);
    const { attemptId, questionIds } = await begin(seat);
    await answer(seat, attemptId, questionIds[0] ?? '');
    await seat.client.post(`/attempts/${attemptId}/submit`);
    const result = async () => (await seat.client.get(`/attempts/${attemptId}/result`)).body;
    const opensAt = minutesAfter(closesAt, 30);
    expect(await result()).toMatchObject({
      points: 1000,
      shows: { feedback: false, key: false, nextAt: opensAt },
      questions: [{ correct: null }, { correct: null }, { correct: null }, { correct: null }],
    });
    test.clock.set(minutesAfter(opensAt, -0.01));
    expect((await result()).shows.key).toBe(false);
    test.clock.set(opensAt);
    const after = await result();
    expect(after.shows).toEqual({ feedback: true, key: true, nextAt: null });
    expect(after.questions[0].correct).toEqual(['r']);
  });

  it('does not come for somebody whose clock stands still, however late it is', async () => {
    const { path, rooms, room, seat } = await oneSeat({ rule: { timeLimitMinutes: 90 } });
    await enter(rooms);
    await begin(seat);
    await room.invigilator.post(`${path}/rooms/${room.room.id}/pause`).send({ reason: 'Mất điện' });
    const statusOf = async () => (await seat.client.get(`/sittings/${seat.id}`)).body.exam.status;
    test.clock.set(minutesAfter(morning.closesAt, 10));
    expect(await statusOf()).toBe('running');
    expect((await seat.client.get('/sittings')).body.items[0].exam.status).toBe('running');
    await room.invigilator.post(`${path}/rooms/${room.room.id}/resume`).send({});
    expect(await statusOf()).toBe('running');
    await seat.client.post(`/attempts/${(await begin(seat)).attemptId}/submit`);
    expect(await statusOf()).toBe('over');
  });

  it('leaves somebody who was restarted shortly before it the time to begin', async () => {
    const { path, rooms, room, seat } = await oneSeat();
    await enter(rooms);
    const first = await begin(seat);
    test.clock.set(minutesAfter(morning.closesAt, -1));
    await room.invigilator
      .post(`${path}/candidates/${seat.id}/restart`)
      .send({ id: randomUUID(), reason: 'Máy hỏng' });
    test.clock.set(minutesAfter(morning.closesAt, 1));
    const statusOf = async () => (await seat.client.get(`/sittings/${seat.id}`)).body.exam.status;
    expect(await statusOf()).toBe('running');
    const { attemptId } = await begin(seat);
    expect(attemptId).not.toBe(first.attemptId);
    await seat.client.post(`/attempts/${attemptId}/submit`);
    expect(await statusOf()).toBe('over');
  });
});
