import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CoursePage, ExamRow, MarkingRow } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import { FileStore } from '../platform/files/file-store.js';
import { demonstrationTools } from './demonstration-tools.js';
import { loadDemonstration, stayedAway } from './load-demonstration.js';
import { removeDemonstration } from './remove-demonstration.js';

const test = useTestApp();
const said: string[] = [];
const tools = () => demonstrationTools(test.database.source, (line) => said.push(line));

async function count(name: string, sql: string): Promise<number> {
  const row = await test.database.row<{ n: string }>({
    name: `spec.${name}`,
    text: `SELECT count(*) AS n FROM ${sql}`,
  });
  return Number(row?.n);
}

const tables = [
  'person',
  'enrolment',
  'lesson_progress',
  'attempt',
  'attempt_answer',
  'certificate',
  'cohort',
  'cohort_member',
  'exam',
  'exam_room',
  'exam_candidate',
  'exam_event',
  'paper',
  'essay_mark',
];
const counts = async () => Promise.all(tables.map((table) => count(table, table)));

/** A film of a demonstration course that goes away, which a trainer has stored as well: its hash. */
async function sharedFile(): Promise<string> {
  const text = `SELECT f.data FROM file f JOIN course c ON c.draft::text LIKE '%' || f.hash || '%'
    WHERE c.slug <> 'dien-thoai-an-toan-dich-vu-cong' AND f.media_type = 'video/mp4' LIMIT 1`;
  const row = await test.database.row<{ data: Buffer }>({ name: 'spec.film', text });
  return (await test.get(FileStore).put(row?.data ?? Buffer.from(''), 'video/mp4', 'own.mp4')).hash;
}

const personOf = async (login: string) => {
  const text = 'SELECT * FROM person WHERE email = $1';
  const row = await test.database.row<{ id: string }>({ name: 'spec.person-by-email', text }, [login]);
  if (!row) throw new Error(`nobody is ${login}`);
  return row;
};

/** More time that the administrator of the demonstration gives to somebody real at a quiz of this course: its id. */
async function extended(course: { id: string; outline: CoursePage['outline'] }, login: string) {
  const admin = await test.as(await personOf('quantri.demo@demo.onetouch.local'));
  const lessons = course.outline.flatMap((module) => module.lessons);
  const quizId = lessons.find((lesson) => lesson.kind === 'quiz')?.id;
  const more = { id: randomUUID(), login, minutes: 5, attempts: 1, reason: 'Mất điện' };
  const { status } = await admin.post(`/courses/${course.id}/quizzes/${quizId}/extensions`).send(more);
  expect(status).toBe(200);
  return quizId;
}

