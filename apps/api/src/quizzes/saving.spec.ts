import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createCourse, question, type TestCourse } from '../../test/factories.js';
import { answerAll, essay, finishLesson, quizCourse, quizLearner, save } from '../../test/quizzes.js';

const test = useTestApp();
const holdAll = {
  name: 'spec.hold-all',
  text: `WITH e AS (SELECT id FROM enrolment WHERE id = ANY($1::uuid[]) FOR UPDATE),
    a AS (SELECT id FROM attempt WHERE id = ANY($2::uuid[]) FOR UPDATE) SELECT (SELECT count(*) FROM e), (SELECT count(*) FROM a)`,
};

/** A learner in that course who has begun. */
async function begun(course: TestCourse) {
  const learner = await quizLearner(test, course);
  return { ...learner, attempt: (await learner.start()).body };
}

describe('answers that come at the same moment', () => {
  it('of many learners are all kept, each once and each with its own receipt', async () => {
    const course = await createCourse(test, { document: quizCourse() });
    const learners = await Promise.all(Array.from({ length: 12 }, () => quizLearner(test, course)));
    const attempts = await Promise.all(learners.map(async ({ start }) => (await start()).body));
    const sends = learners.flatMap(({ client }, index) =>
      [...attempts[index].questions, ...attempts[index].questions].map(({ id }: { id: string }) =>
        save(client, attempts[index].id, id, { optionIds: ['r'], sequence: 1 }),
      ),
    );
    const answers = await Promise.all(sends);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const [index, { client }] of learners.entries()) {
      const { body } = await client.get(`/attempts/${attempts[index].id}`);
      expect(body.answers).toHaveLength(4);
      expect(body.answers.every((one: { sequence: number }) => one.sequence === 1)).toBe(true);
    }
  });

  it('to one question end with the highest sequence for everybody who asks', async () => {
    const { client, start } = await quizLearner(test);
    const { body: attempt } = await start();
    const id = attempt.questions[0].id;
    const order = [5, 3, 9, 1, 7, 9, 2];
    const answers = await Promise.all(
      order.map((sequence) =>
        save(client, attempt.id, id, { optionIds: [sequence === 9 ? 'r' : 'w1'], sequence }),
      ),
    );
    expect(answers.every(({ body }, index) => body.sequence >= (order[index] ?? 0))).toBe(true);
    const { body } = await client.get(`/attempts/${attempt.id}`);
    expect(body.answers).toMatchObject([{ sequence: 9, optionIds: ['r'] }]);
  });

  it('to one question with the sequence of one that is kept change nothing, one by one and together', async () => {
    const { client, start } = await quizLearner(test);
    const { body: attempt } = await start();
    const id = attempt.questions[0].id;
    const first = await save(client, attempt.id, id, { optionIds: ['r'], sequence: 5 });
    const again = () => save(client, attempt.id, id, { optionIds: ['w1'], sequence: 5 });
    const answers = [await again(), ...(await Promise.all([again(), again()]))];
    for (const { status, body } of answers)
      expect([status, body]).toMatchObject([
        200,
        { optionIds: ['r'], sequence: 5, savedAt: first.body.savedAt, receipt: first.body.receipt },
      ]);
    const { body } = await client.get(`/attempts/${attempt.id}`);
    expect(body.answers).toMatchObject([{ sequence: 5, optionIds: ['r'] }]);
  });

  it('do not wait for learners whose attempts somebody else holds, and theirs come through afterwards', async () => {
    const course = await createCourse(test, { document: quizCourse() });
    const held = await Promise.all([1, 2, 3].map(() => begun(course)));
    const quick = await begun(course);
    // So that all are known, and only the writing is left.
    for (const { client, attempt } of held)
      await save(client, attempt.id, attempt.questions[0].id, { optionIds: ['w1'], sequence: 1 });
    let answered = 0;
    const waiting: Promise<{ status: number; body: object }>[] = [];
    await test.database.transaction(async (transaction) => {
      await transaction.rows(holdAll, [
        held.map(({ enrolmentId }) => enrolmentId),
        held.map(({ attempt }) => attempt.id),
      ]);
      // One after the other, so that they do not go in one batch; each learner sends more than there are connections.
      for (const { client, attempt } of held) {
        for (let sequence = 2; sequence < 9; sequence += 1) {
          const sent = save(client, attempt.id, attempt.questions[0].id, { optionIds: ['r'], sequence });
          waiting.push(sent.then((answer) => ((answered += 1), answer)));
        }
        await new Promise((done) => setTimeout(done, 30));
      }
      await answerAll(quick.client, quick.attempt, 4);
      // Goes the careful way of those who wait: what is final is refused under the lock of the attempt only.
      const [first] = quick.attempt.questions;
      for (const [sequence, status] of [[100, 200] as const, [101, 409] as const])
        expect(
          (
            await save(quick.client, quick.attempt.id, first.id, {
              optionIds: ['r'],
              sequence,
              isFinal: true,
            })
          ).status,
        ).toBe(status);
      await quick.client.post(`/attempts/${quick.attempt.id}/submit`);
      expect((await quick.client.get(`/attempts/${quick.attempt.id}/result`)).body.hasPassed).toBe(true);
      expect((await (await quizLearner(test, course)).start()).status).toBe(200);
      expect(answered).toBe(0);
    });
    for (const answer of await Promise.all(waiting))
      expect(answer).toMatchObject({ status: 200, body: { optionIds: ['r'] } });
    for (const { client, attempt } of held)
      expect((await client.get(`/attempts/${attempt.id}`)).body.answers[0].sequence).toBe(8);
  });

  it('are refused one by one: a stray one costs the others nothing', async () => {
    const { client, start } = await quizLearner(test);
    const { body: attempt } = await start();
    const [first, second] = attempt.questions;
    const answers = await Promise.all([
      save(client, attempt.id, first.id, { optionIds: ['r'], sequence: 1 }),
      save(client, attempt.id, second.id, { optionIds: ['zz'], sequence: 1 }),
      save(client, randomUUID(), first.id, { optionIds: ['r'], sequence: 1 }),
      save(client, attempt.id, randomUUID(), { optionIds: ['r'], sequence: 1 }),
      save(client, attempt.id, second.id, { optionIds: ['r'], sequence: 2_000_000_000 }),
    ]);
    expect(answers.map(({ body }) => body.code ?? 'saved')).toEqual([
      'saved',
      'attempt.option-unknown',
      'attempt.not-found',
      'attempt.question-unknown',
      'request.invalid',
    ]);
  });
});

