import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { completeRule } from '@onetouch/domain';
import { useTestApp } from '../../test/app.js';
import { question } from '../../test/factories.js';
import {
  answerAll,
  attempted,
  essay,
  finishLesson,
  quizCourse,
  type QuizLearner,
  quizLearner,
  save,
} from '../../test/quizzes.js';
import { PublishedVersions } from '../courses/published-versions.js';
import { openAttempts } from './open-attempt.js';
import { drawPapers } from './papers.js';
import { ReleaseAttempts } from './release-attempts.js';
import { putCorrection, remarkAttempt, settleEssay } from './remark-attempt.js';
import { voidAttempts } from './void-attempt.js';

const test = useTestApp();
const begin = new Date('2027-03-01T02:00:00.000Z');
const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);
const versionOf = (learner: QuizLearner) => test.get(PublishedVersions).get(learner.course.versionId);

/** An attempt in an exam whose results a person releases, as the later rooms open it. */
async function heldAttempt(learner: QuizLearner, { number = 1, examId = randomUUID() } = {}) {
  const [version, now] = [await versionOf(learner), test.clock.now()];
  const rule = completeRule(learner.quiz.rule);
  const lessonId = learner.quiz.id;
  const [drawn] = await drawPapers(test.database, { version, lessonId, rule, count: 1, now });
  if (!drawn) throw new Error('no paper');
  const { neededPoints, possiblePoints } = drawn.paper;
  const wish = {
    ...{
      personId: learner.person.id,
      enrolmentId: learner.enrolmentId,
      lessonId,
      versionId: version.id,
      examId,
      number,
    },
    ...{
      paperId: drawn.id,
      rule,
      startedAt: now,
      deadlineAt: null,
      extraSeconds: 0,
      device: null,
      isHeld: true,
    },
    ...{ neededPoints, possiblePoints },
  };
  const opened = await openAttempts(test.database, [wish]);
  const { body } = await learner.client.get(`/attempts/${opened[0]?.id}`);
  return { attempt: body, examId, wish };
}

describe('what a result shows', () => {
  it.each([
    { feedback: 'never', key: 'never', shows: { feedback: false, key: false, nextAt: null } },
    { feedback: 'after-submit', key: 'never', shows: { feedback: true, key: false, nextAt: null } },
    {
      feedback: 'after-close',
      key: 'after-close',
      shows: { feedback: false, key: false, nextAt: at(90).toISOString() },
    },
  ] as const)('with feedback $feedback and key $key', async ({ feedback, key, shows }) => {
    test.clock.set(begin);
    const one = await quizLearner(
      test,
      quizCourse({ rule: { feedback, key, closesAt: at(60).toISOString() } }),
    );
    const result = await attempted(one, 3);
    expect(result).toMatchObject({ shows, points: 3000, hasPassed: true, rightCount: 3 });
    const wrong = result.questions[3];
    expect(wrong).toMatchObject({
      chosen: ['w1'],
      isRight: shows.feedback ? false : null,
      points: shows.feedback ? 0 : null,
      explanation: shows.feedback ? 'Vì thế.' : null,
      correct: null,
    });
    if (feedback !== 'after-close') return;
    test.clock.set(at(91));
    const { body } = await one.client.get(`/attempts/${result.id}/result`);
    expect(body.shows).toEqual({ feedback: true, key: true, nextAt: null });
    expect(body.questions[3]).toMatchObject({ correct: ['r'], explanation: 'Vì thế.' });
    test.clock.run();
  });

  it('sums the questions by competence', async () => {
    const one = await quizLearner(
      test,
      quizCourse({
        rule: { draw: 3 },
        questions: (review) =>
          ['An toàn', 'An toàn', 'Dịch vụ'].map((competence) => ({ ...question(review), competence })),
      }),
    );
    const { competences } = await attempted(one, 3);
    expect(competences).toEqual([
      { title: { vi: 'An toàn', en: 'An toàn' }, right: 2, total: 2, points: 2000, possiblePoints: 2000 },
      { title: { vi: 'Dịch vụ', en: 'Dịch vụ' }, right: 1, total: 1, points: 1000, possiblePoints: 1000 },
    ]);
  });
});

