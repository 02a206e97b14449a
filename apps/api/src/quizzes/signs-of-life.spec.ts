import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { quizCourse, quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { SignsOfLife, signsRound } from './signs-of-life.js';

const test = useTestApp();

describe('a sign of life', () => {
  const signOf = (attemptId: string) =>
    test.database.row<{ last_seen_at: Date; waiting: number }>(
      { name: 'spec.sign', text: 'SELECT last_seen_at, waiting FROM attempt_sign WHERE attempt_id = $1' },
      [attemptId],
    );

  it('answers the clock, and stands in the table after the next round with how many answers wait', async () => {
    const { client, start } = await quizLearner(test, quizCourse({ rule: { timeLimitMinutes: 20 } }));
    const { body: attempt } = await start({ device: 'device-one' });
    const beat = { device: 'device-one', waiting: 3 };
    const { body } = await client.post(`/attempts/${attempt.id}/beat`).send(beat);
    expect(body).toMatchObject({
      device: 'device-one',
      deadlineAt: attempt.state.deadlineAt,
      submittedAt: null,
    });
    expect(await signOf(attempt.id)).toBeUndefined();
    await test.get(Rounds).run(signsRound);
    expect(await signOf(attempt.id)).toMatchObject({ waiting: 3 });
    await save(client, attempt.id, attempt.questions[0].id, { optionIds: ['r'], sequence: 1 });
    const before = (await signOf(attempt.id))?.last_seen_at;
    await test.get(Rounds).run(signsRound);
    const after = await signOf(attempt.id);
    expect(after?.waiting).toBe(3);
    expect(Number(after?.last_seen_at)).toBeGreaterThan(Number(before));
  });

  it('of another device tells the first one only when it takes over', async () => {
    const { client, start } = await quizLearner(test);
    const { body: attempt } = await start({ device: 'device-one' });
    const beat = (device: string, takesOver = false) =>
      client.post(`/attempts/${attempt.id}/beat`).send({ device, waiting: 0, takesOver });
    expect((await beat('device-two')).body.device).toBe('device-one');
    expect((await beat('device-two', true)).body.device).toBe('device-two');
    const { body } = await save(client, attempt.id, attempt.questions[0].id, {
      optionIds: ['r'],
      sequence: 1,
      device: 'device-one',
    });
    expect(body.state.device).toBe('device-two');
  });

  it("is taken from nobody else's device, and none is lost when the database is away for a round", async () => {
    const { client, start } = await quizLearner(test);
    const { body: attempt } = await start();
    const stranger = await quizLearner(test);
    const beat = { device: 'device-two', waiting: 0, takesOver: true };
    expect((await stranger.client.post(`/attempts/${attempt.id}/beat`).send(beat)).status).toBe(404);
    expect((await client.get(`/attempts/${attempt.id}`)).body.state.device).toBeNull();
    // An attempt that is gone meanwhile must not keep the others from being written.
    test.get(SignsOfLife).seen(randomUUID(), new Date(), 1);
    test.get(SignsOfLife).seen(attempt.id, new Date(), 7);
    await test.get(Rounds).run(signsRound);
    expect(await signOf(attempt.id)).toMatchObject({ waiting: 7 });
  });
});
