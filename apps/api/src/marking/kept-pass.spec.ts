import type { Question } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createCourse, question } from '../../test/factories.js';
import { correct, questionAt, quizPathOf, trainerOf } from '../../test/marking.js';
import { essay, finishLesson, quizCourse, quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from '../quizzes/close-due-attempts.js';
import { lateMarksRound } from '../quizzes/release-late-marks.js';

describe('a pass that a correction would take away', () => {
  const test = useTestApp();
  const begin = new Date('2027-03-01T02:00:00.000Z');
  const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

  /** Somebody who completed the course, closed by the deadline, and whose pass by two of three questions a correction took. */
  async function doubtful(extra: (review: string) => Question[] = () => []) {
    test.clock.set(begin);
    const questions = (review: string) => [1, 2, 3].map(() => question(review)).concat(extra(review));
    const draw = questions('').length;
    const rule = { timeLimitMinutes: 20, draw, passPercent: draw === 3 ? 60 : 30 };
    const course = await createCourse(test, { document: quizCourse({ rule, questions }) });
    const learner = await quizLearner(test, course);
    await finishLesson(learner);
    const { body: attempt } = await learner.start();
    const answers = ['r', draw === 3 ? 'r' : 'w1', 'w1'];
    for (const [index, optionId] of answers.entries()) {
      const { id } = questionAt(course, index);
      await save(learner.client, attempt.id, id, { optionIds: [optionId], sequence: 1 });
    }
    return { course, learner, attemptId: String(attempt.id), trainer: await trainerOf(test, course) };
  }
  type Doubtful = Awaited<ReturnType<typeof doubtful>>;
  const resultOf = async ({ learner, attemptId }: Doubtful) =>
    (await learner.client.get(`/attempts/${attemptId}/result`)).body;

  /** The mark as it is when no more late answers are taken. */
  const resultAfterGrace = async (one: Doubtful) => {
    test.clock.set(at(50));
    await test.get(Rounds).run(lateMarksRound);
    return resultOf(one);
  };

  /** Closed at the deadline; then the first question is dropped. */
  async function corrected(one: Doubtful) {
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    expect((await resultOf(one)).courseCompletedAt).not.toBeNull();
    const wish = { action: 'drop' as const, questionId: questionAt(one.course, 0).id };
    const correction = await correct(one.trainer, one.course, wish);
    expect(correction).toMatchObject({ losesPass: 1, openDecisions: 1 });
    const path = `/corrections/${correction.id}/changes/${one.attemptId}/decision`;
    return (decision: string) => one.trainer.post(path).send({ decision, reason: 'Lỗi của đề.' });
  }
  /** An answer that was given in time and comes within the grace. */
  const late = ({ learner, course, attemptId }: Doubtful, place: number, optionId: string, sequence = 2) =>
    save(learner.client, attemptId, questionAt(course, place).id, {
      ...{ optionIds: [optionId], sequence },
      answeredAt: at(12).toISOString(),
    });

  it('stands through late answers once a person has kept it', async () => {
    const one = await doubtful();
    const decide = await corrected(one);
    expect((await decide('kept')).status).toBe(200);
    expect((await late(one, 2, 'w2')).body.isLate).toBe(true);
    expect((await late(one, 1, 'w2')).body.isLate).toBe(true);
    expect(await resultAfterGrace(one)).toMatchObject({ points: 0, neededPoints: 1200, hasPassed: true });
  });

  it('stands through late answers while nobody has decided, and goes when it is withdrawn', async () => {
    const one = await doubtful();
    const decide = await corrected(one);
    await late(one, 2, 'w2');
    const stored = async () =>
      (await test.database.source.query('SELECT has_passed FROM attempt WHERE id = $1', [one.attemptId]))[0];
    expect(await stored()).toEqual({ has_passed: true });
    expect((await decide('withdrawn')).status).toBe(200);
    expect(await stored()).toEqual({ has_passed: false });
    await late(one, 2, 'w1', 3);
    expect((await resultAfterGrace(one)).hasPassed).toBe(false);
  });

  it('stands through late answers that no decision is about only as long as the mark says so', async () => {
    const one = await doubtful();
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    await late(one, 1, 'w2');
    expect(await resultAfterGrace(one)).toMatchObject({ points: 1000, hasPassed: false });
  });

  /** More time opens it again; the first two answers are changed to wrong ones, and it is handed in. */
  async function worseWithMoreTime({ course, learner, trainer, attemptId }: Doubtful) {
    const wish = { id: crypto.randomUUID(), login: learner.person.email, minutes: 30, attempts: 0 };
    const path = `${quizPathOf(course)}/extensions`;
    expect((await trainer.post(path).send({ ...wish, reason: 'Mất điện' })).status).toBe(200);
    for (const place of [0, 1]) {
      const wrong = { optionIds: ['w1'], sequence: 5 };
      expect((await save(learner.client, attemptId, questionAt(course, place).id, wrong)).body.isLate).toBe(
        false,
      );
    }
    return () => learner.client.post(`/attempts/${attemptId}/submit`);
  }

  it('or answers of the time that was given stands once it has counted, through corrections too', async () => {
    const one = await doubtful();
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    const { courseCompletedAt } = await resultOf(one);
    expect(courseCompletedAt).not.toBeNull();
    await (
      await worseWithMoreTime(one)
    )();
    expect(await resultOf(one)).toMatchObject({ points: 0, hasPassed: true, courseCompletedAt });
    const wish = { action: 'drop' as const, questionId: questionAt(one.course, 0).id };
    expect(await correct(one.trainer, one.course, wish)).toMatchObject({ losesPass: 0, openDecisions: 0 });
    expect(await resultOf(one)).toMatchObject({ points: 0, hasPassed: true });
    const { body } = await one.learner.client.get(one.learner.quizPath);
    expect(body.hasPassed).toBe(true);
  });

  it('that late answers alone would make has not counted yet, and does not stand when more time opens the attempt again', async () => {
    const one = await doubtful();
    await save(one.learner.client, one.attemptId, questionAt(one.course, 1).id, {
      ...{ optionIds: ['w1'], sequence: 2 },
    });
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    expect((await late(one, 1, 'r', 3)).body.isLate).toBe(true);
    await (
      await worseWithMoreTime(one)
    )();
    expect(await resultOf(one)).toMatchObject({ points: 0, hasPassed: false, courseCompletedAt: null });
  });

  it('is carried over when it was kept and more time opens the attempt again', async () => {
    const one = await doubtful();
    await (
      await corrected(one)
    )('kept');
    const handIn = await worseWithMoreTime(one);
    await handIn();
    expect(await resultOf(one)).toMatchObject({ points: 0, hasPassed: true });
  });

  it('goes when it is withdrawn while the attempt is open again', async () => {
    const one = await doubtful();
    const decide = await corrected(one);
    const handIn = await worseWithMoreTime(one);
    expect((await decide('withdrawn')).status).toBe(200);
    await handIn();
    expect(await resultOf(one)).toMatchObject({ points: 0, hasPassed: false });
  });

  it('stands through an essay that came late and its mark', async () => {
    const one = await doubtful((review) => [{ ...essay(review), points: 100, essay: tiny }]);
    const decide = await corrected(one);
    await decide('kept');
    const { id } = questionAt(one.course, 3);
    const words = { optionIds: [], text: 'Vài chữ.', sequence: 1, answeredAt: at(12).toISOString() };
    expect((await save(one.learner.client, one.attemptId, id, words)).body.isLate).toBe(true);
    expect((await resultOf(one)).status).toBe('marking');
    const { status } = await one.trainer
      .put(`/marking/${one.attemptId}/${id}`)
      .send({ criteria: [{ criterionId: 'y', points: 0 }], comment: '' });
    expect(status).toBe(200);
    expect(await resultAfterGrace(one)).toMatchObject({ points: 0, hasPassed: true });
  });
});

const tiny = { maxWords: 20, rubric: [{ id: 'y', title: 'Ý', description: '', points: 100 }] };
