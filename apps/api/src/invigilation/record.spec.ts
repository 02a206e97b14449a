import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ExamEvent } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { homeProvince } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';
import { begin, checkEverybodyIn, createMorning, type Room } from '../../test/invigilation.js';

describe('the record of an exam', () => {
  const test = useTestApp();

  async function opened(): Promise<Awaited<ReturnType<typeof createMorning>> & { one: Room; two: Room }> {
    const found = await createMorning(test);
    const [one, two] = found.rooms;
    if (!one || !two) throw new Error('no rooms');
    return { ...found, one, two };
  }

  it('has exactly one line for each act, with who did it and why', async () => {
    const { day, path, one, two } = await opened();
    const [a, b] = one.seats;
    const [c] = two.seats;
    if (!a || !b || !c) throw new Error('no seats');
    const id = () => randomUUID();
    const at = (seat: { id: string }, act: string) => `${path}/candidates/${seat.id}/${act}`;
    const inRoom = (act: string) => `${path}/rooms/${one.room.id}/${act}`;
    const acts: [ExamEvent['kind'], string, object][] = [
      ['checked-in-by-hand', at(a, 'check-in'), { reason: 'Không đọc được mã' }],
      ['check-in-undone', at(a, 'undo-check-in'), { reason: 'Nhầm người' }],
      ['extended', at(a, 'extension'), { id: id(), minutes: 10, reason: 'Khiếm thị' }],
      ['noted', `${path}/notes`, { id: id(), roomId: one.room.id, text: 'Mất điện năm phút' }],
      ['paused', inRoom('pause'), { reason: 'Mất điện' }],
      ['resumed', inRoom('resume'), { reason: 'Có điện lại' }],
      ['credited', inRoom('credit'), { id: id(), minutes: 5, reason: 'Mạng chậm' }],
      ['restarted', at(b, 'restart'), { id: id(), reason: 'Hỏng máy' }],
      ['closed', at(b, 'close'), { reason: 'Vi phạm quy chế' }],
    ];
    const write = async ([kind, address, body]: (typeof acts)[number]) => {
      const { status } = await one.invigilator.post(address).send(body);
      expect([kind, status]).toEqual([kind, 200]);
    };
    for (const act of acts.slice(0, 4)) await write(act);
    await checkEverybodyIn(test, [one]);
    await begin(b);
    for (const act of acts.slice(4, 8)) await write(act);
    await begin(b);
    for (const act of acts.slice(8)) await write(act);
    const moving = { roomId: one.room.id, reason: 'Thiếu chỗ' };
    await one.invigilator.put(at(c, 'room')).send(moving);
    const { body } = await one.invigilator.get(`${path}/events`);
    const told = (body.items as ExamEvent[]).toReversed();
    const expected = [
      ...acts.map(([kind, , sent]) => {
        const { reason, text, minutes } = sent as { reason?: string; text?: string; minutes?: number };
        return { kind, reason: reason ?? text, minutes: minutes ?? null };
      }),
      { kind: 'moved', reason: 'Thiếu chỗ', minutes: null },
    ].map((line) => ({ ...line, actorName: 'Giám thị 1', roomName: 'Phòng 1' }));
    expect(told.length).toBe(expected.length);
    // Lines of one moment stand in any order.
    const inOrder = (lines: { kind: string }[]) => lines.toSorted((x, y) => (x.kind < y.kind ? -1 : 1));
    expect(inOrder(told)).toMatchObject(inOrder(expected));
    const named = (kind: string) => told.find((line) => line.kind === kind)?.candidateName;
    expect([named('closed'), named('paused')]).toEqual(['Lý Thí Sinh 002', null]);
    const all = (await day.coordinator.get(`${path}/events?limit=200`)).body.items as ExamEvent[];
    expect(all.filter((line) => !['created', 'changed', 'prepared'].includes(line.kind))).toHaveLength(
      expected.length,
    );
  });

  it('keeps a note once for each id and answers what stands there', async () => {
    const { day, path, one, two } = await opened();
    const id = randomUUID();
    const note = (text: string) => one.invigilator.post(`${path}/notes`).send({ id, text });
    const [first, second] = await Promise.all([note('Có tiếng ồn'), note('Có tiếng ồn')]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body).toMatchObject({
      ...{ id, kind: 'noted', reason: 'Có tiếng ồn', roomName: 'Phòng 1', candidateName: null },
      actorName: 'Giám thị 1',
    });
    expect((await note('Khác')).body.code).toBe('request.id-taken');
    const foreign = await two.invigilator.post(`${path}/notes`).send({ id, text: 'Khác' });
    expect(foreign.body.code).toBe('request.id-taken');
    const same = { id, roomId: one.room.id, text: 'Có tiếng ồn' };
    expect((await day.coordinator.post(`${path}/notes`).send(same)).body.code).toBe('request.id-taken');
    expect((await two.invigilator.get(`${path}/events`)).body.items).toEqual([]);
  });

  it('keeps a note about a person with the room where the person sits', async () => {
    const { day, path, one, two } = await opened();
    const candidateId = one.seats[0]?.id;
    const note = (client: Room['invigilator'], wish: object) =>
      client.post(`${path}/notes`).send({ id: randomUUID(), text: 'Đến muộn', ...wish });
    const { body } = await note(one.invigilator, { candidateId });
    expect(body).toMatchObject({ candidateName: 'Lý Thí Sinh 001', roomName: 'Phòng 1' });
    expect((await note(two.invigilator, { candidateId })).body.code).toBe('candidate.not-found');
    expect((await note(two.invigilator, { roomId: one.room.id })).body.code).toBe('room.not-found');
    expect((await note(two.invigilator, { candidateId: randomUUID() })).body.code).toBe(
      'candidate.not-found',
    );
    expect((await note(day.coordinator, {})).body).toMatchObject({ roomName: null, candidateName: null });
    const stranger = await test.as(await createPerson(test));
    expect((await note(stranger, {})).body.code).toBe('exam.not-found');
    expect((await note(one.invigilator, { text: 'x' })).body.code).toBe('request.invalid');
    expect((await note(one.invigilator, { text: 'x'.repeat(2_001) })).body.code).toBe('request.invalid');
  });

  it('is read page by page, the newest first, and by an invigilator for the own rooms', async () => {
    const { day, path, one, two } = await opened();
    for (const [index, { invigilator }] of [one, two, one].entries()) {
      test.clock.forward(1);
      await invigilator.post(`${path}/notes`).send({ id: randomUUID(), text: `Việc thứ ${index + 1}` });
    }
    const words = async (client: Room['invigilator'], query = '') =>
      (await client.get(`${path}/events${query}`)).body.items.map((line: ExamEvent) => line.reason);
    expect(await words(one.invigilator)).toEqual(['Việc thứ 3', 'Việc thứ 1']);
    expect(await words(day.coordinator, `?roomId=${two.room.id}`)).toEqual(['Việc thứ 2']);
    const first = (await day.coordinator.get(`${path}/events?limit=2`)).body;
    expect(first.items.map((line: ExamEvent) => line.reason)).toEqual(['Việc thứ 3', 'Việc thứ 2']);
    expect((await words(day.coordinator, `?limit=1&cursor=${first.next}`))[0]).toBe('Việc thứ 1');
    expect((await one.invigilator.get(`${path}/events?roomId=${two.room.id}`)).body.code).toBe(
      'room.not-found',
    );
    expect((await day.coordinator.get(`${path}/events?cursor=AAAA`)).body.code).toBe('request.invalid');
    const other = await createPerson(test, { roles: [{ role: 'trainer', placeId: homeProvince }] });
    expect((await (await test.as(other)).get(`${path}/events`)).body.code).toBe('exam.not-found');
  });
});
