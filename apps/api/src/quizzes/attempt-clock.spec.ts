import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { answerAll, finishLesson, type QuizLearner, save } from '../../test/quizzes.js';
import { at, begin, timedAttempts } from '../../test/timed-attempts.js';
import { giveTime, pauseAttempts, resumeAttempts } from './attempt-times.js';

const test = useTestApp();
const { begun, goRound } = timedAttempts(test);
const setOf = (learner: QuizLearner) => ({
  lessonId: learner.quiz.id,
  examId: null,
  enrolmentIds: [learner.enrolmentId],
  now: test.clock.now(),
});

describe('the deadline', () => {
  it('is the limit from the start, or the end of the window when that comes first', async () => {
    const { attempt } = await begun();
    expect(attempt.state).toMatchObject({
      serverTime: begin.toISOString(),
      startedAt: begin.toISOString(),
      deadlineAt: at(20).toISOString(),
    });
    const short = await begun({ closesAt: at(5).toISOString() });
    expect(short.attempt.state.deadlineAt).toBe(at(5).toISOString());
  });

  it('closes by itself with the answers it has, though no browser asks, and completes the course by them', async () => {
    const learner = await begun();
    await finishLesson(learner);
    await answerAll(learner.client, learner.attempt, 4);
    test.clock.set(at(20));
    await goRound();
    expect((await learner.client.get(`/attempts/${learner.attempt.id}`)).body.state.submittedAt).toBeNull();
    test.clock.set(at(20.2));
    await Promise.all([goRound(), goRound()]);
    const { body } = await learner.client.get(`/attempts/${learner.attempt.id}/result`);
    expect(body).toMatchObject({
      closedBy: 'deadline',
      submittedAt: at(20).toISOString(),
      hasPassed: true,
      courseCompletedAt: at(20).toISOString(),
    });
  });

  it('leaves one out that somebody holds, closes the others, and comes back for it', async () => {
    const [held, free] = [await begun(), await begun()];
    test.clock.set(at(21));
    const stateOf = async ({ client, attempt }: typeof held) =>
      (await client.get(`/attempts/${attempt.id}`)).body.state;
    await test.database.transaction(async (transaction) => {
      await transaction.rows(
        { name: 'spec.hold-one', text: 'SELECT 1 FROM attempt WHERE id = $1 FOR UPDATE' },
        [held.attempt.id],
      );
      await goRound();
      expect((await stateOf(free)).closedBy).toBe('deadline');
      expect((await stateOf(held)).closedBy).toBeNull();
    });
    await goRound();
    expect((await stateOf(held)).closedBy).toBe('deadline');
  });

  it('counts for whoever presses submit after it, too', async () => {
    const { client, attempt } = await begun();
    test.clock.set(at(20.1));
    const { body } = await client.post(`/attempts/${attempt.id}/submit`);
    expect(body.state).toMatchObject({ closedBy: 'deadline', submittedAt: at(20).toISOString() });
  });
});

describe('time that people give', () => {
  it('stops and starts the clock; the pause is given back, nothing closes in it, and answers are taken', async () => {
    const learner = await begun();
    const { client, attempt, ids } = learner;
    test.clock.set(at(10));
    await test.database.transaction((transaction) => pauseAttempts(transaction, setOf(learner)));
    test.clock.set(at(50));
    await goRound();
    const { body } = await save(client, attempt.id, ids[0] ?? '', { optionIds: ['r'], sequence: 1 });
    expect(body).toMatchObject({
      isLate: false,
      state: { pausedAt: at(10).toISOString(), submittedAt: null },
    });
    await test.database.transaction((transaction) => resumeAttempts(transaction, setOf(learner)));
    const { body: after } = await client.get(`/attempts/${attempt.id}`);
    expect(after.state).toMatchObject({ pausedAt: null, deadlineAt: at(60).toISOString() });
  });

  it('opens an attempt again that the deadline had closed, with all its answers and without its mark', async () => {
    const learner = await begun();
    const { client, attempt, ids } = learner;
    await answerAll(client, attempt, 2);
    test.clock.set(at(21));
    await goRound();
    test.clock.set(at(25));
    const [moved] = await test.database.transaction((transaction) =>
      giveTime(transaction, setOf(learner), 600),
    );
    expect(moved).toMatchObject({ id: attempt.id, isReopened: true });
    expect((await client.get(`/attempts/${attempt.id}/result`)).body.code).toBe('attempt.not-submitted');
    const { body } = await save(client, attempt.id, ids[3] ?? '', { optionIds: ['r'], sequence: 2 });
    expect(body).toMatchObject({
      isLate: false,
      state: { deadlineAt: at(30).toISOString(), closedBy: null },
    });
    test.clock.set(at(31));
    await goRound();
    expect((await client.get(`/attempts/${attempt.id}/result`)).body).toMatchObject({
      points: 3000,
      lateCount: 0,
    });
  });

  it('that is over already opens nothing, and what the learner handed in stays handed in', async () => {
    const [over, done] = [await begun(), await begun()];
    await done.client.post(`/attempts/${done.attempt.id}/submit`);
    test.clock.set(at(40));
    await goRound();
    for (const learner of [over, done]) {
      const moved = await test.database.transaction((transaction) =>
        giveTime(transaction, setOf(learner), 60),
      );
      expect(moved.some((one) => one.isReopened)).toBe(false);
      expect((await learner.client.get(`/attempts/${learner.attempt.id}/result`)).status).toBe(200);
    }
  });
});