// Its tests go on from one another: other people come after the first, and the last takes the demonstration away.
describe('the demonstration', () => {
  beforeAll(async () => {
    await loadDemonstration(tools());
  });

  it('has some hundred marked learners in real places, and a second loading changes nothing', async () => {
    const before = await counts();
    expect(await count('marked', 'person WHERE is_demonstration')).toBeGreaterThan(300);
    expect(await count('unmarked', 'person WHERE NOT is_demonstration')).toBe(0);
    await loadDemonstration(tools());
    expect(await counts()).toEqual(before);
  });

  it('tells no story that the rules do not allow', async () => {
    expect(
      await count('early', 'enrolment WHERE completed_at IS NOT NULL AND steps_done <> steps_total'),
    ).toBe(0);
    expect(await count('late', 'enrolment WHERE completed_at IS NULL AND steps_done = steps_total')).toBe(0);
    expect(await count('future', 'attempt WHERE submitted_at > now()')).toBe(0);
    expect(
      await count(
        'unearned',
        'certificate x JOIN enrolment e ON e.id = x.enrolment_id WHERE e.completed_at IS NULL',
      ),
    ).toBe(0);
    expect(
      await count(
        'numbers',
        '(SELECT issuer_id, year FROM certificate GROUP BY 1, 2 HAVING max(register_number) <> count(*)) AS gap',
      ),
    ).toBe(0);
    expect(
      await count(
        'order',
        `certificate a JOIN certificate b ON b.issuer_id = a.issuer_id AND b.year = a.year AND b.register_number = a.register_number + 1 WHERE b.issued_at < a.issued_at`,
      ),
    ).toBe(0);
  });

  it('gives the coordinator of Lào Cai cohorts with people in every state, and the neighbour none of them', async () => {
    const coordinator = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-15' }] }),
    );
    const { body } = await coordinator.get('/cohorts');
    expect(body.items).toHaveLength(4);
    for (const { funnel } of body.items) {
      expect(funnel.enrolled).toBeGreaterThan(funnel.started);
      expect(funnel.started).toBeGreaterThan(funnel.completed);
      expect(funnel.completed).toBeGreaterThanOrEqual(funnel.certified);
      expect(funnel.certified).toBeGreaterThan(0);
    }
    const neighbour = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-91' }] }),
    );
    expect((await neighbour.get(`/cohorts/${body.items[0].id}`)).status).toBe(404);
  });

  it('shows the coordinator an exam with results, late answers and a record, and one to come', async () => {
    const coordinator = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-15' }] }),
    );
    const { body } = await coordinator.get('/exams');
    const [coming, written, past] = body.items;
    expect(body.items).toHaveLength(3);
    expect(written).toMatchObject({ status: 'over', roomCount: 1, preparedCount: written.candidateCount });
    expect(coming).toMatchObject({ status: 'planned', roomCount: 3, preparedCount: 0 });
    expect(coming.candidateCount).toBeGreaterThan(60);
    expect(past).toMatchObject({ status: 'released', roomCount: 4, preparedCount: past.candidateCount });
    const results = (await coordinator.get(`/exams/${past.id}/results`)).body;
    const { candidates, submitted, passed, failed, absent, late, marking } = results.totals;
    expect([submitted + absent, passed + failed, marking]).toEqual([candidates, submitted, 0]);
    for (const number of [passed, failed, absent, late]) expect(number).toBeGreaterThan(0);
    const lateRows = (await coordinator.get(`/exams/${past.id}/results?late=true`)).body.items;
    for (const { lateProof } of lateRows) expect(lateProof).toMatchObject({ wasSilent: true });
    const record = (await coordinator.get(`/exams/${past.id}/events`)).body.items;
    expect(record.map((line: { kind: string }) => line.kind)).toEqual([
      'released',
      ...Array.from({ length: 4 }, () => 'late-answers'),
      ...['noted', 'credited', 'resumed', 'paused', 'checked-in-by-hand'],
      ...['prepared', 'assigned', 'changed', 'created'],
    ]);
    const bySystem = record.filter((line: { actorName: string | null }) => line.actorName === null);
    expect(bySystem).toHaveLength(late);
    expect(await count('unseated', 'exam_candidate WHERE room_id IS NULL')).toBe(0);
    expect(
      await count(
        'untimely',
        `attempt a JOIN exam x ON x.id = a.exam_id WHERE a.started_at < x.starts_at OR a.submitted_at > a.deadline_at`,
      ),
    ).toBe(0);
  });

  it('has essays in every state in which they can wait, for the trainer, the administrator and a third one', async () => {
    const queueOf = async (client: Client) =>
      (await client.get('/marking')).body.items.map(({ marksGiven, marksNeeded, isDecider }: MarkingRow) =>
        isDecider ? 'decides' : `${marksGiven} of ${marksNeeded}`,
      );
    const trainer = await test.as(await personOf('giangvien@demo.onetouch.local'));
    const admin = await test.as(await personOf('quantri.demo@demo.onetouch.local'));
    const third = await test.as(await createPerson(test, { roles: [{ role: 'admin', placeId: 'vn' }] }));
    expect((await queueOf(trainer)).sort()).toEqual(['0 of 2', '0 of 2', '1 of 2']);
    expect((await queueOf(admin)).sort()).toEqual(['0 of 2', '0 of 2', '1 of 2']);
    expect((await queueOf(third)).sort()).toEqual(['0 of 2', '0 of 2', '1 of 2', '1 of 2', 'decides']);
    const coordinator = await test.as(await personOf('phutrach@demo.onetouch.local'));
    const { items } = (await coordinator.get('/exams')).body;
    const { id } = items.find((exam: ExamRow) => exam.status === 'over');
    const { totals } = (await coordinator.get(`/exams/${id}/results`)).body;
    expect(totals).toMatchObject({ marking: 5, submitted: 7, absent: totals.candidates - 7 });
    const [row] = (await trainer.get('/marking')).body.items;
    const task = (await trainer.get(`/marking/${row.attemptId}/${row.questionId}`)).body;
    expect(task).toMatchObject({ points: 6_000, marksNeeded: 2, essay: { maxWords: 200 } });
    expect(task.words).toBeLessThanOrEqual(task.essay.maxWords);
  });

  it('gives a trainer enough attempts for item statistics, with questions that tell people apart', async () => {
    const trainer = await test.as(await createPerson(test, { roles: [{ role: 'admin', placeId: 'vn' }] }));
    const { body } = await trainer.get('/courses/chuyen-doi-so-dat-dung-bai-toan');
    const lessons = body.outline.flatMap((part: { lessons: { id: string; kind: string }[] }) => part.lessons);
    const quiz = lessons.find((lesson: { kind: string }) => lesson.kind === 'quiz');
    const answer = await trainer.get(`/courses/${body.id}/quizzes/${quiz.id}/statistics`);
    expect(answer.status).toBe(200);
    expect(answer.body.attempts).toBeGreaterThanOrEqual(60);
    expect(answer.body.internalConsistency).toBeGreaterThan(0);
    const judged = answer.body.items.map((item: { judgement: string }) => item.judgement);
    expect(judged.filter((judgement: string) => judgement === 'good').length).toBeGreaterThan(5);
  });

  it('goes away with one command, but a course in which real people learn stays', async () => {
    const person = await createPerson(test);
    const client = await test.as(person);
    const { body } = await client.get('/courses/dien-thoai-an-toan-dich-vu-cong');
    await client.post('/enrolments').send({ courseId: body.id });
    const quizId = await extended(body, String(person.email));
    const files = test.get(FileStore);
    const own = await files.put(Buffer.from('của giảng viên'), 'image/png', 'own.png');
    const shared = await sharedFile();
    await removeDemonstration(tools());
    expect(await count('courses-left', 'course')).toBe(1);
    // Whose the course is, and who gave time to somebody real: closed, because the record names them.
    const left = `person WHERE is_demonstration AND password_hash = '!'`;
    expect(await count('people-left', 'person WHERE is_demonstration')).toBe(2);
    expect(await count('people-closed', left)).toBe(2);
    const theirs = 'x JOIN person p ON p.id = x.person_id WHERE p.is_demonstration';
    expect(await count('sessions-left', `session ${theirs}`)).toBe(0);
    expect(await count('grants-left', `role_grant ${theirs} AND x.revoked_at IS NULL`)).toBe(0);
    expect(await count('extensions-left', `attempt_extension WHERE lesson_id = '${quizId}'`)).toBe(1);
    expect(await count('cohorts-left', 'cohort')).toBe(0);
    expect(await count('certificates-left', 'certificate')).toBe(0);
    const gone = [
      'exam',
      'exam_room',
      'exam_candidate',
      'exam_event',
      'attempt',
      'paper',
      'essay_mark',
      'late_answer',
    ];
    for (const table of gone) expect(await count(`${table}-left`, table)).toBe(0);
    expect((await client.get('/me/enrolments')).body.items).toHaveLength(1);
    expect(said.at(-1)).toContain('stays');
    expect([...(await files.facts([own.hash, shared])).keys()].sort()).toEqual([own.hash, shared].sort());
    // Of what the demonstration brought, only the files of the course that stays.
    const kept = await count('files-kept', 'file WHERE is_demonstration');
    const inUse = `file f WHERE f.is_demonstration AND EXISTS (SELECT 1 FROM course c WHERE c.draft::text LIKE '%' || f.hash || '%')`;
    expect(kept).toBeGreaterThan(0);
    expect(await count('files-in-use', inUse)).toBe(kept);
    await loadDemonstration(tools());
    expect(await count('not-back', 'person WHERE is_demonstration')).toBe(2);
    expect(said.at(-1)).toBe(stayedAway);
  });
});
