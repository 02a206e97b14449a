import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { answerAll, finishLesson, save } from '../../test/quizzes.js';
import { at, begin, timedAttempts } from '../../test/timed-attempts.js';
import { Rounds } from '../platform/rounds.js';
import { lateMarksRound } from './release-late-marks.js';

const test = useTestApp();
const { begun, goRound, resultAfterGrace } = timedAttempts(test);

describe('an answer after the deadline', () => {
  it('that was under way is in time while the attempt is open', async () => {
    const { client, attempt, ids } = await begun();
    test.clock.set(new Date(at(20).getTime() + 4_000));
    const { body } = await save(client, attempt.id, ids[0] ?? '', {
      optionIds: ['r'],
      sequence: 1,
      answeredAt: at(19.9).toISOString(),
    });
    expect(body).toMatchObject({ isLate: false, sequence: 1 });
  });

  it('that was given in time counts within the grace, is marked as late, and the attempt is marked again with it', async () => {
    const learner = await begun();
    const { client, attempt, ids } = learner;
    await finishLesson(learner);
    await save(client, attempt.id, ids[0] ?? '', { optionIds: ['r'], sequence: 1 });
    test.clock.set(at(21));
    await goRound();
    const before = (await client.get(`/attempts/${attempt.id}/result`)).body;
    expect(before).toMatchObject({ points: 1000, hasPassed: false, lateCount: 0 });
    test.clock.set(at(45));
    const late = { optionIds: ['r'], answeredAt: at(12).toISOString() };
    // From the queue of the device: in any order, and some twice.
    const sends = [ids[2], ids[1], ids[2], ids[0]].map((id) =>
      save(client, attempt.id, id ?? '', { ...late, sequence: id === ids[0] ? 1 : 5 }),
    );
    const answers = await Promise.all(sends);
    expect(answers.map(({ body }) => body.isLate)).toEqual([true, true, true, false]);
    const after = await resultAfterGrace(learner);
    expect(after).toMatchObject({
      points: 3000,
      hasPassed: true,
      lateCount: 2,
      submittedAt: at(20).toISOString(),
    });
    expect(after.courseCompletedAt).toBe(at(20).toISOString());
  });

  it('is not told by the mark whether it was right: the mark and its pass wait until no more are taken', async () => {
    const learner = await begun();
    const { client, attempt, ids } = learner;
    await finishLesson(learner);
    await answerAll(client, attempt, 1);
    test.clock.set(at(21));
    await goRound();
    test.clock.set(at(30));
    const answeredAt = at(12).toISOString();
    const result = async () => (await client.get(`/attempts/${attempt.id}/result`)).body;
    for (const [tries, place] of [1, 1, 2, 2].entries()) {
      const wish = { optionIds: [tries % 2 === 0 ? 'w1' : 'r'], sequence: 5 + tries, answeredAt };
      expect((await save(client, attempt.id, ids[place] ?? '', wish)).body.isLate).toBe(true);
      await test.get(Rounds).run(lateMarksRound);
      expect(await result()).toMatchObject({
        ...{ status: 'late', points: null, hasPassed: null, rightCount: null, courseCompletedAt: null },
        ...{ parts: [], competences: [], reviews: [] },
        shows: { feedback: false, key: false, nextAt: at(50).toISOString() },
      });
      const { body } = await client.get(`/enrolments/${learner.enrolmentId}`);
      expect(body.completedAt).toBeNull();
      expect(JSON.stringify(body)).not.toMatch(/"(points|hasPassed)":(\d|true|false)/);
    }
    expect(await resultAfterGrace(learner)).toMatchObject({
      status: 'marked',
      points: 3000,
      hasPassed: true,
    });
  });

  it('completes no course whose last lesson is done while its mark waits, and tells no step by it', async () => {
    const learner = await begun();
    const { client, attempt, ids, enrolmentId } = learner;
    await answerAll(client, attempt, 2);
    test.clock.set(at(21));
    await goRound();
    test.clock.set(at(30));
    const wish = { optionIds: ['r'], sequence: 5, answeredAt: at(12).toISOString() };
    expect((await save(client, attempt.id, ids[2] ?? '', wish)).body.isLate).toBe(true);
    await finishLesson(learner);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body).toMatchObject({ completedAt: null, steps: { done: 1, total: 2 } });
    const claimed = await client.post(`/enrolments/${enrolmentId}/certificate`);
    expect(claimed.body.code).toBe('certificate.not-eligible');
    expect(await resultAfterGrace(learner)).toMatchObject({
      ...{ points: 3000, hasPassed: true, courseCompletedAt: at(30).toISOString() },
    });
  });

  it('is in the mark once no more are taken, though somebody holds the attempt or the course at that moment', async () => {
    const learner = await begun();
    await finishLesson(learner);
    await answerAll(learner.client, learner.attempt, 2);
    test.clock.set(at(21));
    await goRound();
    const answeredAt = at(12).toISOString();
    const wish = { optionIds: ['r'], sequence: 5, answeredAt };
    await save(learner.client, learner.attempt.id, learner.ids[2] ?? '', wish);
    const held = [
      ['attempt', learner.attempt.id],
      ['enrolment', learner.enrolmentId],
    ];
    for (const [table, id] of held) {
      const holder = test.database.source.createQueryRunner();
      await holder.startTransaction();
      await holder.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
      test.clock.set(at(50));
      await test.get(Rounds).run(lateMarksRound);
      await holder.rollbackTransaction();
      await holder.release();
      const { body } = await learner.client.get(`/attempts/${learner.attempt.id}/result`);
      expect(body).toMatchObject({ status: 'late', points: null });
    }
    expect(await resultAfterGrace(learner)).toMatchObject({
      ...{ points: 3000, courseCompletedAt: at(20).toISOString() },
    });
  });

  it('cannot be read off the key: feedback and key wait until no more answers are taken', async () => {
    const { client, attempt } = await begun();
    test.clock.set(at(21));
    await goRound();
    const result = async () => (await client.get(`/attempts/${attempt.id}/result`)).body;
    const before = await result();
    expect(before).toMatchObject({
      points: 0,
      shows: { feedback: false, key: false, nextAt: at(50).toISOString() },
    });
    expect(JSON.stringify(before)).not.toMatch(/"correct":\[|"isRight":(true|false)|"explanation":"/);
    test.clock.set(at(50));
    expect((await result()).shows).toEqual({ feedback: true, key: true, nextAt: null });
  });

  it('cannot be read off what there is to review: only the whole mark shows until no more are taken', async () => {
    const { client, attempt, ids, start } = await begun({ attemptsAllowed: 2, pauseMinutes: 0 });
    await save(client, attempt.id, ids[0] ?? '', { optionIds: ['w1'], sequence: 1 });
    test.clock.set(at(21));
    await goRound();
    const { body: second } = await start();
    await answerAll(client, second, 1);
    await client.post(`/attempts/${second.id}/submit`);
    const results = async () =>
      Promise.all([attempt, second].map(async ({ id }) => (await client.get(`/attempts/${id}/result`)).body));
    const hidden = { parts: [], competences: [], reviews: [] };
    expect(await results()).toMatchObject([
      { status: 'marked', points: 0, ...hidden },
      { status: 'marked', points: 1000, ...hidden },
    ]);
    test.clock.set(at(50));
    for (const { parts, reviews } of await results())
      expect([parts.length > 0, reviews.length > 0]).toEqual([true, true]);
  });

  it('cannot be read off the key of another attempt either', async () => {
    const atOnce = { feedback: 'at-once', key: 'at-once' } as const;
    const { client, start } = await begun({ attemptsAllowed: 2, pauseMinutes: 0, ...atOnce });
    test.clock.set(at(21));
    await goRound();
    const { body: second } = await start();
    const final = { optionIds: ['r'], sequence: 1, isFinal: true };
    expect((await save(client, second.id, second.questions[0].id, final)).body.feedback).toBeNull();
    await client.post(`/attempts/${second.id}/submit`);
    const shows = async () => (await client.get(`/attempts/${second.id}/result`)).body.shows;
    expect(await shows()).toEqual({ feedback: false, key: false, nextAt: at(50).toISOString() });
    test.clock.set(at(50));
    expect(await shows()).toEqual({ feedback: true, key: true, nextAt: null });
  });

  it('never takes a completion away, whatever it does to the mark', async () => {
    const learner = await begun();
    const { client, attempt, ids } = learner;
    await finishLesson(learner);
    await answerAll(client, attempt, 3);
    test.clock.set(at(21));
    await goRound();
    test.clock.set(at(30));
    await save(client, attempt.id, ids[0] ?? '', {
      optionIds: ['w1'],
      sequence: 2,
      answeredAt: at(19).toISOString(),
    });
    const { body } = await client.get(`/attempts/${attempt.id}/result`);
    expect(body).toMatchObject({ points: null, courseCompletedAt: at(20).toISOString() });
    expect(await resultAfterGrace(learner)).toMatchObject({
      ...{ points: 2000, hasPassed: false, courseCompletedAt: at(20).toISOString() },
    });
  });

  it('is refused after the grace, without a time, or with one that cannot be', async () => {
    const { client, attempt, ids } = await begun({ graceMinutes: 15 });
    test.clock.set(at(21));
    await goRound();
    const code = async (minutes: number | null) => {
      const answeredAt = minutes === null ? undefined : at(minutes).toISOString();
      const { body } = await save(client, attempt.id, ids[0] ?? '', {
        optionIds: ['r'],
        sequence: 1,
        answeredAt,
      });
      return body.code;
    };
    test.clock.set(at(30));
    expect(await code(null)).toBe('attempt.too-late');
    expect(await code(20.5)).toBe('attempt.too-late');
    expect(await code(-5)).toBe('attempt.time-invalid');
    expect(await code(90)).toBe('attempt.time-invalid');
    test.clock.set(at(36));
    expect(await code(10)).toBe('attempt.too-late');
    expect((await client.get(`/attempts/${attempt.id}`)).body.answers).toEqual([]);
  });

  it('is refused when the learner has handed in, whatever time it claims', async () => {
    const { client, attempt, ids } = await begun();
    await client.post(`/attempts/${attempt.id}/submit`);
    test.clock.set(at(10));
    const answer = { optionIds: ['r'], sequence: 1, answeredAt: begin.toISOString() };
    expect((await save(client, attempt.id, ids[0] ?? '', answer)).body.code).toBe('attempt.closed');
  });

  it('does not gain anything by a forged time before the deadline', async () => {
    const { client, attempt, ids } = await begun();
    const answer = { optionIds: ['r'], sequence: 1, answeredAt: '1999-01-01T00:00:00.000Z' };
    const { body } = await save(client, attempt.id, ids[0] ?? '', answer);
    expect(body).toMatchObject({ isLate: false, savedAt: begin.toISOString() });
  });
});
