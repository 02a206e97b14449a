import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createCourse, createPerson } from '../../test/factories.js';
import { attempted, quizCourse, quizLearner } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from './close-due-attempts.js';

const test = useTestApp();
const begin = new Date('2027-03-01T02:00:00.000Z');
const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

async function scene() {
  test.clock.set(begin);
  const owner = await createPerson(test, { fullName: 'Trần Thị Giảng', roles: [{ role: 'trainer' }] });
  const rule = { timeLimitMinutes: 20, attemptsAllowed: 1, pauseMinutes: 0 };
  const course = await createCourse(test, { document: quizCourse({ rule }), ownerId: owner.id });
  const learner = await quizLearner(test, course);
  const trainer = await test.as(owner);
  const path = `/courses/${course.id}/quizzes/${learner.quiz.id}/extensions`;
  const wish = (more: object = {}) => ({
    ...{ id: randomUUID(), login: learner.person.email, minutes: 10, attempts: 0, reason: 'Mất điện' },
    ...more,
  });
  return {
    course,
    learner,
    trainer,
    path,
    wish,
    grant: (more: object = {}) => trainer.post(path).send(wish(more)),
  };
}

describe('an extension', () => {
  it('gives more minutes to the running attempt at once, and to the next ones; sent twice it counts once', async () => {
    const { learner, trainer, path, wish } = await scene();
    const { body: attempt } = await learner.start();
    const sent = wish({ attempts: 1 });
    const answers = await Promise.all([1, 2].map(() => trainer.post(path).send(sent)));
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(answers[0]?.body).toEqual({
      ...{
        id: sent.id,
        enrolmentId: learner.enrolmentId,
        fullName: 'Nguyễn Văn Thử',
        minutes: 10,
        attempts: 1,
      },
      ...{ reason: 'Mất điện', authorName: 'Trần Thị Giảng', grantedAt: begin.toISOString() },
    });
    const { body } = await learner.client.get(`/attempts/${attempt.id}`);
    expect(body).toMatchObject({ attemptsAllowed: 2, state: { deadlineAt: at(30).toISOString() } });
    await learner.client.post(`/attempts/${attempt.id}/submit`);
    expect((await learner.client.get(learner.quizPath)).body).toMatchObject({
      ...{ timeLimitMinutes: 30, attemptsAllowed: 2, attemptsLeft: 1 },
    });
    expect((await learner.start()).body.state.deadlineAt).toBe(at(30).toISOString());
    expect((await trainer.get(path)).body.items).toEqual([answers[0]?.body]);
  });

  it('gives more attempts to somebody who has none left', async () => {
    const { learner, grant } = await scene();
    await attempted(learner, 0);
    expect((await learner.start()).body.code).toBe('quiz.no-attempts-left');
    await grant({ minutes: 0, attempts: 2 });
    expect(
      (await learner.client.get(`/enrolments/${learner.enrolmentId}`)).body.conditions[1].attemptsLeft,
    ).toBe(2);
    expect(await attempted(learner, 1)).toMatchObject({ number: 2, attemptsAllowed: 3, attemptsLeft: 1 });
  });

  it('opens the attempt again that the deadline closed a moment ago', async () => {
    const { learner, grant } = await scene();
    const { body: attempt } = await learner.start();
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    await grant();
    expect((await learner.client.get(`/attempts/${attempt.id}`)).body.state).toMatchObject({
      ...{ submittedAt: null, deadlineAt: at(30).toISOString() },
    });
  });

  it('moves the newest attempt only: an older one that the deadline closed stays closed', async () => {
    const { learner, grant } = await scene();
    const { body: first } = await learner.start();
    test.clock.set(at(20.5));
    await test.get(Rounds).run(closingRound);
    await grant({ minutes: 0, attempts: 1 });
    const { body: second } = await learner.start();
    expect((await grant({ minutes: 10 })).status).toBe(200);
    const stateOf = async (id: string) => (await learner.client.get(`/attempts/${id}`)).body.state;
    expect(await stateOf(first.id)).toMatchObject({ closedBy: 'deadline', deadlineAt: at(20).toISOString() });
    expect(await stateOf(second.id)).toMatchObject({ closedBy: null, deadlineAt: at(50.5).toISOString() });
  });

  it('keeps right answers that show after the close from the others as long as it may be worked at', async () => {
    test.clock.set(begin);
    const shown = { feedback: 'after-close' as const, key: 'after-close' as const };
    const rule = { timeLimitMinutes: 20, closesAt: at(60).toISOString(), ...shown };
    const owner = await createPerson(test, { roles: [{ role: 'trainer' }] });
    const course = await createCourse(test, { document: quizCourse({ rule }), ownerId: owner.id });
    const [one, other] = [await quizLearner(test, course), await quizLearner(test, course)];
    const { id } = await attempted(one, 1);
    const shows = async () => (await one.client.get(`/attempts/${id}/result`)).body.shows;
    expect((await shows()).nextAt).toBe(at(90).toISOString());
    const wish = {
      id: randomUUID(),
      login: other.person.email,
      minutes: 45,
      attempts: 0,
      reason: 'Khiếm thị',
    };
    const path = `/courses/${course.id}/quizzes/${one.quiz.id}/extensions`;
    expect((await (await test.as(owner)).post(path).send(wish)).status).toBe(200);
    test.clock.set(at(134));
    expect(await shows()).toEqual({ feedback: false, key: false, nextAt: at(135).toISOString() });
    test.clock.set(at(135));
    expect((await shows()).key).toBe(true);
  });

  it('does not open an attempt again whose right answers can be read; its minutes are for the next one', async () => {
    const { learner, grant } = await scene();
    const { body: attempt } = await learner.start();
    test.clock.set(at(50));
    await test.get(Rounds).run(closingRound);
    expect((await learner.client.get(`/attempts/${attempt.id}/result`)).body.shows.key).toBe(true);
    expect((await grant({ minutes: 60, attempts: 1 })).status).toBe(200);
    expect((await learner.client.get(`/attempts/${attempt.id}`)).body.state).toMatchObject({
      ...{ closedBy: 'deadline', deadlineAt: at(20).toISOString() },
    });
    expect((await learner.start()).body.state.deadlineAt).toBe(at(130).toISOString());
  });

  it('does not open what can be read or was, though minutes that are given hide the right answers again', async () => {
    test.clock.set(begin);
    const shown = { feedback: 'after-close' as const, key: 'after-close' as const };
    const rule = { closesAt: at(20).toISOString(), graceMinutes: 0, ...shown };
    const owner = await createPerson(test, { roles: [{ role: 'trainer' }] });
    const course = await createCourse(test, { document: quizCourse({ rule }), ownerId: owner.id });
    const learners = [];
    for (let count = 0; count < 3; count += 1) {
      const learner = await quizLearner(test, course);
      learners.push({ ...learner, id: String((await learner.start()).body.id) });
    }
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    const [, reader] = learners;
    const shows = async () => (await reader?.client.get(`/attempts/${reader.id}/result`))?.body.shows.key;
    expect(await shows()).toBe(true);
    const trainer = await test.as(owner);
    const isOpen = [];
    for (const { person, quiz, client, id } of learners) {
      const wish = { id: randomUUID(), login: person.email, minutes: 30, attempts: 0, reason: 'Mất điện' };
      const path = `/courses/${course.id}/quizzes/${quiz.id}/extensions`;
      expect((await trainer.post(path).send(wish)).status).toBe(200);
      isOpen.push((await client.get(`/attempts/${id}`)).body.state.submittedAt === null);
    }
    // The first could read them, the second did; from the third they were hidden by what the first was given.
    expect(await shows()).toBe(false);
    expect(isOpen).toEqual([false, false, true]);
  });

  it('is refused when it is empty, for people who are not in the course, and for what is no quiz', async () => {
    const { course, trainer, grant, wish, learner } = await scene();
    const stranger = await createPerson(test);
    expect((await grant({ minutes: 0 })).body.code).toBe('extension.empty');
    expect((await grant({ login: stranger.email })).body.code).toBe('enrolment.not-found');
    expect((await grant({ login: 'khong.co@example.test' })).body.code).toBe('person.not-found');
    expect((await grant({ login: 'không phải' })).body.code).toBe('person.not-found');
    expect((await grant({ reason: '  ' })).body.code).toBe('request.invalid');
    for (const id of [randomUUID(), learner.lesson.id]) {
      const { body } = await trainer.post(`/courses/${course.id}/quizzes/${id}/extensions`).send(wish());
      expect(body.code).toBe('lesson.not-found');
    }
  });

  it('is given and read by nobody else than those who may edit the course', async () => {
    const { path, wish, learner } = await scene();
    const other = await test.as(await createPerson(test, { roles: [{ role: 'trainer' }] }));
    expect((await other.post(path).send(wish())).body.code).toBe('course.not-found');
    expect((await other.get(path)).body.code).toBe('course.not-found');
    expect((await learner.client.post(path).send(wish())).status).toBe(403);
    expect((await test.visitor.get(path)).status).toBe(401);
  });

  it("with the id of another quiz's extension changes nothing and tells nothing", async () => {
    const [one, other] = [await scene(), await scene()];
    const sent = one.wish();
    await one.trainer.post(one.path).send(sent);
    const { status, body } = await other.trainer.post(other.path).send({ ...other.wish(), id: sent.id });
    expect([status, body.code]).toEqual([409, 'request.id-taken']);
    expect((await other.trainer.get(other.path)).body.items).toEqual([]);
  });

  it('under the id of another one is refused: for somebody else, with another content, by somebody else', async () => {
    const { course, trainer, path, wish } = await scene();
    const { person: other } = await quizLearner(test, course);
    const sent = wish();
    const code = async (more: object, client = trainer) =>
      (await client.post(path).send({ ...sent, ...more })).body.code;
    expect(await code({})).toBeUndefined();
    for (const more of [{ login: other.email }, { minutes: 11 }, { attempts: 1 }, { reason: 'Khác hẳn' }])
      expect(await code(more)).toBe('request.id-taken');
    const admin = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
    expect(await code({}, admin)).toBe('request.id-taken');
    expect(await code({})).toBeUndefined();
    expect((await trainer.get(path)).body.items).toHaveLength(1);
  });

  it('stands in a list that is read page by page, the newest first', async () => {
    const { trainer, path, grant } = await scene();
    for (const minutes of [1, 2, 3]) await grant({ minutes });
    const first = (await trainer.get(path).query({ limit: 2 })).body;
    const second = (await trainer.get(path).query({ limit: 2, cursor: first.next })).body;
    const minutes = [...first.items, ...second.items].map((item: { minutes: number }) => item.minutes);
    expect(minutes.sort()).toEqual([1, 2, 3]);
    expect(second.next).toBeNull();
    expect((await trainer.get(path).query({ cursor: 'bm9uc2Vuc2U' })).body.code).toBe('request.invalid');
  });
});
