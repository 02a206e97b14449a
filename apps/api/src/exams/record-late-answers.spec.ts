import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { begin, checkEverybodyIn, createMorning, type Seat } from '../../test/invigilation.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from '../quizzes/close-due-attempts.js';

describe('answers that come after the deadline of an exam', () => {
  const test = useTestApp();

  /** Two rooms of one person each, both at work, both closed by the deadline at two o'clock. */
  async function closedByDeadline() {
    const { path, rooms, day } = await createMorning(test, { each: 1 });
    await checkEverybodyIn(test, rooms);
    const [one, two] = rooms;
    const [a, b] = [one?.seats[0], two?.seats[0]];
    if (!one || !two || !a || !b) throw new Error('no rooms');
    const [first, second] = [await begin(a), await begin(b)];
    test.clock.set('2026-11-21T02:00:30.000Z');
    await test.get(Rounds).run(closingRound);
    return { path, day, one, two, a, b, first, second };
  }
  const late = (seat: Seat, attemptId: string, questionId = '', sequence = 1) =>
    seat.client
      .put(`/attempts/${attemptId}/answers/${questionId}`)
      .send({ optionIds: ['r'], sequence, answeredAt: '2026-11-21T01:40:00.000Z' });
  const linesOf = async (client: Seat['client'], path: string) =>
    (await client.get(`${path}/events`)).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'late-answers',
    );

  it('stand in its results with what there is to judge them by', async () => {
    const { path, day, a, first } = await closedByDeadline();
    test.clock.set('2026-11-21T02:10:00.000Z');
    await late(a, first.attemptId, first.questionIds[0]);
    const { items } = (await day.coordinator.get(`${path}/results`)).body;
    const proofs = items.map(({ lateProof }: { lateProof: object | null }) => lateProof);
    const time = '2026-11-21T01:40:00.000Z';
    expect(proofs).toEqual([
      {
        ...{ answeredFrom: time, answeredUntil: time, heardBeforeAt: null, heardAgainAt: null },
        ...{ wasSilent: false, devices: 0 },
      },
      null,
    ]);
    const [kept] = await test.database.source.query(
      'SELECT arrived_at AS at FROM late_answer WHERE attempt_id = $1',
      [first.attemptId],
    );
    expect(kept.at).toEqual(new Date('2026-11-21T02:10:00.000Z'));
  });

  it('stand in its record with one line for each person, by nobody, however many came at once', async () => {
    const { path, day, one, two, a, first } = await closedByDeadline();
    expect(await linesOf(day.coordinator, path)).toEqual([]);
    test.clock.set('2026-11-21T02:10:00.000Z');
    const answers = await Promise.all(first.questionIds.map((id) => late(a, first.attemptId, id)));
    expect(answers.map(({ body }) => body.isLate)).toEqual([true, true, true, true]);
    test.clock.set('2026-11-21T02:12:00.000Z');
    expect((await late(a, first.attemptId, first.questionIds[0], 2)).body.isLate).toBe(true);
    const lines = await linesOf(one.invigilator, path);
    expect(lines).toMatchObject([
      {
        at: '2026-11-21T02:10:00.000Z',
        actorName: null,
        roomName: 'Phòng 1',
        candidateName: 'Lý Thí Sinh 001',
        minutes: null,
      },
    ]);
    expect(await linesOf(day.coordinator, path)).toEqual(lines);
    expect(await linesOf(two.invigilator, path)).toEqual([]);
  });

  it('are taken with their line or not at all', async () => {
    const { path, day, b, second } = await closedByDeadline();
    test.clock.set('2026-11-21T02:10:00.000Z');
    await test.database.source.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON exam_event FOR EACH ROW EXECUTE FUNCTION no_room()`);
    const [id = ''] = second.questionIds;
    expect((await late(b, second.attemptId, id)).status).toBe(503);
    expect((await b.client.get(`/attempts/${second.attemptId}`)).body.answers).toEqual([]);
    await test.database.source.query('DROP FUNCTION no_room() CASCADE');
    expect((await late(b, second.attemptId, id)).body).toMatchObject({ isLate: true, sequence: 1 });
    expect(await linesOf(day.coordinator, path)).toHaveLength(1);
  });

  it('wait for nobody who does something to the person at that moment, and nobody is stuck with them', async () => {
    const { path, one, a, first } = await closedByDeadline();
    test.clock.set('2026-11-21T02:10:00.000Z');
    const restart = { id: randomUUID(), reason: 'Máy hỏng' };
    const [restarted, ...answers] = await Promise.all([
      one.invigilator.post(`${path}/candidates/${a.id}/restart`).send(restart),
      ...first.questionIds.map((id) => late(a, first.attemptId, id)),
    ]);
    expect(restarted?.status).toBe(200);
    for (const { status, body } of answers) expect([200, 'attempt.closed']).toContain(body.code ?? status);
  });
});
