import { randomUUID } from 'node:crypto';
import type { ExamResultRow, PaperQuestion, Question, Sitting } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { type Client, useTestApp } from '../../test/app.js';
import { createExamDay, type ExamDay, homeProvince, makeReady, morning } from '../../test/exams.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
} from '../../test/factories.js';
import { Rounds } from '../platform/rounds.js';
import { releasingRound } from './release-exam.js';

describe('results of an exam', () => {
  const test = useTestApp();

  interface Sat {
    client: Client;
    attemptId: string;
    questions: PaperQuestion[];
  }

  /** Checks in and begins; the clock is at the start. */
  async function begin(person: { id: string }, code: string): Promise<Sat> {
    test.clock.set(morning.startsAt);
    const client = await test.as(person);
    const sitting = (await client.post('/check-in').send({ code })).body as Sitting;
    const { body } = await client.post(`/sittings/${sitting.id}/start`).send({ needsQuestions: true });
    return { client, attemptId: body.attemptId, questions: body.questions };
  }

  async function handIn({ client, attemptId, questions }: Sat, optionId: string): Promise<void> {
    for (const { id, kind } of questions) {
      const answer =
        kind === 'essay' ? { optionIds: [], text: 'Bài viết của tôi.' } : { optionIds: [optionId] };
      const { status } = await client
        .put(`/attempts/${attemptId}/answers/${id}`)
        .send({ ...answer, sequence: 1 });
      expect(status).toBe(200);
    }
    expect((await client.post(`/attempts/${attemptId}/submit`).send({})).status).toBe(200);
  }

  const results = async ({ coordinator, exam }: ExamDay, query = '') =>
    (await coordinator.get(`/exams/${exam.id}/results${query}`)).body;
  const release = ({ coordinator, exam }: ExamDay) => coordinator.post(`/exams/${exam.id}/release`).send({});
  const named = (rows: ExamResultRow[]) =>
    Object.fromEntries(rows.map((row) => [row.fullName.slice(-3), row.status]));

  /** One passes, one fails, one is at work, one is away. */
  async function mixedDay(wish: Parameters<typeof createExamDay>[1] = {}) {
    const day = await createExamDay(test, { people: 4, ...wish });
    const code = await makeReady(test, day);
    const sat: Sat[] = [];
    for (const person of day.people.slice(0, 3)) sat.push(await begin(person, code));
    const [good, bad, busy] = sat as [Sat, Sat, Sat];
    await handIn(good, 'r');
    await handIn(bad, 'w1');
    return { day, good, bad, busy };
  }

  it('tell everybody once, with totals, filters and pages', async () => {
    const { day, good } = await mixedDay();
    const all = await results(day);
    expect(named(all.items)).toEqual({ '001': 'passed', '002': 'failed', '003': 'working', '004': 'absent' });
    expect(all.total).toBe(4);
    expect(all.totals).toEqual({
      candidates: 4,
      submitted: 2,
      passed: 1,
      failed: 1,
      marking: 0,
      absent: 1,
      late: 0,
    });
    expect(all.items[0]).toMatchObject({
      attemptId: good.attemptId,
      points: 4000,
      possiblePoints: 4000,
      closedBy: 'learner',
      roomName: 'Phòng 1',
      place: { id: homeProvince },
    });
    for (const [query, names] of [
      ['?status=passed', ['001']],
      ['?status=absent', ['004']],
      ['?q=thi%20sinh%20002', ['002']],
      ['?late=true', []],
      [`?roomId=${day.exam.id}`, []],
    ] as const) {
      const { items, total, totals } = await results(day, query);
      expect([query, Object.keys(named(items)), total]).toEqual([query, names, names.length]);
      expect(totals.candidates).toBe(4);
    }
    const first = await results(day, '?limit=3');
    const second = await results(day, `?limit=3&cursor=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
    expect((await results(day, '?status=late')).code).toBe('request.invalid');
  });

  it('go into a file that Excel opens and no formula survives, and the record says who took it', async () => {
    const { day } = await mixedDay();
    await test.database.source.query("UPDATE person SET organisation_name = '=HYPERLINK(1)' WHERE id = $1", [
      day.people[0]?.id,
    ]);
    const { text, headers } = await day.coordinator.get(`/exams/${day.exam.id}/results.csv`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('ket-qua-ky-thi-ky-nang-so-2026-11-21.csv');
    const lines = text.replace('\ufeff', '').split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe(
      "1;Lý Thí Sinh 001;;Tỉnh Lào Cai;'=HYPERLINK(1);Phòng 1;Đạt;4;4;21/11/2026;08:00;Tự nộp;0;0;",
    );
    expect(lines[4]).toBe('4;Lý Thí Sinh 004;;Tỉnh Lào Cai;;Phòng 1;Vắng;;;;;;0;0;');
    const kinds = await test.database.source.query(
      "SELECT actor_id AS actor FROM exam_event WHERE exam_id = $1 AND kind = 'exported'",
      [day.exam.id],
    );
    expect(kinds).toEqual([{ actor: day.coordinatorId }]);
  });

  it('are held until a person releases them, who must wait for those at work', async () => {
    const { day, good, busy } = await mixedDay({ plan: { release: 'by-person' } });
    const mine = async () => (await good.client.get(`/attempts/${good.attemptId}/result`)).body;
    expect(await mine()).toMatchObject({ status: 'held', points: null, hasPassed: null });
    expect((await results(day)).items[0].status).toBe('passed');
    expect((await release(day)).body.code).toBe('candidate.not-finished');
    const { abilities } = (await day.coordinator.get(`/exams/${day.exam.id}`)).body;
    expect(abilities).toMatchObject({ release: true, edit: false });
    await handIn(busy, 'r');
    const stranger = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-01' }] }),
    );
    expect((await release({ ...day, coordinator: stranger })).body.code).toBe('exam.not-found');
    const answers = await Promise.all([release(day), release(day), release(day)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toMatchObject({
      status: 'released',
      releasedBy: 'Điều phối',
      abilities: { release: false },
    });
    expect(await mine()).toMatchObject({ status: 'marked', points: 4000, hasPassed: true });
    expect((await release(day)).status).toBe(200);
    const released = await test.database.source.query(
      "SELECT 1 FROM exam_event WHERE exam_id = $1 AND kind = 'released'",
      [day.exam.id],
    );
    expect(released).toHaveLength(1);
  });

  it('come out for everybody else when one of them cannot be given out, and for that one later', async () => {
    const { day, good, bad, busy } = await mixedDay({ plan: { release: 'by-person' } });
    await handIn(busy, 'r');
    const statuses = async () =>
      Promise.all(
        [good, bad, busy].map(
          async ({ client, attemptId }) => (await client.get(`/attempts/${attemptId}/result`)).body.status,
        ),
      );
    const { enrolmentId } = (await good.client.get(`/attempts/${good.attemptId}/result`)).body;
    await test.database.source.query(
      `ALTER TABLE enrolment ADD CONSTRAINT spec_broken CHECK (id <> '${enrolmentId}' OR steps_done = 0) NOT VALID`,
    );
    expect((await release(day)).status).toBe(200);
    expect(await statuses()).toEqual(['held', 'marked', 'marked']);
    await test.get(Rounds).run(releasingRound);
    await test.database.source.query('ALTER TABLE enrolment DROP CONSTRAINT spec_broken');
    await test.get(Rounds).run(releasingRound);
    expect(await statuses()).toEqual(['marked', 'marked', 'marked']);
  });

  it('can not be released before the start, and nobody begins after it', async () => {
    const day = await createExamDay(test, { people: 2, plan: { release: 'by-person' } });
    const code = await makeReady(test, day);
    expect((await release(day)).body.code).toBe('exam.not-started');
    const [first, second] = day.people;
    if (!first || !second) throw new Error('nobody');
    await handIn(await begin(first, code), 'r');
    expect((await release(day)).status).toBe(200);
    const late = await test.as(second);
    expect((await late.post('/check-in').send({ code })).body.code).toBe('exam.over');
    const [sitting] = (await late.get('/sittings')).body.items;
    const { body } = await late.post(`/sittings/${sitting.id}/start`).send({});
    expect(body.code).toBe('candidate.not-checked-in');
  });

  it('wait for who has checked in and may still begin, also with a new attempt after the close', async () => {
    const day = await createExamDay(test, { people: 2, plan: { release: 'by-person' } });
    const code = await makeReady(test, day);
    const [first, second] = day.people;
    if (!first || !second) throw new Error('nobody');
    const sat = await begin(first, code);
    await handIn(sat, 'r');
    const late = await test.as(second);
    const { body: sitting } = await late.post('/check-in').send({ code });
    expect((await release(day)).body.code).toBe('candidate.not-finished');
    test.clock.set(new Date(Date.parse(morning.closesAt) - 60_000));
    const restart = `/exams/${day.exam.id}/candidates/${sitting.id}/restart`;
    const wish = { id: randomUUID(), reason: 'Máy hỏng' };
    expect((await day.coordinator.post(restart).send(wish)).status).toBe(200);
    test.clock.set(morning.closesAt);
    expect((await release(day)).body.code).toBe('candidate.not-finished');
    expect((await late.post(`/sittings/${sitting.id}/start`).send({})).status).toBe(200);
    await late.post(`/attempts/${(await late.get(`/sittings/${sitting.id}`)).body.attemptId}/submit`);
    expect((await release(day)).status).toBe(200);
  });

  it('wait for essays that nobody has marked', async () => {
    const lesson = contentLesson();
    const essay: Question = {
      id: randomUUID(),
      kind: 'essay',
      prompt: 'Hãy viết?',
      options: [],
      correct: [],
      explanation: 'Gợi ý chấm.',
      points: 4000,
      review: lesson.id,
      essay: { maxWords: 100, rubric: [{ id: 'a', title: 'Ý', description: '', points: 4000 }] },
    };
    const quiz = { ...quizLesson(lesson.id, { draw: 1 }, 0), questions: [essay] };
    const modules = [{ id: randomUUID(), title: { vi: 'Phần', en: 'Part' }, lessons: [lesson, quiz] }];
    const course = await createCourse(test, { document: courseDocument({ modules }) });
    const plan = { release: 'by-person' as const };
    const day = await createExamDay(test, { people: 1, course, plan, rule: { draw: 1 } });
    const [person] = day.people;
    if (!person) throw new Error('nobody');
    const sat = await begin(person, await makeReady(test, day));
    expect(sat.questions[0]?.maxWords).toBe(100);
    await handIn(sat, 'r');
    expect((await results(day)).items[0]).toMatchObject({ status: 'marking', points: null });
    expect((await release(day)).body.code).toBe('candidate.not-finished');
  });
});
