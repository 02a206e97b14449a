import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/platform/database/options.js';
import { schema } from '../src/schema.js';
import { createTestDatabase } from './database.js';

const timing = schema.migrations.findIndex(({ name }) => name.startsWith('TimeAttempts'));
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const question = {
  id: id(6),
  kind: 'single',
  points: 2,
  options: [{ id: 'a', text: 'points' }],
  correct: ['a'],
};
const draft = {
  title: { vi: 'points', en: '' },
  modules: [{ lessons: [{ kind: 'quiz', id: id(5), questions: [question] }] }],
};
const paper = { questions: [question], possiblePoints: 2, neededPoints: 1, neededCount: 1 };
const result = {
  points: 2,
  possiblePoints: 2,
  neededPoints: 1,
  hasPassed: true,
  rightCount: 1,
  questions: [{ id: id(6), points: 2 }],
};
const evidence = {
  ruleVersion: 1,
  lessons: [],
  quizzes: [{ points: 2, neededPoints: 1, possiblePoints: 2 }],
};

/** One learner with an attempt handed in and one open, as they were kept before the clock of attempts. */
const before = [
  `INSERT INTO person (id, full_name, search_key, sort_key, email, password_hash, audience) VALUES ('${id(1)}', 'Lan', 'lan', 'lan', 'lan@example.org', '!', 'resident')`,
  `INSERT INTO organisation (id, name, search_key, kind, place_id) VALUES ('${id(2)}', 'A', 'a', 'agency', 'p34-01')`,
  `INSERT INTO course (id, slug, owner_id, issuer_id, draft) VALUES ('${id(3)}', 's', '${id(1)}', '${id(2)}', '${JSON.stringify(draft)}')`,
  `INSERT INTO course_version (id, course_id, number, document, minutes, published_by, published_at)
    VALUES ('${id(4)}', '${id(3)}', 1, '${JSON.stringify(draft)}', 5, '${id(1)}', now())`,
  `INSERT INTO enrolment (id, person_id, course_id, version_id, enrolled_at, steps_total, completion)
    VALUES ('${id(7)}', '${id(1)}', '${id(3)}', '${id(4)}', now(), 1, '${JSON.stringify(evidence)}')`,
  `INSERT INTO attempt (id, enrolment_id, lesson_id, number, seed, paper, rule, needed_points, possible_points, started_at, submitted_at, points, has_passed, result)
    VALUES ('${id(8)}', '${id(7)}', '${id(5)}', 1, 'seed', '${JSON.stringify(paper)}', '{"draw": 1, "passPercent": 50}', 1, 2, now(), now(), 2, true, '${JSON.stringify(result)}'),
      ('${id(9)}', '${id(7)}', '${id(5)}', 2, 'seed2', '${JSON.stringify(paper)}', '{"draw": 1}', 1, 2, now(), NULL, NULL, NULL, NULL)`,
  `INSERT INTO attempt_answer (attempt_id, question_id, option_ids, sequence, saved_at) VALUES ('${id(8)}', '${id(6)}', '{a}', 3, now())`,
];

describe('attempts from before they had a clock', () => {
  let source: DataSource;
  let drop: () => Promise<void>;
  const first = async (sql: string) => (await source.query(sql))[0];

  beforeAll(async () => {
    const created = await createTestDatabase('empty');
    drop = created.drop;
    const options = (migrations: typeof schema.migrations) =>
      databaseOptions({ databaseUrl: created.url, databasePool: 2 }, { ...schema, migrations });
    const old = await new DataSource(options(schema.migrations.slice(0, timing))).initialize();
    await old.runMigrations();
    for (const row of before) await old.query(row);
    await old.destroy();
    source = await new DataSource(options(schema.migrations)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  it('keep everything, with papers of their own and points in thousandths', async () => {
    await source.runMigrations();
    expect(await first(`SELECT * FROM attempt WHERE id = '${id(8)}'`)).toMatchObject({
      ...{
        paper_id: id(8),
        person_id: id(1),
        version_id: id(4),
        exam_id: null,
        closed_by: 'learner',
        is_held: false,
      },
      ...{ points: 2_000, needed_points: 1_000, possible_points: 2_000, has_passed: true, deadline_at: null },
      rule: { draw: 1, passPercent: 50, counts: 'best', graceMinutes: 30, timeLimitMinutes: null },
      result: { points: 2_000, rightCount: 1, questions: [{ points: 2_000 }] },
      marked_at: expect.any(Date),
    });
    expect(await first(`SELECT * FROM attempt WHERE id = '${id(9)}'`)).toMatchObject({
      ...{ submitted_at: null, closed_by: null, marked_at: null, points: null },
    });
    expect(await first(`SELECT * FROM paper WHERE id = '${id(8)}'`)).toMatchObject({
      ...{ seed: 'seed', question_ids: [id(6)], version_id: id(4), lesson_id: id(5) },
      paper: { possiblePoints: 2_000, neededPoints: 1_000, neededCount: 1, questions: [{ points: 2_000 }] },
    });
    const { document } = await first('SELECT document FROM course_version');
    expect(document).toEqual({
      ...draft,
      modules: [{ lessons: [{ kind: 'quiz', id: id(5), questions: [{ ...question, points: 2_000 }] }] }],
    });
    expect(await first('SELECT draft = (SELECT document FROM course_version) AS same FROM course')).toEqual({
      same: true,
    });
    expect((await first('SELECT completion FROM enrolment')).completion.quizzes).toEqual([
      { points: 2_000, neededPoints: 1_000, possiblePoints: 2_000 },
    ]);
  });

  it('go back to what they were', async () => {
    for (let count = timing; count < schema.migrations.length; count += 1) await source.undoLastMigration();
    expect(await first(`SELECT * FROM attempt WHERE id = '${id(8)}'`)).toMatchObject({
      ...{ seed: 'seed', paper, points: 2, needed_points: 1, possible_points: 2, result },
    });
    expect((await first('SELECT draft FROM course')).draft).toEqual(draft);
    expect(await first('SELECT sequence, option_ids FROM attempt_answer')).toEqual({
      sequence: 3,
      option_ids: ['a'],
    });
  });
});
