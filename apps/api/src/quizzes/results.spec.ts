import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { completeRule } from '@onetouch/domain';
import { useTestApp } from '../../test/app.js';
import { question } from '../../test/factories.js';
import {
  answerAll,
  attempted,
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
    const { attempt, examId } = await heldAttempt(learner);
    const { client, enrolmentId, quizPath } = learner;
    await answerAll(client, attempt, 4);
    await client.post(`/attempts/${attempt.id}/submit`);
    // The last lesson is done while the mark is held: the course must not tell what the result does not.
    await finishLesson(learner);
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
    const { completedAt, conditions } = await detail();
    expect(conditions).toMatchObject([{ met: true }, { met: true }]);
    expect(completedAt).toBe(conditions[0].lastDoneAt);
  });

  it('gives no feedback at once either', async () => {
    const learner = await quizLearner(test, quizCourse({ rule: { feedback: 'at-once', key: 'at-once' } }));
    const { attempt } = await heldAttempt(learner);
    const final = { optionIds: ['r'], sequence: 1, isFinal: true };
    const { body } = await save(learner.client, attempt.id, attempt.questions[0].id, final);
    expect(body).toMatchObject({ isFinal: true, feedback: null });
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

  it('is handed in by nobody: a page that knows nothing of it is given no receipt', async () => {
    test.clock.set(begin);
    const learner = await quizLearner(test, quizCourse());
    const { client, enrolmentId } = learner;
    const { attempt, examId } = await heldAttempt(learner);
    await test.database.transaction((transaction) =>
      voidAttempts(transaction, { enrolmentId, examId, belowNumber: 2, now: test.clock.now() }),
    );
    const { body } = await client.post(`/attempts/${attempt.id}/submit`);
    expect(body.code).toBe('attempt.closed');
    expect(JSON.stringify(body)).not.toContain('receipt');
  });
});
