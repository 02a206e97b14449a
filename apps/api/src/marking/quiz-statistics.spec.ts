import { randomUUID } from 'node:crypto';
import type { Question, QuizStatistics } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
// The worked example of the rules: its figures come from numpy and scipy, see docs/item-statistics.md.
import {
  exampleAttempts,
  exampleFigures,
  exampleQuestions,
} from '../../../../libs/domain/src/item-statistics.sample.js';
import { type Client, useTestApp } from '../../test/app.js';
import { createExamDay } from '../../test/exams.js';
import { createCourse, createPerson, type TestCourse } from '../../test/factories.js';
import {
  choiceCourse,
  correct,
  essayCourse,
  questionAt,
  quizPathOf,
  sit,
  storeMarked,
  trainerOf,
  writeEssay,
} from '../../test/marking.js';
import { quizCourse } from '../../test/quizzes.js';
import type { Actor } from '../platform/http/actor.js';
import { FindQuiz } from './find-quiz.js';
import { QuizStatistics as Statistics } from './quiz-statistics.js';

describe('statistics of a quiz', () => {
  const test = useTestApp();

  const read = async (client: Client, course: TestCourse, query = ''): Promise<QuizStatistics> =>
    (await client.get(`${quizPathOf(course)}/statistics${query}`)).body;

  /** The questions of the example with ids as the platform has them. */
  async function exampleCourse() {
    const idOf = new Map(exampleQuestions.map(({ id }) => [id, randomUUID()]));
    const real = (id: string) => idOf.get(id) ?? '';
    const questions = (review: string): Question[] =>
      exampleQuestions.map(({ category: _none, difficulty: _nothing, ...question }, index) => ({
        ...question,
        id: real(question.id),
        options: [...question.options],
        correct: [...question.correct],
        explanation: 'Vì thế.',
        points: exampleAttempts[0]?.questions[index]?.maxPoints ?? 0,
        review,
        ...(question.kind === 'essay' && {
          essay: { maxWords: 100, rubric: [{ id: 'y', title: 'Ý', description: '', points: 3_000 }] },
        }),
      }));
    const document = quizCourse({ rule: { draw: 5, passPercent: 62 }, questions });
    const course = await createCourse(test, { document });
    const attempts = exampleAttempts.map((attempt) => ({
      ...attempt,
      questions: attempt.questions.map((one) => ({ ...one, id: real(one.id) })),
    }));
    await storeMarked(test, course, attempts);
    return course;
  }

  it('are those of the worked example, to nine digits', async () => {
    const course = await exampleCourse();
    const figures = await read(await trainerOf(test, course), course);
    expect(figures).toMatchObject({
      attempts: 12,
      counted: 'first',
      courseTitle: course.document.title,
      examName: null,
      abilities: { correct: true },
    });
    const { items: _items, ...whole } = exampleFigures;
    for (const [name, expected] of Object.entries(whole))
      expect([name, figures[name as 'mean']]).toEqual([name, expect.closeTo(expected, 9)]);
    expect(figures.items).toHaveLength(5);
    for (const [index, expected] of exampleFigures.items.entries()) {
      const item = figures.items[index];
      const found = [
        ...[item?.facilityIndex, item?.standardDeviation, item?.intendedWeight],
        ...[item?.effectiveWeight, item?.discriminationIndex, item?.discriminativeEfficiency],
      ];
      expect(found).toEqual(expected.map((value) => (value === null ? null : expect.closeTo(value, 9))));
    }
    const [first] = figures.items;
    expect(first?.options.map(({ id, count, isKey }) => [id, count, isKey])).toEqual([
      ['a', 3, false],
      ['b', 7, true],
      ['c', 1, false],
      ['d', 0, false],
    ]);
    expect(first).toMatchObject({ unanswered: 1, randomGuessScore: 0.25, judgement: 'too-few' });
    expect(figures.items[4]).toMatchObject({ kind: 'essay', unanswered: 0 });
    expect(figures.passedShare).toBeCloseTo(5 / 12, 9);
    expect(figures.histogram.reduce((sum, count) => sum + count, 0)).toBe(12);
  });

  it('of a quiz that nobody has sat are blank and not zero', async () => {
    const course = await choiceCourse(test, 2);
    expect(await read(await trainerOf(test, course), course)).toMatchObject({
      ...{ attempts: 0, mean: null, median: null, internalConsistency: null, passedShare: null, items: [] },
    });
  });

  it('count the first attempt of each person, or all, and no attempt that is void or not marked', async () => {
    const course = await choiceCourse(test, 2, { attemptsAllowed: 3 });
    const trainer = await trainerOf(test, course);
    const { learner } = await sit(test, course, { 0: 'w1', 1: 'w1' });
    test.clock.forward(60);
    const { body: again } = await learner.start();
    for (const { id } of again.questions)
      await learner.client.put(`/attempts/${again.id}/answers/${id}`).send({ optionIds: ['r'], sequence: 1 });
    await learner.client.post(`/attempts/${again.id}/submit`);
    const voided = await sit(test, course);
    await test.database.source.query('UPDATE attempt SET voided_at = now() WHERE id = $1', [
      voided.attemptId,
    ]);
    expect(await read(trainer, course)).toMatchObject({ attempts: 1, mean: 0 });
    expect(await read(trainer, course, '?counted=all')).toMatchObject({ attempts: 2, mean: 50 });
    test.clock.run();
    const essays = await essayCourse(test);
    await writeEssay(test, essays);
    expect((await read(await trainerOf(test, essays), essays)).attempts).toBe(0);
  });

  it('are kept for a minute, and worked out anew after it or after a correction', async () => {
    const course = await choiceCourse(test, 2);
    const trainer = await trainerOf(test, course);
    await sit(test, course);
    test.clock.set(new Date());
    const first = await read(trainer, course);
    await sit(test, course, { 0: 'w1' });
    expect(await read(trainer, course)).toEqual(first);
    test.clock.forward(1.1);
    expect(await read(trainer, course)).toMatchObject({ attempts: 2, mean: 75 });
    const wish = { action: 'accept' as const, questionId: questionAt(course, 0).id, optionIds: ['w1'] };
    await correct(trainer, course, wish);
    const corrected = await read(trainer, course);
    expect(corrected.mean).toBe(100);
    expect(corrected.items[0]?.options.map(({ id, isKey }) => [id, isKey])).toEqual([
      ['r', true],
      ['w1', true],
      ['w2', false],
    ]);
    await correct(trainer, course, { action: 'drop', questionId: questionAt(course, 0).id });
    const dropped = await read(trainer, course);
    expect(dropped.items.map(({ questionId, attempts }) => [questionId, attempts])).toEqual([
      [questionAt(course, 0).id, 0],
      [questionAt(course, 1).id, 2],
    ]);
    test.clock.run();
  });

  it('of another process know a correction at once too', async () => {
    const course = await choiceCourse(test, 2);
    const trainer = await trainerOf(test, course);
    await sit(test, course, { 0: 'w1' });
    test.clock.set(new Date());
    const { id } = (await trainer.get('/session')).body.me;
    const actor: Actor = {
      ...{ personId: id, fullName: '', sessionHash: '' },
      grants: [{ id: randomUUID(), role: 'admin', path: 'vn', placeId: 'vn', organisationId: null }],
    };
    const wished = { courseId: course.id, lessonId: quizPathOf(course).split('/').at(-1) ?? '' };
    const quiz = await test.get(FindQuiz).find(actor, wished);
    const other = new Statistics(test.database, test.clock);
    expect((await other.read(quiz, 'first')).mean).toBe(50);
    await correct(trainer, course, { action: 'drop', questionId: questionAt(course, 0).id });
    expect((await other.read(quiz, 'first')).mean).toBe(100);
    test.clock.run();
  });

  it('of an exam are of its attempts alone, and reckon with what a wrong answer costs there', async () => {
    const course = await choiceCourse(test, 2);
    const day = await createExamDay(test, { course, people: 1, rule: { draw: 2, wrongPercent: 50 } });
    test.clock.run();
    const trainer = await trainerOf(test, course);
    const inside = await sit(test, course, { 0: 'w1' });
    await sit(test, course);
    await test.database.source.query('UPDATE attempt SET exam_id = $2 WHERE id = $1', [
      inside.attemptId,
      day.exam.id,
    ]);
    const figures = await read(trainer, course, `?examId=${day.exam.id}`);
    expect(figures).toMatchObject({ attempts: 1, mean: 50, examName: 'Kỳ thi kỹ năng số' });
    const share = 1 / questionAt(course, 0).options.length;
    expect(figures.items.map((item) => item.randomGuessScore)).toEqual(
      Array.from({ length: 2 }, () => share - (1 - share) / 2),
    );
    const whole = await read(trainer, course);
    expect(whole.attempts).toBe(2);
    expect(whole.items.map((item) => item.randomGuessScore)).toEqual([share, share]);
    const stray = await trainer.get(`${quizPathOf(course)}/statistics?examId=${randomUUID()}`);
    expect(stray.body.code).toBe('exam.not-found');
  });

  it('are for those who may edit the course', async () => {
    const course = await choiceCourse(test, 2);
    const strangers = [
      await createPerson(test, { roles: [{ role: 'trainer' }] }),
      await createPerson(test, { roles: [{ role: 'admin', placeId: 'p34-15' }] }),
    ];
    for (const stranger of strangers) {
      const { body } = await (await test.as(stranger)).get(`${quizPathOf(course)}/statistics`);
      expect(body.code).toBe('course.not-found');
    }
    const admin = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
    expect((await admin.get(`${quizPathOf(course)}/statistics`)).status).toBe(200);
    const trainer = await trainerOf(test, course);
    const path = `/courses/${course.id}/quizzes/${randomUUID()}/statistics`;
    expect((await trainer.get(path)).body.code).toBe('lesson.not-found');
  });
});
