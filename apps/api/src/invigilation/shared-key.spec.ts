import { randomUUID } from 'node:crypto';
import type { ExamEvent } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { begin, checkEverybodyIn, createMorning, type Seat } from '../../test/invigilation.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from '../quizzes/close-due-attempts.js';

const reason = 'Mất điện';
const on = (time: string) => `2026-11-21T${time}:00.000Z`;
const afterClose = { feedback: 'after-close' as const, key: 'after-close' as const };

/** The exam begins at 01:00 with an hour for each, and closes at 03:00 with a grace of half an hour. */
describe('the right answers of an exam', () => {
  const test = useTestApp();

  async function opened(wish: Parameters<typeof createMorning>[1]) {
    const found = await createMorning(test, wish);
    await checkEverybodyIn(test, found.rooms);
    const seats = found.rooms.flatMap((room) => room.seats.map((seat) => ({ ...seat, room })));
    const [a, b] = seats;
    if (!a || !b) throw new Error('no seats');
    const act = async (path: string, more: object = {}) => {
      const sent = { reason, ...more };
      const { body } = await found.day.coordinator.post(`${found.path}/${path}`).send(sent);
      return body.code ?? 'done';
    };
    return {
      ...{ ...found, a, b, act },
      credit: (seat: typeof a, minutes: number) =>
        act(`rooms/${seat.room.room.id}/credit`, { id: randomUUID(), minutes }),
      extend: (seat: Seat, minutes: number) =>
        act(`candidates/${seat.id}/extension`, { id: randomUUID(), minutes }),
      restart: (seat: Seat) => act(`candidates/${seat.id}/restart`, { id: randomUUID() }),
      lines: async () =>
        ((await found.day.coordinator.get(`${found.path}/events`)).body.items as ExamEvent[])
          .filter(({ kind }) => ['extended', 'credited', 'restarted', 'answers-seen'].includes(kind))
          .map(({ kind, candidateName }) => `${kind} ${candidateName ?? ''}`.trim())
          .sort(),
    };
  }
  async function handedIn(seat: Seat) {
    const { attemptId } = await begin(seat);
    await seat.client.post(`/attempts/${attemptId}/submit`);
    return async () => (await seat.client.get(`/attempts/${attemptId}/result`)).body.shows;
  }
  const close = () => test.get(Rounds).run(closingRound);
  const shown = { feedback: true, key: true, nextAt: null };
  const hidden = (nextAt: string) => ({ feedback: false, key: false, nextAt });

  it('wait for a room that was given more time than the grace, and no longer than somebody works there', async () => {
    const { a, b, credit } = await opened({ each: 1, rule: afterClose });
    const shows = await handedIn(a);
    const { attemptId } = await begin(b);
    expect(await shows()).toEqual(hidden(on('03:30')));
    expect(await credit(b, 150)).toBe('done');
    expect(await shows()).toEqual(hidden(on('05:00')));
    test.clock.set(on('04:00'));
    expect(await shows()).toEqual(hidden(on('05:00')));
    await b.client.post(`/attempts/${attemptId}/submit`);
    expect(await shows()).toEqual(shown);
  });

  it('wait for a clock that stands still, however long, and for answers that may arrive late', async () => {
    const { a, b, act } = await opened({ each: 1, rule: afterClose });
    const shows = await handedIn(a);
    await begin(b);
    test.clock.set(on('01:30'));
    expect(await act(`rooms/${b.room.room.id}/pause`)).toBe('done');
    test.clock.set('2026-11-23T04:00:00.000Z');
    expect((await shows()).key).toBe(false);
    expect(await act(`rooms/${b.room.room.id}/resume`)).toBe('done');
    test.clock.set('2026-11-23T04:31:00.000Z');
    await close();
    expect(await shows()).toEqual(hidden('2026-11-23T05:00:00.000Z'));
    test.clock.set('2026-11-23T05:00:00.000Z');
    expect(await shows()).toEqual(shown);
  });

  it('wait for somebody with a new attempt who may still begin', async () => {
    const { a, b, restart } = await opened({ each: 1, rule: afterClose });
    const shows = await handedIn(a);
    await handedIn(b);
    test.clock.set(on('02:59'));
    expect(await restart(b)).toBe('done');
    test.clock.set(on('03:40'));
    expect(await shows()).toEqual(hidden(on('05:30')));
    test.clock.set(on('04:00'));
    expect(await shows()).toEqual(shown);
  });

  it('are not worked at once they can be read: more time is refused then, and moves nobody’s deadline', async () => {
    const { a, b, extend, credit, lines } = await opened({ rooms: 1, plan: { spreadSeconds: 0 } });
    const { attemptId } = await begin(a);
    test.clock.set(on('02:10'));
    await close();
    await begin(b);
    const deadlineOf = async (seat: Seat) =>
      (
        await test.database.source.query(
          `SELECT deadline_at AS at, submitted_at IS NULL AS "isOpen" FROM attempt a JOIN exam_candidate c ON c.enrolment_id = a.enrolment_id
            WHERE c.id = $1`,
          [seat.id],
        )
      )[0];
    test.clock.set(on('02:30'));
    const { shows } = (await a.client.get(`/attempts/${attemptId}/result`)).body;
    expect(shows).toEqual(shown);
    expect(await extend(a, 60)).toBe('attempt.key-shown');
    expect(await lines()).toEqual([]);
    expect(await credit(a, 60)).toBe('done');
    expect(await deadlineOf(a)).toEqual({ at: new Date(on('02:00')), isOpen: false });
    expect(await deadlineOf(b)).toEqual({ at: new Date(on('04:00')), isOpen: true });
    expect(await lines()).toEqual(['answers-seen Lý Thí Sinh 001', 'credited']);
  });

  it('do not keep an attempt closed before they can be read', async () => {
    const { a, b, extend, credit } = await opened({ rooms: 1, rule: { key: 'never', feedback: 'never' } });
    for (const seat of [a, b]) await begin(seat);
    test.clock.set(on('02:29'));
    await close();
    expect(await extend(a, 30)).toBe('done');
    test.clock.set(on('02:50'));
    expect(await credit(b, 90)).toBe('done');
    const open = await test.database.source.query(
      'SELECT deadline_at AS at FROM attempt WHERE submitted_at IS NULL AND enrolment_id IN (SELECT enrolment_id FROM exam_candidate WHERE id = ANY($1)) ORDER BY 1',
      [[a.id, b.id]],
    );
    expect(open).toEqual([{ at: new Date(on('03:30')) }, { at: new Date(on('04:00')) }]);
  });

  it('that somebody could read before a new attempt are a line in the record, and show no more', async () => {
    const { a, restart, lines } = await opened({ rooms: 1 });
    const shows = await handedIn(a);
    expect(await shows()).toEqual(shown);
    expect(await restart(a)).toBe('done');
    expect(await lines()).toEqual(['answers-seen Lý Thí Sinh 001', 'restarted Lý Thí Sinh 001']);
    expect(await shows()).toEqual({ feedback: false, key: false, nextAt: null });
  });
});
