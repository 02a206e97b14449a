import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { question } from '../../test/factories.js';
import {
  answerAll,
  attempted,
  essay,
  finishLesson,
  quizCourse,
  quizLearner,
  save,
} from '../../test/quizzes.js';
import { PublishedVersions } from '../courses/published-versions.js';
import { putCorrection, remarkAttempt, settleEssay } from './remark-attempt.js';

const test = useTestApp();
const versionOf = ({ course }: { course: { versionId: string } }) =>
  test.get(PublishedVersions).get(course.versionId);

describe('an essay', () => {
  async function written() {
    const document = quizCourse({
      rule: { draw: 2 },
      questions: (review) => [question(review), essay(review)],
    });
    const learner = await quizLearner(test, document);
    await finishLesson(learner);
    const { client } = learner;
    const { body: attempt } = await learner.start();
    const ids = Object.fromEntries(
      attempt.questions.map((one: { kind: string; id: string }) => [one.kind, one.id]),
    );
    await save(client, attempt.id, ids['single'], { optionIds: ['r'], sequence: 1 });
    const words = (text: string, sequence: number) =>
      save(client, attempt.id, ids['essay'], { optionIds: [], text, sequence });
    const submit = async () => {
      await client.post(`/attempts/${attempt.id}/submit`);
      return (await client.get(`/attempts/${attempt.id}/result`)).body;
    };
    return { ...learner, attemptId: attempt.id as string, essayId: String(ids['essay']), words, submit };
  }

  it('waits for a marker: no figure of the mark shows until the last one is given, and then it completes the course', async () => {
    const one = await written();
    await one.words('Tôi sẽ hỏi lại cán bộ.', 1);
    const waiting = await one.submit();
    expect(waiting).toMatchObject({
      status: 'marking',
      points: null,
      hasPassed: null,
      rightCount: null,
      parts: [],
    });
    expect(
      waiting.questions.every(
        (asked: { points: null; correct: null }) => asked.points === null && asked.correct === null,
      ),
    ).toBe(true);
    const version = await test.get(PublishedVersions).get(one.course.versionId);
    const remarked = await test.database.transaction(async (transaction) => {
      const mark = { attemptId: one.attemptId, questionId: one.essayId, points: 1_500, comment: 'Tốt.' };
      expect(await settleEssay(transaction, mark)).toBe(true);
      return remarkAttempt(transaction, one.attemptId, { version, now: test.clock.now() });
    });
    expect(remarked?.before).toMatchObject({ pending: [one.essayId] });
    expect(remarked?.after).toMatchObject({ points: 2_500, hasPassed: true, pending: [] });
    const { body } = await one.client.get(`/attempts/${one.attemptId}/result`);
    expect(body).toMatchObject({ status: 'marked', points: 2_500, possiblePoints: 3_000, hasPassed: true });
    expect(body.courseCompletedAt).toBe(body.submittedAt);
    const asked = body.questions.find(
      (line: { question: { kind: string } }) => line.question.kind === 'essay',
    );
    expect(asked).toMatchObject({ text: 'Tôi sẽ hỏi lại cán bộ.', points: 1_500, comment: 'Tốt.' });
  });

  it('without words waits for nobody', async () => {
    expect(await (await written()).submit()).toMatchObject({
      status: 'marked',
      points: 1_000,
      hasPassed: false,
    });
  });
});

describe('a corrected question', () => {
  it('is marked anew for those who handed in, and for those who hand in later; a pass may be kept', async () => {
    const document = quizCourse({
      rule: { draw: 4 },
      questions: (review) => [1, 2, 3, 4].map(() => question(review)),
    });
    const early = await quizLearner(test, document);
    const result = await attempted(early, 2);
    const later = await quizLearner(test, early.course);
    const { body: open } = await later.start();
    const faulty = result.questions[3].question.id;
    const version = await versionOf(early);
    const correction = { action: 'accept', questionId: faulty, optionIds: ['w1'] } as const;
    const entry = {
      id: randomUUID(),
      lessonId: early.quiz.id,
      examId: null,
      correction,
      appliedAt: new Date(),
    };
    await test.database.transaction(async (transaction) => {
      await putCorrection(transaction, entry);
      await remarkAttempt(transaction, result.id, { version, now: test.clock.now() });
    });
    const after = (await early.client.get(`/attempts/${result.id}/result`)).body;
    expect(after).toMatchObject({ points: 3_000, hasPassed: true });
    expect(after.questions[3]).toMatchObject({ correction: 'accepted', isRight: true });
    await answerAll(later.client, open, 0);
    await later.client.post(`/attempts/${open.id}/submit`);
    expect((await later.client.get(`/attempts/${open.id}/result`)).body.points).toBe(1_000);

    const drops = result.questions.slice(0, 2).map((line: { question: { id: string } }) => line.question.id);
    const kept = await test.database.transaction(async (transaction) => {
      for (const questionId of drops)
        await putCorrection(transaction, {
          ...entry,
          id: randomUUID(),
          correction: { action: 'drop', questionId },
        });
      return remarkAttempt(transaction, result.id, { version, now: test.clock.now(), keepsPass: true });
    });
    expect(kept?.after).toMatchObject({
      points: 1_000,
      possiblePoints: 2_000,
      neededPoints: 1_500,
      hasPassed: true,
    });
    const dropped = (await early.client.get(`/attempts/${result.id}/result`)).body;
    expect(dropped).toMatchObject({ questionCount: 2, parts: [{ total: 2, possiblePoints: 2_000 }] });
  });
});