describe('a result that a person releases', () => {
  it('shows nothing and counts for nothing before, and completes the course at the release', async () => {
    const learner = await quizLearner(test);
    await finishLesson(learner);
    const { attempt, examId } = await heldAttempt(learner);
    const { client, enrolmentId, quizPath } = learner;
    await answerAll(client, attempt, 4);
    await client.post(`/attempts/${attempt.id}/submit`);
    const resultOf = async () => (await client.get(`/attempts/${attempt.id}/result`)).body;
    const held = await resultOf();
    expect(held).toMatchObject({
      ...{ status: 'held', points: null, hasPassed: null, rightCount: null, courseCompletedAt: null },
      ...{ parts: [], competences: [], reviews: [], shows: { feedback: false, key: false } },
    });
    expect(
      held.questions.every(
        (one: { isRight: null; correct: null }) => one.isRight === null && one.correct === null,
      ),
    ).toBe(true);
    const detail = async () => (await client.get(`/enrolments/${enrolmentId}`)).body;
    expect(await detail()).toMatchObject({ completedAt: null, conditions: [{}, { met: false, best: null }] });
    expect((await client.get(quizPath)).body).toMatchObject({
      hasPassed: false,
      attemptsLeft: 3,
      attempts: [],
    });
    expect((await client.post(`/enrolments/${enrolmentId}/certificate`)).body.code).toBe(
      'certificate.not-eligible',
    );

    await Promise.all([test.get(ReleaseAttempts).release(examId), test.get(ReleaseAttempts).release(examId)]);
    expect(await resultOf()).toMatchObject({
      status: 'marked',
      points: 4000,
      hasPassed: true,
      attemptsLeft: 0,
    });
    expect(await detail()).toMatchObject({ completedAt: held.submittedAt, conditions: [{}, { met: true }] });
  });

  it('the same start twice opens one attempt, with the clock of the first', async () => {
    const learner = await quizLearner(test);
    const { wish } = await heldAttempt(learner);
    const later = { ...wish, startedAt: new Date(wish.startedAt.getTime() + 5_000), device: 'device-two' };
    const all = await Promise.all([later, later, later].map((one) => openAttempts(test.database, [one])));
    expect(new Set(all.map(([one]) => one?.id)).size).toBe(1);
    expect(
      all.every(([one]) => one?.isNew === false && one.startedAt.getTime() === wish.startedAt.getTime()),
    ).toBe(true);
  });

  it('of an attempt that another one replaced counts no more, and takes no answer', async () => {
    const learner = await quizLearner(test);
    await finishLesson(learner);
    const { client, enrolmentId } = learner;
    const first = await heldAttempt(learner);
    const { examId } = first;
    await answerAll(client, first.attempt, 4);
    await client.post(`/attempts/${first.attempt.id}/submit`);
    const voided = await test.database.transaction((transaction) =>
      voidAttempts(transaction, { enrolmentId, examId, belowNumber: 2, now: test.clock.now() }),
    );
    expect(voided).toEqual([first.attempt.id]);
    const second = await heldAttempt(learner, { number: 2, examId });
    const answer = { optionIds: ['w1'], sequence: 9 };
    const stale = await save(client, first.attempt.id, first.attempt.questions[0].id, answer);
    expect(stale.body.code).toBe('attempt.closed');
    await client.post(`/attempts/${second.attempt.id}/submit`);
    await test.get(ReleaseAttempts).release(examId);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body).toMatchObject({
      completedAt: null,
      conditions: [{}, { met: false, best: { points: 0, attemptNumber: 2 } }],
    });
  });
});

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
