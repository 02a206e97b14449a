// The end of a morning: everybody's deadline at once, and what arrives between a deadline and the closing.
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { multiplyAttempt, quizCourse, quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { giveTime } from './attempt-times.js';
import { closingRound } from './close-due-attempts.js';

const test = useTestApp();
const begin = new Date('2027-03-01T02:00:00.000Z');
const at = (minutes: number, seconds = 0) => new Date(begin.getTime() + minutes * 60_000 + seconds * 1_000);

async function begun() {
  test.clock.set(begin);
  const learner = await quizLearner(test, quizCourse({ rule: { timeLimitMinutes: 20 } }));
  const { body: attempt } = await learner.start();
  return { ...learner, attempt, ids: attempt.questions.map((one: { id: string }) => one.id) as string[] };
}

const countOpen = async (lessonId: string) => {
  const [row] = await test.database.source.query(
    `SELECT (count(*) FILTER (WHERE paused_at IS NULL))::integer AS running, (count(paused_at))::integer AS paused
      FROM attempt WHERE lesson_id = $1 AND submitted_at IS NULL`,
    [lessonId],
  );
  return row;
};

describe('one round at the deadline', () => {
  it("closes everybody, however many they are, and those whose clocks stand still are in nobody's way", async () => {
    const { attempt, quiz } = await begun();
    await multiplyAttempt(test, attempt.id, { count: 450, deadlineAt: at(20) });
    await multiplyAttempt(test, attempt.id, { count: 450, deadlineAt: at(10), isPaused: true });
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    expect(await countOpen(quiz.id)).toEqual({ running: 0, paused: 450 });
  });
});

describe('between the deadline and the closing', () => {
  it('nothing is taken that was given after the deadline, or does not say when it was given', async () => {
    const { client, attempt, ids } = await begun();
    const given = async (answeredAt: Date | null) => {
      const said = answeredAt && { answeredAt: answeredAt.toISOString() };
      return save(client, attempt.id, ids[0] ?? '', { optionIds: ['r'], sequence: 1, ...said });
    };
    test.clock.set(at(20, 4));
    expect((await given(at(20, 2))).body.code).toBe('attempt.too-late');
    expect((await given(null)).body.code).toBe('attempt.too-late');
    const { body } = await client.get(`/attempts/${attempt.id}`);
    expect(body).toMatchObject({ answers: [], state: { submittedAt: null } });
    expect((await given(at(19, 59))).body).toMatchObject({ isLate: false, sequence: 1 });
  });
});

describe('a final answer', () => {
  it('stays as it is where one may go to and fro', async () => {
    const { client, attempt, ids } = await begun();
    const id = ids[0] ?? '';
    const put = (optionId: string, sequence: number, isFinal: boolean) =>
      save(client, attempt.id, id, { optionIds: [optionId], sequence, isFinal });
    expect((await put('w1', 1, true)).body.isFinal).toBe(true);
    expect((await put('r', 2, false)).body.code).toBe('attempt.answer-final');
    expect((await put('r', 3, true)).body.code).toBe('attempt.answer-final');
    const { body } = await client.get(`/attempts/${attempt.id}`);
    expect(body.answers).toMatchObject([{ optionIds: ['w1'], sequence: 1, isFinal: true }]);
  });
});

describe('an attempt that is open again', () => {
  it('has no more late answers than are late when it is handed in', async () => {
    const learner = await begun();
    const { client, attempt, ids } = learner;
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    const answeredAt = at(10).toISOString();
    for (const id of ids.slice(0, 2))
      await save(client, attempt.id, id, { optionIds: ['r'], sequence: 1, answeredAt });
    const { quiz, enrolmentId } = learner;
    const set = { lessonId: quiz.id, examId: null, enrolmentIds: [enrolmentId], now: test.clock.now() };
    await test.database.transaction((transaction) => giveTime(transaction, set, 600));
    await save(client, attempt.id, ids[0] ?? '', { optionIds: ['w1'], sequence: 2 });
    await client.post(`/attempts/${attempt.id}/submit`);
    const { body } = await client.get(`/attempts/${attempt.id}/result`);
    expect(body).toMatchObject({ points: 1000, lateCount: 1 });
  });
});
