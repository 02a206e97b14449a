import { describe, expect, it } from '@jest/globals';
import type { QuizLesson } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { createCourse } from '../../test/factories.js';
import { quizCourse, quizLearner, save } from '../../test/quizzes.js';
import { questionsBehind } from './one-way.js';

describe('a test that goes one way', () => {
  const test = useTestApp();
  const begin = new Date('2027-03-01T02:00:00.000Z');
  const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

  /** Four questions, begun at `begin`; the clock of the server stands ten minutes later. */
  async function begun(rule: Partial<QuizLesson['rule']> = {}) {
    test.clock.set(begin);
    const oneWay = { navigation: 'one-way' as const, timeLimitMinutes: 20, draw: 4, ...rule };
    const { client, start } = await quizLearner(test, quizCourse({ rule: oneWay }));
    const { body: attempt } = await start();
    const ids: string[] = attempt.questions.map((one: { id: string }) => one.id);
    test.clock.set(at(10));
    const sequences = new Map<number, number>();
    /** Sends an answer to that question, given after so many minutes; without a word about when for null. */
    const give = async (place: number, minutes: number | null, more: object = {}) => {
      const sequence = (sequences.get(place) ?? 0) + 1;
      sequences.set(place, sequence);
      const time = minutes === null ? {} : { answeredAt: at(minutes).toISOString() };
      const sent = { optionIds: ['r'], sequence, ...time, ...more };
      const { status, body } = await save(client, attempt.id, ids[place] ?? '', sent);
      return body.code ?? status;
    };
    const kept = async () =>
      (await client.get(`/attempts/${attempt.id}`)).body.answers.map(
        ({ questionId }: { questionId: string }) => ids.indexOf(questionId),
      );
    return { give, kept };
  }

  it('closes the way back with the first answer on a later page', async () => {
    const { give } = await begun();
    expect(await give(0, 1)).toBe(200);
    expect(await give(1, 3)).toBe(200);
    expect(await give(0, 5)).toBe('attempt.answer-final');
    expect(await give(0, null)).toBe('attempt.answer-final');
    expect(await give(2, 6)).toBe(200);
    expect(await give(1, 7)).toBe('attempt.answer-final');
    expect(await give(3, 8)).toBe(200);
  });

  it('takes in any order what a device without a network had kept', async () => {
    const { give, kept } = await begun();
    for (const [place, minutes] of [
      [3, 8],
      [1, 3],
      [2, 5],
      [0, 1],
    ] as const)
      expect(await give(place, minutes)).toBe(200);
    expect((await kept()).sort()).toEqual([0, 1, 2, 3]);
    expect(await give(1, 4, { isFinal: true })).toBe(200);
    expect(await give(1, 4)).toBe('attempt.answer-final');
  });

  it('goes by the first answer on the later page, however often that one is changed', async () => {
    const { give } = await begun();
    expect(await give(1, 3)).toBe(200);
    expect(await give(1, 7)).toBe(200);
    expect(await give(0, 5)).toBe('attempt.answer-final');
    expect(await give(0, 2)).toBe(200);
  });

  it('believes nobody who says that a later answer has yet to be given', async () => {
    const { give } = await begun();
    expect(await give(1, 15)).toBe(200);
    test.clock.set(at(12));
    expect(await give(0, 11)).toBe('attempt.answer-final');
  });

  it('forgives a device that measures its clock anew', async () => {
    const { give } = await begun();
    expect(await give(1, 3)).toBe(200);
    expect(await give(0, 3.05)).toBe(200);
  });

  it('lets one go to and fro on a page of several questions', async () => {
    const { give } = await begun({ questionsPerPage: 2 });
    expect(await give(1, 1)).toBe(200);
    expect(await give(0, 2)).toBe(200);
    expect(await give(3, 4)).toBe(200);
    expect(await give(2, 5)).toBe(200);
    expect(await give(1, 6)).toBe('attempt.answer-final');
  });

  it('holds for answers that come late, too', async () => {
    const { give } = await begun();
    expect(await give(1, 3)).toBe(200);
    test.clock.set(at(30));
    expect(await give(0, 5)).toBe('attempt.answer-final');
    expect(await give(0, 2)).toBe(200);
  });

  it('is not there where one may go freely', async () => {
    const { give } = await begun({ navigation: 'free' });
    expect(await give(1, 3)).toBe(200);
    expect(await give(0, 5)).toBe(200);
  });

  it('keeps nobody waiting for learners whom somebody else holds, however many they are', async () => {
    test.clock.set(begin);
    const course = await createCourse(test, { document: quizCourse({ rule: { navigation: 'one-way' } }) });
    const learners = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const learner = await quizLearner(test, course);
        return { ...learner, attempt: (await learner.start()).body };
      }),
    );
    const [quick, ...held] = learners;
    if (!quick) throw new Error('nobody');
    const answer = ({ client, attempt }: typeof quick) =>
      save(client, attempt.id, attempt.questions[0].id, { optionIds: ['r'], sequence: 1 });
    let waiting: Promise<{ status: number }[]> = Promise.resolve([]);
    await test.database.transaction(async (transaction) => {
      const text = 'SELECT 1 FROM attempt WHERE id = ANY($1::uuid[]) FOR UPDATE';
      await transaction.rows({ name: 'spec.hold-some', text }, [held.map(({ attempt }) => attempt.id)]);
      waiting = Promise.all(held.map(answer));
      await new Promise((done) => setTimeout(done, 300));
      expect((await answer(quick)).status).toBe(200);
    });
    expect((await waiting).map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  it('has the pages of the screen', () => {
    const pages = (questionsPerPage: number) => ({
      questionIds: ['a', 'b', 'c', 'd', 'e'],
      questionsPerPage,
    });
    expect(questionsBehind(pages(1), 'b')).toEqual(['c', 'd', 'e']);
    expect(questionsBehind(pages(2), 'c')).toEqual(['e']);
    expect(questionsBehind(pages(2), 'b')).toEqual(['c', 'd', 'e']);
    expect(questionsBehind(pages(5), 'a')).toEqual([]);
  });
});
