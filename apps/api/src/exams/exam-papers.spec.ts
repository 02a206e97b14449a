import { describe, expect, it } from '@jest/globals';
import { type CompleteRule, drawPaper, type Paper, withPlan } from '@onetouch/domain';
import pg from 'pg';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Rounds } from '../platform/rounds.js';
import { useTestApp } from '../../test/app.js';
import { addToCohort } from '../../test/cohorts.js';
import { createExamDay, type ExamDay, examRule, homeProvince, morning, planOf } from '../../test/exams.js';
import { createCourse, createPerson, question } from '../../test/factories.js';
import { essay, quizCourse } from '../../test/quizzes.js';
import { ExamPapers } from './exam-papers.js';

describe('papers of an exam', () => {
  const test = useTestApp();

  const prepare = ({ coordinator, exam }: ExamDay) => coordinator.post(`/exams/${exam.id}/prepare`).send({});
  const read = async ({ coordinator, exam }: ExamDay) => (await coordinator.get(`/exams/${exam.id}`)).body;

  /** Candidates by id with what of their paper must be their own. */
  async function papersOf({
    exam,
  }: ExamDay): Promise<{ id: string; paper: string; key: string; nonce: string }[]> {
    return test.database.source.query(
      `SELECT id, paper_id AS paper, encode(key, 'hex') AS key, encode(nonce, 'hex') AS nonce
        FROM exam_candidate WHERE exam_id = $1 AND paper_id IS NOT NULL ORDER BY id`,
      [exam.id],
    );
  }

  /** More candidates than one chunk holds, written straight to the tables. */
  async function fill(day: ExamDay, count: number): Promise<void> {
    await test.database.source.query(
      `WITH p AS (INSERT INTO person (full_name, search_key, sort_key, email, password_hash, audience, place_id)
          SELECT 'Giàng A ' || n, 'giang a ' || n, n || ' giang a', $1 || n || '@example.test', '!', 'government', $2
          FROM generate_series(1, $3) n RETURNING id)
        INSERT INTO cohort_member (cohort_id, person_id, added_at) SELECT $4, id, now() FROM p`,
      [day.exam.id, homeProvince, count, day.cohortId],
    );
  }

  it('are drawn in the background after somebody asks, one for each, each with a key of its own', async () => {
    const day = await createExamDay(test, { people: 3 });
    await test.get(ExamPapers).drawAll();
    expect(await papersOf(day)).toEqual([]);
    const { body } = await prepare(day);
    expect(body).toMatchObject({ status: 'planned', preparation: { done: 0, total: 3 } });
    await test.get(Rounds).run('drawing');
    expect(await read(day)).toMatchObject({
      status: 'ready',
      preparedCount: 3,
      preparation: { done: 3, total: 3 },
    });
    const papers = await papersOf(day);
    for (const part of ['paper', 'key', 'nonce'] as const)
      expect(new Set(papers.map((paper) => paper[part])).size).toBe(3);
  });

  it('have one mix for everybody, also where the exam says no more than how many questions', async () => {
    const [easy, hard] = [
      { category: 'An toàn', difficulty: 'easy' as const },
      { category: 'Thanh toán', difficulty: 'hard' as const, points: 2_000 },
    ];
    const questions = (review: string) => [
      ...[1, 2, 3, 4, 5].flatMap(() => [
        { ...question(review), ...easy },
        { ...question(review), ...hard },
      ]),
      essay(review),
    ];
    const document = quizCourse({ questions });
    const day = await createExamDay(test, { people: 8, course: await createCourse(test, { document }) });
    await prepare(day);
    await test.get(ExamPapers).drawAll();
    const drawn: { paper: Paper; seed: string; rule: CompleteRule }[] = await test.database.source.query(
      `SELECT p.paper, p.seed, x.rule FROM exam_candidate c JOIN exam x ON x.id = c.exam_id JOIN paper p ON p.id = c.paper_id
        WHERE x.id = $1`,
      [day.exam.id],
    );
    const mixes = drawn.map(({ paper }) => ({
      possible: paper.possiblePoints,
      kinds: paper.questions
        .map(({ kind, category, difficulty }) => `${kind} ${category} ${difficulty}`)
        .sort(),
    }));
    expect(mixes).toHaveLength(8);
    for (const mix of mixes) expect(mix).toEqual(mixes[0]);
    // Each of them again from its seed, by whoever has the rule and the questions.
    const quiz = document.modules.flatMap(({ lessons }) => lessons).find(({ kind }) => kind === 'quiz');
    const bank = quiz?.kind === 'quiz' ? quiz.questions : [];
    for (const { paper, seed, rule } of drawn)
      expect(drawPaper({ rule: withPlan(rule), questions: bank }, seed)).toEqual(paper);
    expect(
      new Set(drawn.map(({ paper }) => paper.questions.map(({ id }) => id).join())).size,
    ).toBeGreaterThan(1);
  });

  it('stay as they are when asked for again, and somebody who was added later gets one too', async () => {
    const day = await createExamDay(test, { people: 2 });
    await prepare(day);
    await test.get(ExamPapers).drawAll();
    const before = await papersOf(day);
    await addToCohort(test, day.cohortId, [(await createPerson(test, { placeId: homeProvince })).id]);
    expect((await prepare(day)).body).toMatchObject({
      candidateCount: 3,
      preparedCount: 2,
      status: 'planned',
    });
    await test.get(ExamPapers).drawAll();
    const after = await papersOf(day);
    expect(after).toHaveLength(3);
    for (const paper of before) expect(after).toContainEqual(paper);
  });

  it('are asked for by those who run it, for somebody, before it is over', async () => {
    const empty = await createExamDay(test, { people: 0 });
    expect((await prepare(empty)).body.code).toBe('exam.no-candidates');
    const day = await createExamDay(test, { people: 1 });
    const stranger = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-01' }] }),
    );
    expect((await prepare({ ...day, coordinator: stranger })).body.code).toBe('exam.not-found');
    test.clock.set(morning.closesAt);
    expect((await prepare(day)).body.code).toBe('exam.over');
  });

  it('of another rule are let go of and drawn again; a name alone changes none', async () => {
    const day = await createExamDay(test, { people: 2 });
    await prepare(day);
    await test.get(ExamPapers).drawAll();
    const before = await papersOf(day);
    const { courseId: _course, placeId: _place, ...kept } = planOf(day.course, day.cohortId);
    const change = (wish: object) => day.coordinator.put(`/exams/${day.exam.id}`).send({ ...kept, ...wish });
    expect((await change({ name: 'Tên khác' })).body.preparedCount).toBe(2);
    expect(await papersOf(day)).toEqual(before);
    expect((await change({ rule: { ...examRule, draw: 3 } })).body).toMatchObject({
      preparedCount: 0,
      questionCount: 3,
    });
    await test.get(ExamPapers).drawAll();
    const after = await papersOf(day);
    expect(after).toHaveLength(2);
    expect(after.map(({ paper }) => paper)).not.toContainEqual(before[0]?.paper);
    const [left] = await test.database.source.query(
      'SELECT count(*)::int AS count FROM paper WHERE version_id = $1',
      [day.course.versionId],
    );
    expect(left.count).toBe(2);
  });

  it('are shared out between several processes, and nobody gets two', async () => {
    const day = await createExamDay(test, { people: 0 });
    await fill(day, 450);
    await prepare(day);
    const process = () =>
      new ExamPapers(test.database, test.get(PublishedVersions), test.get(Clock), {
        every: () => undefined,
      } as never);
    await Promise.all([process().drawAll(), process().drawAll(), process().drawAll()]);
    expect((await read(day)).preparedCount).toBe(450);
    const [drawn] = await test.database.source.query(
      'SELECT count(*)::int AS count FROM paper WHERE version_id = $1',
      [day.course.versionId],
    );
    expect(drawn.count).toBe(450);
  });

  it('are drawn for the other exams when those of one cannot be', async () => {
    const [broken, whole] = [
      await createExamDay(test, { people: 1 }),
      await createExamDay(test, { people: 1 }),
    ];
    for (const day of [broken, whole]) await prepare(day);
    await test.database.source.query(
      `ALTER TABLE exam_candidate ADD CONSTRAINT spec_broken CHECK (exam_id <> '${broken.exam.id}' OR paper_id IS NULL) NOT VALID`,
    );
    await test.get(Rounds).run('drawing');
    expect([(await papersOf(broken)).length, (await papersOf(whole)).length]).toEqual([0, 1]);
    await test.database.source.query('ALTER TABLE exam_candidate DROP CONSTRAINT spec_broken');
    await test.get(Rounds).run('drawing');
    expect((await papersOf(broken)).length).toBe(1);
  });

  it('go on where a killed process left them', async () => {
    const day = await createExamDay(test, { people: 0 });
    await fill(day, 250);
    await prepare(day);
    const papers = test.get(ExamPapers);
    await papers.drawSome(day.exam.id, day.course.versionId);
    const before = await papersOf(day);
    expect(before).toHaveLength(100);
    // A process that dies with a hundred half done: its connection goes, and with it all that was not committed.
    const dying = new pg.Client({ connectionString: test.databaseUrl });
    dying.on('error', () => undefined);
    await dying.connect();
    await dying.query('BEGIN');
    const taken = await dying.query(
      `SELECT id FROM exam_candidate WHERE exam_id = $1 AND paper_id IS NULL ORDER BY id LIMIT 100 FOR NO KEY UPDATE`,
      [day.exam.id],
    );
    await papers.drawAll();
    expect(await papersOf(day)).toHaveLength(150);
    const { rows } = await dying.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await test.database.source.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    while (
      (await test.database.source.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [rows[0]?.pid]))
        .length
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    await papers.drawAll();
    const after = await papersOf(day);
    expect(after).toHaveLength(250);
    for (const paper of before) expect(after).toContainEqual(paper);
    expect(taken.rows).toHaveLength(100);
  });
});
