import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createCourse, createPerson } from '../../test/factories.js';
import { quizPathOf, trainerOf } from '../../test/marking.js';
import { quizCourse, quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from '../quizzes/close-due-attempts.js';
import { signsRound } from '../quizzes/signs-of-life.js';

const begin = new Date('2027-03-01T02:00:00.000Z');
const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

describe('answers that come after the deadline', () => {
  const test = useTestApp();

  async function scene() {
    test.clock.set(begin);
    const course = await createCourse(test, { document: quizCourse({ rule: { timeLimitMinutes: 20 } }) });
    return { course, trainer: await trainerOf(test, course), path: `${quizPathOf(course)}/late-attempts` };
  }

  /** Begins now, and is closed by the deadline; so many answers come `after` minutes later. */
  async function lateLearner({ course }: Awaited<ReturnType<typeof scene>>, count: number, after = 5) {
    const startedAt = test.clock.now().getTime();
    const learner = await quizLearner(test, course);
    const { body: attempt } = await learner.start();
    test.clock.set(new Date(startedAt + 21 * 60_000));
    await test.get(Rounds).run(closingRound);
    const answeredAt = new Date(startedAt + 60_000).toISOString();
    test.clock.set(new Date(startedAt + (20 + after) * 60_000));
    for (const { id } of attempt.questions.slice(0, count))
      await save(learner.client, attempt.id, id, { optionIds: ['r'], sequence: 1, answeredAt });
    return { learner, attemptId: String(attempt.id) };
  }

  it('are listed for the trainer: whose, how many and when, the newest submission first', async () => {
    const found = await scene();
    const first = await lateLearner(found, 2);
    await lateLearner(found, 0);
    const last = await lateLearner(found, 1);
    const { body } = await found.trainer.get(found.path);
    expect(body.items.map(({ attemptId }: { attemptId: string }) => attemptId)).toEqual([
      last.attemptId,
      first.attemptId,
    ]);
    expect(body.items[1]).toMatchObject({
      ...{ fullName: 'Nguyễn Văn Thử', number: 1, lateCount: 2 },
      ...{ submittedAt: at(20).toISOString(), lastArrivedAt: at(25).toISOString() },
    });
    const page = (await found.trainer.get(`${found.path}?limit=1`)).body;
    const rest = (await found.trainer.get(`${found.path}?limit=1&cursor=${page.next}`)).body;
    expect([...page.items, ...rest.items]).toEqual(body.items);
    expect(rest.next).toBeNull();
  });

  it('come with what there is to judge them by: the word of the device, and how long the server heard nothing of it', async () => {
    const found = await scene();
    const learner = await quizLearner(test, found.course);
    const { body: attempt } = await learner.start();
    const beat = async (minutes: number) => {
      test.clock.set(at(minutes));
      await learner.client.post(`/attempts/${attempt.id}/beat`).send({ device: 'may-cu-1', waiting: 0 });
      await test.get(Rounds).run(signsRound);
    };
    await beat(9);
    await beat(10);
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    const late = async (place: number, minutes: number, device: string) => {
      const wish = { optionIds: ['r'], sequence: 1, answeredAt: at(minutes).toISOString(), device };
      const { body } = await save(learner.client, attempt.id, attempt.questions[place].id, wish);
      expect(body.isLate).toBe(true);
    };
    const proof = async () => (await found.trainer.get(found.path)).body.items[0].lateProof;
    test.clock.set(at(25));
    await late(0, 12, 'may-cu-1');
    await test.get(Rounds).run(signsRound);
    const silence = { heardBeforeAt: at(10).toISOString(), heardAgainAt: at(25).toISOString() };
    const said = (from: number, until: number) => ({
      ...{ answeredFrom: at(from).toISOString(), answeredUntil: at(until).toISOString() },
    });
    expect(await proof()).toEqual({ ...said(12, 12), ...silence, wasSilent: true, devices: 1 });
    // Its beats go on, and what it sends afterwards came out of the same silence.
    await beat(26);
    await late(1, 14, 'may-cu-1');
    expect(await proof()).toEqual({ ...said(12, 14), ...silence, wasSilent: true, devices: 1 });
    await late(2, 5, 'may-khac');
    expect(await proof()).toEqual({ ...said(5, 14), ...silence, wasSilent: false, devices: 2 });
  });

  it('are no longer late when the learner, given more time, has answered the same questions again in time', async () => {
    const found = await scene();
    const { learner, attemptId } = await lateLearner(found, 1);
    const { email } = learner.person;
    const wish = { id: crypto.randomUUID(), login: email, minutes: 30, attempts: 0, reason: 'Mất điện' };
    await found.trainer.post(`${quizPathOf(found.course)}/extensions`).send(wish);
    const { body: open } = await learner.client.get(`/attempts/${attemptId}`);
    const again = { optionIds: ['w1'], sequence: 2 };
    await save(learner.client, attemptId, open.questions[0].id, again);
    await learner.client.post(`/attempts/${attemptId}/submit`);
    expect((await found.trainer.get(found.path)).body.items).toEqual([]);
  });

  it('in an exam stand in the results of the exam, not here', async () => {
    const found = await scene();
    const { attemptId } = await lateLearner(found, 1);
    await test.database.source.query('UPDATE attempt SET exam_id = uuidv7() WHERE id = $1', [attemptId]);
    expect((await found.trainer.get(found.path)).body).toEqual({ items: [], next: null });
  });

  it('are for those who may edit the course', async () => {
    const { path } = await scene();
    const stranger = await test.as(await createPerson(test, { roles: [{ role: 'trainer' }] }));
    expect((await stranger.get(path)).body.code).toBe('course.not-found');
  });
});
