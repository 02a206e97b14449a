import { randomUUID } from 'node:crypto';
import type { Sitting, SittingStart } from '@onetouch/contract';
import { startWaitMs } from '@onetouch/domain';
import { describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type Client, useTestApp } from '../../test/app.js';
import { PublishedVersions } from '../courses/published-versions.js';
import { lockCandidate, restartCandidate } from '../exams/candidate-state.js';
import { ExamPapers } from '../exams/exam-papers.js';
import { StartsFirst } from '../quizzes/starts-first.js';
import { voidAttempts } from '../quizzes/void-attempt.js';
import { createExamDay, type ExamDay, makeReady, morning, unseal } from '../../test/exams.js';
import { courseDocument, createCourse, createPerson } from '../../test/factories.js';
import { StartSitting } from './start-sitting.js';

describe('the start of an exam', () => {
  const test = useTestApp();
  const hour = 60 * 60_000;

  interface Seat {
    client: Client;
    sitting: Sitting;
    personId: string;
  }

  /** Everybody checked in, and the clock at the start. */
  async function seats(day: ExamDay): Promise<Seat[]> {
    const code = await makeReady(test, day);
    test.clock.set(morning.checkInOpensAt);
    const all = await Promise.all(
      day.people.map(async ({ id: personId }) => {
        const client = await test.as({ id: personId });
        return { client, personId, sitting: (await client.post('/check-in').send({ code })).body as Sitting };
      }),
    );
    test.clock.set(morning.startsAt);
    return all;
  }

  async function oneSeat(
    wish: Parameters<typeof createExamDay>[1] = {},
  ): Promise<{ day: ExamDay; seat: Seat }> {
    const day = await createExamDay(test, { people: 1, ...wish });
    const [seat] = await seats(day);
    if (!seat) throw new Error('nobody sits');
    return { day, seat };
  }

  const start = ({ client, sitting }: Seat, body: object = {}) =>
    client.post(`/sittings/${sitting.id}/start`).send(body);

  it('hands out the key that opens the paper, and the clock begins at that moment', async () => {
    const { seat } = await oneSeat();
    test.clock.set('2026-11-21T01:00:07.000Z');
    const { body, status } = await start(seat, { device: 'device-one' });
    expect(status).toBe(200);
    const begun = body as SittingStart;
    expect(begun.state).toMatchObject({
      startedAt: '2026-11-21T01:00:07.000Z',
      deadlineAt: '2026-11-21T02:00:07.000Z',
      pausedAt: null,
      submittedAt: null,
      device: 'device-one',
    });
    expect(begun.questions).toBeNull();
    const questions = unseal(seat.sitting, begun.key);
    expect(questions).toHaveLength(4);
    expect(questions[0]).toMatchObject({ kind: 'single', points: 1000, maxWords: null });
    expect(JSON.stringify(questions)).not.toMatch(/correct|explanation|review/);
    const attempt = (await seat.client.get(`/attempts/${begun.attemptId}`)).body;
    expect(attempt.questions).toEqual(questions);
    expect(attempt.examName).toBe(seat.sitting.exam.name);
    expect((await seat.client.get(`/sittings/${seat.sitting.id}`)).body.attemptId).toBe(begun.attemptId);
  });

  it('sends the questions to a device that asks for them', async () => {
    const { seat } = await oneSeat();
    const { body } = await start(seat, { needsQuestions: true });
    expect(body.questions).toEqual(unseal(seat.sitting, body.key));
  });

  it('comes not a millisecond early, and says when', async () => {
    const { seat } = await oneSeat();
    test.clock.set('2026-11-21T00:59:59.999Z');
    const { body } = await start(seat);
    expect(body).toMatchObject({ code: 'exam.not-started', retryAt: morning.startsAt });
    expect(JSON.stringify(body)).not.toContain('key');
    const [made] = await test.database.source.query(
      'SELECT count(*)::int AS count FROM attempt WHERE person_id = $1',
      [seat.personId],
    );
    expect(made.count).toBe(0);
  });

  it('is only for who has checked in, and for nobody else', async () => {
    const day = await createExamDay(test, { people: 2 });
    await makeReady(test, day);
    test.clock.set(morning.startsAt);
    const [one, other] = (await Promise.all(day.people.map((person) => test.as(person)))) as [Client, Client];
    const [sitting] = (await one.get('/sittings')).body.items as Sitting[];
    if (!sitting) throw new Error('no sitting');
    const post = (client: Client) => client.post(`/sittings/${sitting.id}/start`).send({});
    expect((await post(one)).body.code).toBe('candidate.not-checked-in');
    expect((await post(other)).body.code).toBe('exam.not-found');
    const stranger = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
    expect((await post(stranger)).body.code).toBe('exam.not-found');
    expect((await one.post(`/sittings/${randomUUID()}/start`).send({})).body.code).toBe('exam.not-found');
    expect((await one.post(`/sittings/${sitting.id}/start`).send({ device: '!' })).body.code).toBe(
      'request.invalid',
    );
  });

  it('is refused once the exam is closed; what has begun is still answered', async () => {
    const day = await createExamDay(test, { people: 2 });
    const [one, other] = (await seats(day)) as [Seat, Seat];
    const begun = (await start(one)).body;
    test.clock.set(morning.closesAt);
    expect((await start(other)).body.code).toBe('exam.over');
    expect((await start(one)).body).toMatchObject({ attemptId: begun.attemptId, key: begun.key });
  });

  it('again, from any tab or device at once, is the same attempt and the same clock', async () => {
    const { seat } = await oneSeat();
    const answers = await Promise.all(Array.from({ length: 8 }, () => start(seat)));
    expect(new Set(answers.map(({ body }) => body.attemptId)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    test.clock.forward(5);
    const { body } = await start(seat, { device: 'another-device' });
    expect(body.attemptId).toBe(answers[0]?.body.attemptId);
    expect(body.state.startedAt).toBe(morning.startsAt);
  });

  it('of many in one moment gives each their own attempt', async () => {
    const day = await createExamDay(test, { people: 40 });
    const all = await seats(day);
    const answers = await Promise.all(all.map((seat) => start(seat)));
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    expect(new Set(answers.map(({ body }) => body.attemptId)).size).toBe(40);
    for (const [index, seat] of all.entries()) unseal(seat.sitting, answers[index]?.body.key);
    const counts = (await day.coordinator.get(`/exams/${day.exam.id}/candidates?limit=200`)).body.items;
    expect(new Set(counts.map((row: { status: string }) => row.status))).toEqual(new Set(['working']));
  });

  it('of the others goes on while somebody holds the row of one', async () => {
    const day = await createExamDay(test, { people: 6 });
    const [held, ...others] = (await seats(day)) as [Seat, ...Seat[]];
    const holder = new pg.Client({ connectionString: test.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM enrolment WHERE person_id = $1 FOR UPDATE', [held.personId]);
    // Asked for in one moment, so that one piece of work takes them all along.
    const starting = test.get(StartSitting);
    const ask = ({ personId, sitting }: Seat) =>
      starting.start({ sittingId: sitting.id, personId, address: '127.0.0.1', device: null });
    let isHeldAnswered = false;
    const waiting = ask(held).then((started) => {
      isHeldAnswered = true;
      return started;
    });
    const answers = await Promise.all(others.map(ask));
    expect(new Set(answers.map(({ attemptId }) => attemptId)).size).toBe(5);
    expect(isHeldAnswered).toBe(false);
    await holder.query('ROLLBACK');
    await holder.end();
    expect((await waiting).key).toHaveLength(32);
    expect((await start(held)).body.attemptId).toBe((await waiting).attemptId);
  });

  it('does not wait behind the saves of those who have begun', async () => {
    const day = await createExamDay(test, { people: 2 });
    const [early, late] = (await seats(day)) as [Seat, Seat];
    const { attemptId, key } = (await start(early)).body;
    const questionId = unseal(early.sitting, key)[0]?.id;
    const startsFirst = test.get(StartsFirst);
    const waiting = jest.spyOn(startsFirst, 'note');
    const held = new Promise<() => void>((resolve) => {
      jest.spyOn(startsFirst, 'admits').mockImplementationOnce((go) => {
        resolve(go);
        return false;
      });
    });
    const answer = { optionIds: [], sequence: 1 };
    const save = early.client.put(`/attempts/${attemptId}/answers/${questionId}`).send(answer);
    const saved = save.then(({ status }) => status);
    const letGo = await held;
    // The save stays where it is, and the start is answered.
    expect((await start(late)).status).toBe(200);
    expect(waiting.mock.calls).toEqual([[1], [0]]);
    const written = 'SELECT count(*)::int AS count FROM attempt_answer WHERE attempt_id = $1';
    expect(await test.database.source.query(written, [attemptId])).toEqual([{ count: 0 }]);
    letGo();
    expect(await saved).toBe(200);
    jest.restoreAllMocks();
  });

  it('gives minutes that were granted before, and cuts by the close only what is not given back', async () => {
    const { day, seat } = await oneSeat();
    const grant = (minutes: number) =>
      test.database.source.query(
        `INSERT INTO attempt_extension (id, enrolment_id, lesson_id, exam_id, minutes, attempts, reason, author_id, granted_at)
          SELECT $1, c.enrolment_id, x.lesson_id, x.id, $2, 0, 'Khuyết tật', $3, now()
          FROM exam_candidate c JOIN exam x ON x.id = c.exam_id WHERE c.id = $4`,
        [randomUUID(), minutes, day.coordinatorId, seat.sitting.id],
      );
    await grant(10);
    await grant(5);
    expect((await seat.client.get(`/sittings/${seat.sitting.id}`)).body.exam.extraMinutes).toBe(15);
    const closesAt = new Date(morning.closesAt).getTime();
    test.clock.set(new Date(closesAt - hour / 2));
    const { body } = await start(seat);
    const wait = startWaitMs(seat.sitting.id, 20);
    expect(new Date(body.state.deadlineAt).getTime()).toBe(closesAt + wait + 15 * 60_000);
    const [row] = (await day.coordinator.get(`/exams/${day.exam.id}/candidates`)).body.items;
    expect(row).toMatchObject({ extraMinutes: 15, status: 'working' });
  });

  it('in a room whose clocks stand still begins with a clock that stands still', async () => {
    const { day, seat } = await oneSeat();
    await test.database.source.query('UPDATE exam_room SET paused_at = $1 WHERE exam_id = $2', [
      morning.startsAt,
      day.exam.id,
    ]);
    test.clock.forward(1);
    const { body } = await start(seat);
    expect(body.state.pausedAt).toBe('2026-11-21T01:01:00.000Z');
    expect((await start(seat)).body.state.pausedAt).toBe('2026-11-21T01:01:00.000Z');
  });

  it('after a restart is a new attempt with a new paper and the whole time, even close to the end', async () => {
    const { day, seat } = await oneSeat();
    const old = (await start(seat)).body;
    const now = new Date('2026-11-21T02:59:00.000Z');
    test.clock.set(now);
    const version = await test.get(PublishedVersions).get(day.course.versionId);
    await test.database.transaction(async (transaction) => {
      const candidate = await lockCandidate(transaction, day.exam.id, seat.sitting.id);
      const paper = await test.get(ExamPapers).drawOne(transaction, candidate, version);
      const belowNumber = await restartCandidate(transaction, candidate, paper);
      await voidAttempts(transaction, { ...candidate, belowNumber, now });
    });
    const sitting = (await seat.client.get(`/sittings/${seat.sitting.id}`)).body as Sitting;
    expect(sitting).toMatchObject({ attemptId: null, submittedAt: null });
    expect(sitting.sealedPaper).not.toEqual(seat.sitting.sealedPaper);
    const { body } = await start(seat);
    expect(body.attemptId).not.toBe(old.attemptId);
    expect(body.key).not.toBe(old.key);
    expect(body.state.deadlineAt).toBe('2026-11-21T03:59:00.000Z');
    expect(unseal(sitting, body.key)).toHaveLength(4);
    const [row] = (await day.coordinator.get(`/exams/${day.exam.id}/candidates`)).body.items;
    expect(row).toMatchObject({ attemptNumber: 2, status: 'working' });
  });

  it('comes only from the networks of the quiz', async () => {
    const document = courseDocument();
    const gate = { networks: ['10.20.0.0/16'] };
    const modules = document.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => (lesson.kind === 'quiz' ? { ...lesson, gate } : lesson)),
    }));
    const course = await createCourse(test, { document: { ...document, modules } });
    const { seat } = await oneSeat({ course });
    expect((await start(seat)).body.code).toBe('quiz.network');
    gate.networks = ['127.0.0.0/8'];
    const open = await createCourse(test, { document: { ...document, modules } });
    const near = await oneSeat({ course: open });
    expect((await start(near.seat)).status).toBe(200);
  });

  it('by hand of an invigilator, without a paper drawn before, gives one at the start', async () => {
    const day = await createExamDay(test, { people: 1 });
    const [person] = day.people;
    if (!person) throw new Error('nobody');
    test.clock.set(morning.startsAt);
    await test.database.source.query(
      'UPDATE exam_candidate SET checked_in_at = $1, checked_in_by = $2 WHERE exam_id = $3',
      [morning.startsAt, day.coordinatorId, day.exam.id],
    );
    const client = await test.as(person);
    const [sitting] = (await client.get('/sittings')).body.items as Sitting[];
    if (!sitting) throw new Error('no sitting');
    const seat = { client, sitting, personId: person.id };
    const answers = await Promise.all([1, 2, 3].map(() => start(seat, { needsQuestions: true })));
    expect(answers.map(({ body }) => body.questions?.length)).toEqual([4, 4, 4]);
    expect(new Set(answers.map(({ body }) => body.key)).size).toBe(1);
  });
});
