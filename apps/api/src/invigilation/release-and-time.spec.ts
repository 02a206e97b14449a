import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { morning } from '../../test/exams.js';
import { answer, begin, checkEverybodyIn, createMorning } from '../../test/invigilation.js';
import { untilWaiting } from '../../test/lock-waits.js';
import { releasingRound } from '../exams/release-exam.js';
import { holdRoom } from '../exams/room-state.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from '../quizzes/close-due-attempts.js';
import { grantMinutes } from '../quizzes/grant-minutes.js';

const reason = 'Mất điện';

describe('a release and more time at the same moment', () => {
  const test = useTestApp();

  /** One room with one person, whose attempt the deadline closed a minute ago with everything right; the mark is held. */
  async function closed() {
    const found = await createMorning(test, { rooms: 1, each: 1, plan: { release: 'by-person' } });
    await checkEverybodyIn(test, found.rooms);
    const [one] = found.rooms;
    const [seat] = one?.seats ?? [];
    if (!one || !seat) throw new Error('no seats');
    const { attemptId, questionIds } = await begin(seat);
    for (const id of questionIds) await answer(seat, attemptId, id);
    test.clock.set('2026-11-21T02:01:00.000Z');
    await test.get(Rounds).run(closingRound);
    const { exam, coordinator, coordinatorId } = found.day;
    return {
      ...found,
      ...{ one, seat, attemptId, exam, coordinatorId },
      release: async () => {
        const { status, body } = await coordinator.post(`${found.path}/release`).send({});
        return body.code ?? status;
      },
      act: async (path: string) => {
        const sent = { id: randomUUID(), minutes: 30, reason };
        const { status, body } = await one.invigilator.post(`${found.path}/${path}`).send(sent);
        return body.code ?? status;
      },
      stateOf: async () => {
        const [row] = await test.database.source.query(
          `SELECT a.submitted_at IS NULL AS "isOpen", a.is_held AS "isHeld", x.released_at IS NOT NULL AS "isReleased",
            (SELECT count(*)::int FROM exam_event v WHERE v.exam_id = x.id AND v.kind = 'released') AS lines
          FROM attempt a JOIN exam x ON x.id = a.exam_id WHERE a.id = $1`,
          [attemptId],
        );
        return row;
      },
    };
  }

  it('more time that is being given is seen by the release, which is refused and gives nothing out', async () => {
    const { exam, one, coordinatorId, release, stateOf } = await closed();
    const nothing = { isHeld: true, isReleased: false, lines: 0 };
    await test.database.transaction(async (transaction) => {
      const { enrolmentIds } = await holdRoom(transaction, exam.id, one.room.id);
      const set = { lessonId: exam.lessonId, examId: exam.id, enrolmentIds, now: test.clock.now() };
      await grantMinutes(transaction, set, { minutes: 30, reason, authorId: coordinatorId });
      expect(await release()).toBe('candidate.not-finished');
      expect(await stateOf()).toEqual({ ...nothing, isOpen: false });
    });
    expect(await release()).toBe('candidate.not-finished');
    expect(await stateOf()).toEqual({ ...nothing, isOpen: true });
  });

  it('a release that is under way is waited for, and no clock is moved after it', async () => {
    const { seat, one, coordinatorId, release, act, stateOf } = await closed();
    const { released, acts } = await test.database.transaction(async ({ manager }) => {
      // The line in the record names who releases: whoever holds that person holds the release open.
      await manager.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [coordinatorId]);
      const sent = release();
      await untilWaiting(test, 1);
      const more = [act(`rooms/${one.room.id}/credit`), act(`candidates/${seat.id}/extension`)];
      await untilWaiting(test, 3);
      return { released: sent, acts: more };
    });
    expect(await released).toBe(200);
    expect(await Promise.all(acts)).toEqual(['exam.released', 'exam.released']);
    expect(await stateOf()).toEqual({ isOpen: false, isHeld: false, isReleased: true, lines: 1 });
  });

  it('a release that was broken off after its decision is carried out by the round', async () => {
    const { seat, attemptId, release, stateOf } = await closed();
    expect(await release()).toBe(200);
    await test.database.source.query('UPDATE attempt SET is_held = true WHERE id = $1', [attemptId]);
    test.clock.set(morning.closesAt);
    await test.get(Rounds).run(releasingRound);
    expect(await stateOf()).toEqual({ isOpen: false, isHeld: false, isReleased: true, lines: 1 });
    expect((await seat.client.get(`/attempts/${attemptId}/result`)).body.status).toBe('marked');
  });

  it('an exam that cannot be given out keeps no other one back', async () => {
    const [broken, sound] = [await closed(), await closed()];
    for (const { release } of [broken, sound]) expect(await release()).toBe(200);
    await test.database.source.query(
      'UPDATE attempt SET is_held = true, has_passed = false WHERE id = ANY($1)',
      [[broken.attemptId, sound.attemptId]],
    );
    await test.database.source.query(`
      CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
      CREATE TRIGGER break BEFORE UPDATE ON attempt FOR EACH ROW WHEN (OLD.id = '${broken.attemptId}') EXECUTE FUNCTION break()`);
    await test.get(Rounds).run(releasingRound);
    await test.database.source.query('DROP FUNCTION break() CASCADE');
    expect(await sound.stateOf()).toMatchObject({ isHeld: false });
    expect(await broken.stateOf()).toMatchObject({ isHeld: true });
    await test.get(Rounds).run(releasingRound);
    expect(await broken.stateOf()).toMatchObject({ isHeld: false });
  });
});
