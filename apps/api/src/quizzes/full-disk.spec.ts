import { afterEach, describe, expect, it } from '@jest/globals';
import type { QuizLesson } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { createCourse, type TestCourse } from '../../test/factories.js';
import { quizCourse, quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { lateMarksRound } from './release-late-marks.js';

/** What PostgreSQL does to a statement, by its code. */
const troubles = {
  'a full disk': `RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'`,
  'no memory': `RAISE EXCEPTION 'out of memory' USING ERRCODE = '53200'`,
  'a connection that is killed': 'PERFORM pg_terminate_backend(pg_backend_pid())',
};

describe.each(Object.entries(troubles))('%s', (_name, trouble) => {
  const test = useTestApp();
  const begin = new Date('2027-03-01T02:00:00.000Z');
  const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

  /** From now on that happens to every answer that is written, or to flagged ones only. */
  const strike = (only = 'true', table = 'attempt_answer') =>
    test.database.source.query(`
      CREATE FUNCTION strike() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${trouble}; RETURN NEW; END $$;
      CREATE TRIGGER strike BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW WHEN (${only}) EXECUTE FUNCTION strike()`);
  const mend = () => test.database.source.query('DROP FUNCTION IF EXISTS strike() CASCADE');
  afterEach(async () => {
    await mend();
  });

  async function begun(course: TestCourse) {
    const learner = await quizLearner(test, course);
    const { body: attempt } = await learner.start();
    const ids: string[] = attempt.questions.map((one: { id: string }) => one.id);
    const give = (place: number, more: object = {}) =>
      save(learner.client, attempt.id, ids[place] ?? '', { optionIds: ['r'], sequence: 1, ...more });
    const kept = async () =>
      (await learner.client.get(`/attempts/${attempt.id}`)).body.answers.map(
        ({ questionId, sequence }: { questionId: string; sequence: number }) => [
          ids.indexOf(questionId),
          sequence,
        ],
      );
    return { ...learner, attemptId: String(attempt.id), give, kept };
  }
  const courseOf = (rule: Partial<QuizLesson['rule']> = {}) =>
    createCourse(test, { document: quizCourse({ rule: { timeLimitMinutes: 20, ...rule } }) });
  const refusal = { code: 'service.unavailable', status: 503 };

  it.each(['free', 'one-way'] as const)(
    'costs no answer and gives no receipt for one that is not kept (%s)',
    async (navigation) => {
      test.clock.set(begin);
      const one = await begun(await courseOf({ navigation }));
      expect((await one.give(0)).status).toBe(200);
      await strike();
      const refused = await Promise.all([one.give(0, { sequence: 2 }), one.give(1)]);
      for (const { body, headers } of refused) {
        expect(body).toMatchObject(refusal);
        expect(body.receipt).toBeUndefined();
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(Date.parse(body.retryAt)).toBeGreaterThan(0);
      }
      expect(await one.kept()).toEqual([[0, 1]]);
      await mend();
      const again = await Promise.all([one.give(0, { sequence: 2 }), one.give(1)]);
      expect(again.map(({ status }) => status)).toEqual([200, 200]);
      expect((await one.kept()).sort()).toEqual([
        [0, 2],
        [1, 1],
      ]);
    },
  );

  it('in the midst of many who save at once: whoever has a receipt is kept, whoever has none is not, and may send again', async () => {
    test.clock.set(begin);
    const course = await courseOf();
    const learners = await Promise.all(Array.from({ length: 12 }, () => begun(course)));
    await strike('NEW.is_flagged');
    const send = (isStruck: boolean) =>
      Promise.all(
        learners.flatMap((one, index) => [one.give(0, { isFlagged: isStruck && index === 5 }), one.give(1)]),
      );
    const answers = await send(true);
    for (const { status, body } of answers) if (status !== 200) expect(body).toMatchObject(refusal);
    expect(answers[10]?.status).toBe(503);
    for (const [index, one] of learners.entries()) {
      const received = [0, 1].filter((place) => answers[index * 2 + place]?.status === 200);
      expect((await one.kept()).map(([place]: [number]) => place).sort()).toEqual(received);
    }
    await mend();
    expect(new Set((await send(false)).map(({ status }) => status))).toEqual(new Set([200]));
    for (const one of learners) expect((await one.kept()).length).toBe(2);
  });

  it('leaves a late answer and the mark that it would change as they were', async () => {
    test.clock.set(begin);
    const one = await begun(await courseOf());
    await one.give(0);
    test.clock.set(at(21));
    await one.client.post(`/attempts/${one.attemptId}/submit`);
    const result = async () => (await one.client.get(`/attempts/${one.attemptId}/result`)).body;
    const late = () => one.give(1, { answeredAt: at(12).toISOString() });
    await strike('true', 'attempt');
    expect((await late()).body).toMatchObject(refusal);
    expect(await one.kept()).toEqual([[0, 1]]);
    expect(await result()).toMatchObject({ points: 1000, lateCount: 0 });
    await mend();
    expect((await late()).body).toMatchObject({ isLate: true, sequence: 1 });
    test.clock.set(at(50));
    await test.get(Rounds).run(lateMarksRound);
    expect(await result()).toMatchObject({ points: 2000, lateCount: 1 });
  });

  it('leaves an attempt open that was being handed in, and it is handed in afterwards', async () => {
    test.clock.set(begin);
    const one = await begun(await courseOf());
    await one.give(0);
    await strike('true', 'attempt');
    expect((await one.client.post(`/attempts/${one.attemptId}/submit`)).body).toMatchObject(refusal);
    await mend();
    expect((await one.give(1)).status).toBe(200);
    const { body } = await one.client.post(`/attempts/${one.attemptId}/submit`);
    expect(body).toMatchObject({ answeredCount: 2 });
    expect(body.receipt).toBeTruthy();
  });

  it('shows no right answer while it cannot be noted who has read it, and shows all of them afterwards', async () => {
    test.clock.set(begin);
    const one = await begun(await courseOf());
    await one.give(0);
    await one.client.post(`/attempts/${one.attemptId}/submit`);
    const read = () => one.client.get(`/attempts/${one.attemptId}/result`);
    await strike('true', 'attempt');
    const refused = await read();
    expect(refused.body).toMatchObject(refusal);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.stringify(refused.body)).not.toMatch(/correct|explanation|points/);
    await mend();
    expect((await read()).body).toMatchObject({ points: 1000, shows: { feedback: true, key: true } });
    // It is noted once: whoever has read them may read them again, whatever the disk does.
    await strike('true', 'attempt');
    expect((await read()).body).toMatchObject({ points: 1000, shows: { key: true } });
  });

  it('hinders nobody who checks a certificate, though the tries cannot be counted', async () => {
    test.clock.run();
    await strike('true', 'throttle');
    const { status, body } = await test.visitor.get('/verify/OT-0000-0000');
    expect([status, body.verdict]).toEqual([200, 'unknown']);
  });
});
