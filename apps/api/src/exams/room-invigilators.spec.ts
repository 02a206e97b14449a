// Who watches a room stays until another one is named, and a list of rooms names every unknown account at once.
import type { ExamRoom } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { addRooms, createExamDay } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';

describe('invigilators of rooms', () => {
  const test = useTestApp();

  it('stay when a room is changed without a login, and leave with an empty one', async () => {
    const day = await createExamDay(test, { people: 0 });
    const guard = await createPerson(test, { fullName: 'Giám thị' });
    const { rooms } = await addRooms(day, [{ name: 'A', capacity: 5, invigilatorLogin: guard.email ?? '' }]);
    const path = `/exams/${day.exam.id}/rooms/${rooms[0]?.id}`;
    const change = async (body: object) =>
      (await day.coordinator.put(path).send({ name: 'B', capacity: 6, ...body })).body.rooms[0] as ExamRoom;
    expect((await change({})).invigilator?.id).toBe(guard.id);
    expect((await change({ invigilatorLogin: '' })).invigilator).toBeNull();
    expect((await change({ invigilatorLogin: guard.email })).invigilator?.id).toBe(guard.id);
  });

  it('never sit in the room themselves: neither when they are named nor when seats are given', async () => {
    const day = await createExamDay(test, { people: 3 });
    const [guard] = day.people;
    const login = `${guard?.id}@example.test`;
    const { rooms } = await addRooms(day, [
      { name: 'A', capacity: 3, invigilatorLogin: login },
      { name: 'B', capacity: 3 },
    ]);
    await day.coordinator.post(`/exams/${day.exam.id}/assign`).send({});
    const find = 'SELECT room_id FROM exam_candidate WHERE exam_id = $1 AND person_id = $2';
    const [seat] = await test.database.source.query(find, [day.exam.id, guard?.id]);
    const own = rooms.find(({ name }) => name === 'B');
    expect(seat.room_id).toBe(own?.id);
    const change = { name: 'B', capacity: 3, invigilatorLogin: login };
    const { body } = await day.coordinator.put(`/exams/${day.exam.id}/rooms/${own?.id}`).send(change);
    expect(body.code).toBe('room.invigilator-seated');
  });

  it('without an account are named all at once, and nothing is written', async () => {
    const day = await createExamDay(test, { people: 0 });
    const room = (name: string, invigilatorLogin: string) => ({ name, capacity: 5, invigilatorLogin });
    const rooms = [room('A', 'nobody@example.test'), room('B', ''), room('C', 'not a login')];
    const { body } = await day.coordinator.post(`/exams/${day.exam.id}/rooms`).send({ rooms });
    expect(body.code).toBe('room.person-unknown');
    expect(body.issues.map(({ path }: { path: string }) => path)).toEqual([
      'body.rooms.0.invigilatorLogin',
      'body.rooms.2.invigilatorLogin',
    ]);
    expect((await day.coordinator.get(`/exams/${day.exam.id}`)).body.roomCount).toBe(0);
  });
});