describe('submissions that come at the same moment', () => {
  it('are each marked by their own answers, and complete their own courses', async () => {
    const course = await createCourse(test, { document: quizCourse() });
    const learners = await Promise.all(Array.from({ length: 12 }, () => quizLearner(test, course)));
    const attempts = await Promise.all(
      learners.map(async (learner, index) => {
        await finishLesson(learner);
        const { body } = await learner.start();
        await answerAll(learner.client, body, index % 5);
        return body;
      }),
    );
    const sends = learners.flatMap(({ client }, index) =>
      [1, 2].map(() => client.post(`/attempts/${attempts[index].id}/submit`)),
    );
    expect(new Set((await Promise.all(sends)).map(({ status }) => status))).toEqual(new Set([200]));
    for (const [index, { client, enrolmentId }] of learners.entries()) {
      const { body } = await client.get(`/attempts/${attempts[index].id}/result`);
      expect(body).toMatchObject({ points: (index % 5) * 1_000, hasPassed: index % 5 >= 3 });
      const { completedAt } = (await client.get(`/enrolments/${enrolmentId}`)).body;
      expect(completedAt).toBe(index % 5 >= 3 ? body.submittedAt : null);
    }
  });

  it('do not wait for learners who pass while somebody else holds their enrolments', async () => {
    const course = await createCourse(test, { document: quizCourse() });
    const held = await Promise.all([1, 2, 3].map(() => begun(course)));
    const quick = await begun(course);
    for (const { client, attempt } of [...held, quick]) await answerAll(client, attempt, 4);
    const submit = ({ client, attempt }: typeof quick) =>
      client.post(`/attempts/${attempt.id}/submit`).then(({ status }) => status);
    const passed = async ({ client, attempt }: typeof quick) =>
      (await client.get(`/attempts/${attempt.id}/result`)).body.hasPassed;
    let answered = 0;
    const waiting: Promise<number>[] = [];
    await test.database.transaction(async (transaction) => {
      await transaction.rows(holdAll, [held.map(({ enrolmentId }) => enrolmentId), []]);
      for (const one of held) {
        waiting.push(submit(one).finally(() => (answered += 1)));
        await new Promise((done) => setTimeout(done, 30));
      }
      expect(await submit(quick)).toBe(200);
      expect(await passed(quick)).toBe(true);
      expect(answered).toBe(0);
    });
    expect(await Promise.all(waiting)).toEqual([200, 200, 200]);
    expect(await Promise.all(held.map(passed))).toEqual([true, true, true]);
  });
});

describe('a final answer', () => {
  it.each([
    { navigation: 'one-way' as const },
    { navigation: 'free' as const },
    { navigation: 'free' as const, feedback: 'at-once' as const, key: 'at-once' as const },
  ])(
    'can no longer be changed, and the same one again is answered as kept ($navigation, feedback $feedback)',
    async (rule) => {
      const { client, start } = await quizLearner(test, quizCourse({ rule }));
      const { body: attempt } = await start();
      const id = attempt.questions[0].id;
      await save(client, attempt.id, id, { optionIds: ['w1'], sequence: 1 });
      const final = { optionIds: ['w2'], sequence: 2, isFinal: true };
      expect((await save(client, attempt.id, id, final)).body).toMatchObject({ isFinal: true });
      const changed = await save(client, attempt.id, id, { optionIds: ['r'], sequence: 3 });
      expect(changed.body.code).toBe('attempt.answer-final');
      expect((await save(client, attempt.id, id, final)).body).toMatchObject({
        optionIds: ['w2'],
        sequence: 2,
      });
      expect((await save(client, attempt.id, id, { optionIds: ['r'], sequence: 1 })).body.optionIds).toEqual([
        'w2',
      ]);
    },
  );

  it('is answered with feedback at once, and with the key only where the rule shows that at once too', async () => {
    for (const key of ['at-once', 'after-submit'] as const) {
      const { client, start } = await quizLearner(test, quizCourse({ rule: { feedback: 'at-once', key } }));
      const { body: attempt } = await start();
      const id = attempt.questions[0].id;
      const draft = await save(client, attempt.id, id, { optionIds: ['w1'], sequence: 1 });
      expect(draft.body.feedback).toBeNull();
      const { body } = await save(client, attempt.id, id, { optionIds: ['w1'], sequence: 2, isFinal: true });
      expect(body.feedback).toEqual({
        isRight: false,
        points: 0,
        correct: key === 'at-once' ? ['r'] : null,
        explanation: 'Vì thế.',
      });
    }
  });
});

describe('an essay', () => {
  const withEssay = () =>
    quizCourse({ rule: { draw: 2 }, questions: (review) => [question(review), essay(review)] });

  it('is saved as words, and words are taken for nothing else', async () => {
    const { client, start } = await quizLearner(test, withEssay());
    const { body: attempt } = await start();
    const written = attempt.questions.find((one: { kind: string }) => one.kind === 'essay');
    const choice = attempt.questions.find((one: { kind: string }) => one.kind === 'single');
    expect(written).toMatchObject({ maxWords: 200, options: [] });
    expect(JSON.stringify(attempt)).not.toContain('rubric');
    const text = 'Một, hai; "ba" — \\ {bốn}\nnăm, NULL';
    const saved = await save(client, attempt.id, written.id, { optionIds: [], text, sequence: 1 });
    expect(saved.body).toMatchObject({ text, optionIds: [] });
    expect((await client.get(`/attempts/${attempt.id}`)).body.answers[0].text).toBe(text);
    const stray = await save(client, attempt.id, choice.id, { optionIds: ['r'], text: 'vì', sequence: 1 });
    expect(stray.body.code).toBe('attempt.text-unexpected');
    const chosen = await save(client, attempt.id, written.id, { optionIds: ['y'], text, sequence: 2 });
    expect(chosen.body.code).toBe('attempt.option-unknown');
  });
});
