// Attempts by the server's clock: papers as rows of their own, deadlines, late answers, signs of life, extensions; thousandths of points.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Points of documents, papers, results and evidence, wherever they stand in the JSON. Only in this session.
const scaling = `
  CREATE FUNCTION pg_temp.scaled(value jsonb, up boolean) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE jsonb_typeof(value)
      WHEN 'array' THEN coalesce((SELECT jsonb_agg(pg_temp.scaled(item, up) ORDER BY place) FROM jsonb_array_elements(value) WITH ORDINALITY AS e(item, place)), '[]')
      WHEN 'object' THEN coalesce((SELECT jsonb_object_agg(key, CASE
          WHEN key IN ('points', 'possiblePoints', 'neededPoints') AND jsonb_typeof(item) = 'number'
            THEN to_jsonb(CASE WHEN up THEN (item #>> '{}')::bigint * 1000 ELSE (item #>> '{}')::bigint / 1000 END)
          WHEN jsonb_typeof(item) IN ('array', 'object') THEN pg_temp.scaled(item, up)
          ELSE item END) FROM jsonb_each(value) AS e(key, item)), '{}')
      ELSE value END
  $$`;

const scaledColumns: readonly [table: string, column: string][] = [
  ['course', 'draft'],
  ['course_version', 'document'],
  ['paper', 'paper'],
  ['attempt', 'result'],
  ['enrolment', 'completion'],
  ['certificate', 'evidence'],
];

/** What was counted in whole points is counted in thousandths, or back. */
async function scalePoints(runner: QueryRunner, up: boolean): Promise<void> {
  await runner.query(scaling);
  for (const [table, column] of scaledColumns)
    await runner.query(
      `UPDATE ${table} SET ${column} = pg_temp.scaled(${column}, ${up}) WHERE ${column} IS NOT NULL`,
    );
  const by = up ? '* 1000' : '/ 1000';
  await runner.query(
    `UPDATE attempt SET needed_points = needed_points ${by}, possible_points = possible_points ${by}, points = points ${by}`,
  );
  await runner.query('DROP FUNCTION pg_temp.scaled(jsonb, boolean)');
}

/** What a rule of before meant without saying it. */
const defaults = {
  ...{
    paper: null,
    timeLimitMinutes: null,
    opensAt: null,
    closesAt: null,
    counts: 'best',
    hasPartialCredit: false,
  },
  ...{
    wrongPercent: 0,
    navigation: 'free',
    questionsPerPage: 1,
    feedback: 'after-submit',
    key: 'after-submit',
  },
  ...{ graceMinutes: 30, markers: 1, markGapPercent: 25 },
};

async function moveTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE paper (
      id uuid PRIMARY KEY DEFAULT uuidv7(),
      version_id uuid NOT NULL REFERENCES course_version ON DELETE CASCADE,
      lesson_id uuid NOT NULL,
      seed text NOT NULL,
      paper jsonb NOT NULL,
      question_ids uuid[] NOT NULL,
      created_at timestamptz NOT NULL
    )`);
  await runner.query('CREATE INDEX paper_version_id_idx ON paper (version_id)');
  // Copied from the enrolment: an attempt is saved, closed and marked without reading it.
  await runner.query(`
    ALTER TABLE attempt
      ADD COLUMN paper_id uuid REFERENCES paper,
      ADD COLUMN person_id uuid, ADD COLUMN version_id uuid, ADD COLUMN exam_id uuid,
      ADD COLUMN deadline_at timestamptz, ADD COLUMN paused_at timestamptz,
      ADD COLUMN extra_seconds integer NOT NULL DEFAULT 0,
      ADD COLUMN device text, ADD COLUMN closed_by text,
      ADD COLUMN late_count integer NOT NULL DEFAULT 0,
      ADD COLUMN marked_at timestamptz, ADD COLUMN is_held boolean NOT NULL DEFAULT false, ADD COLUMN voided_at timestamptz`);
  // The attempt's own id serves: there was one paper for each.
  await runner.query(`
    INSERT INTO paper (id, version_id, lesson_id, seed, paper, question_ids, created_at)
    SELECT a.id, e.version_id, a.lesson_id, a.seed, a.paper,
      ARRAY(SELECT (q ->> 'id')::uuid FROM jsonb_array_elements(a.paper -> 'questions') WITH ORDINALITY AS p(q, place) ORDER BY place), a.started_at
    FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id`);
  await runner.query(`
    UPDATE attempt SET rule = '${JSON.stringify(defaults)}'::jsonb || attempt.rule, paper_id = attempt.id, person_id = e.person_id, version_id = e.version_id, marked_at = submitted_at,
      closed_by = CASE WHEN submitted_at IS NOT NULL THEN 'learner' END
    FROM enrolment e WHERE e.id = attempt.enrolment_id`);
  await runner.query(`
    ALTER TABLE attempt DROP COLUMN seed, DROP COLUMN paper,
      ALTER COLUMN paper_id SET NOT NULL, ALTER COLUMN person_id SET NOT NULL, ALTER COLUMN version_id SET NOT NULL,
      DROP CONSTRAINT attempt_enrolment_id_lesson_id_number_key`);
  await runner.query('DROP INDEX attempt_open_key');
}

async function keepFast(runner: QueryRunner): Promise<void> {
  await runner.query('ALTER TABLE attempt SET (fillfactor = 80)');
  await runner.query(
    'CREATE UNIQUE INDEX attempt_number_key ON attempt (enrolment_id, lesson_id, exam_id, number) NULLS NOT DISTINCT',
  );
  // One open attempt for a learner and quiz or exam, however many tabs press start.
  await runner.query(`
    CREATE UNIQUE INDEX attempt_open_key ON attempt (enrolment_id, lesson_id, exam_id) NULLS NOT DISTINCT
    WHERE submitted_at IS NULL AND voided_at IS NULL`);
  // What is due next, looked at every second.
  await runner.query(`
    CREATE INDEX attempt_deadline_idx ON attempt (deadline_at)
    WHERE submitted_at IS NULL AND voided_at IS NULL AND paused_at IS NULL AND deadline_at IS NOT NULL`);
  await runner.query('CREATE INDEX attempt_exam_id_idx ON attempt (exam_id) WHERE exam_id IS NOT NULL');
  // Statistics and corrections of a quiz.
  await runner.query('CREATE INDEX attempt_lesson_id_idx ON attempt (lesson_id)');
  await runner.query('CREATE INDEX attempt_paper_id_idx ON attempt (paper_id)');
}

async function addTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE attempt_answer
      ADD COLUMN text text NOT NULL DEFAULT '', ADD COLUMN is_final boolean NOT NULL DEFAULT false,
      ADD COLUMN answered_at timestamptz, ADD COLUMN is_late boolean NOT NULL DEFAULT false,
      ADD COLUMN points integer, ADD COLUMN comment text`);
  await runner.query(`
    CREATE TABLE attempt_sign (
      attempt_id uuid PRIMARY KEY REFERENCES attempt ON DELETE CASCADE,
      last_seen_at timestamptz NOT NULL,
      waiting integer NOT NULL
    ) WITH (fillfactor = 50)`);
  await runner.query(`
    CREATE TABLE attempt_extension (
      id uuid PRIMARY KEY,
      enrolment_id uuid NOT NULL REFERENCES enrolment ON DELETE CASCADE,
      lesson_id uuid NOT NULL,
      exam_id uuid,
      minutes integer NOT NULL,
      attempts integer NOT NULL,
      reason text NOT NULL,
      author_id uuid NOT NULL REFERENCES person,
      granted_at timestamptz NOT NULL
    )`);
  await runner.query(
    'CREATE INDEX attempt_extension_enrolment_id_lesson_id_idx ON attempt_extension (enrolment_id, lesson_id)',
  );
  await runner.query(
    'CREATE INDEX attempt_extension_lesson_id_granted_at_idx ON attempt_extension (lesson_id, granted_at)',
  );
  await runner.query(`
    CREATE TABLE question_correction (
      id uuid PRIMARY KEY,
      lesson_id uuid NOT NULL,
      exam_id uuid,
      correction jsonb NOT NULL,
      applied_at timestamptz NOT NULL
    )`);
  await runner.query('CREATE INDEX question_correction_lesson_id_idx ON question_correction (lesson_id)');
}

export class TimeAttempts1763000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await moveTables(runner);
    await scalePoints(runner, true);
    await addTables(runner);
    await keepFast(runner);
  }

  /** Attempts in exams and voided ones did not exist before; they go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM attempt WHERE exam_id IS NOT NULL OR voided_at IS NOT NULL');
    await scalePoints(runner, false);
    for (const table of ['question_correction', 'attempt_extension', 'attempt_sign'])
      await runner.query(`DROP TABLE ${table}`);
    for (const index of [
      'number_key',
      'open_key',
      'deadline_idx',
      'exam_id_idx',
      'lesson_id_idx',
      'paper_id_idx',
    ])
      await runner.query(`DROP INDEX attempt_${index}`);
    await runner.query('ALTER TABLE attempt ADD COLUMN seed text, ADD COLUMN paper jsonb');
    await runner.query(
      'UPDATE attempt SET seed = p.seed, paper = p.paper FROM paper p WHERE p.id = attempt.paper_id',
    );
    await runner.query(`
      ALTER TABLE attempt_answer DROP COLUMN text, DROP COLUMN is_final, DROP COLUMN answered_at, DROP COLUMN is_late,
        DROP COLUMN points, DROP COLUMN comment`);
    await runner.query(`
      ALTER TABLE attempt ALTER COLUMN seed SET NOT NULL, ALTER COLUMN paper SET NOT NULL,
        DROP COLUMN paper_id, DROP COLUMN person_id, DROP COLUMN version_id, DROP COLUMN exam_id, DROP COLUMN deadline_at,
        DROP COLUMN paused_at, DROP COLUMN extra_seconds, DROP COLUMN device, DROP COLUMN closed_by, DROP COLUMN late_count,
        DROP COLUMN marked_at, DROP COLUMN is_held, DROP COLUMN voided_at,
        ADD CONSTRAINT attempt_enrolment_id_lesson_id_number_key UNIQUE (enrolment_id, lesson_id, number)`);
    await runner.query('DROP TABLE paper');
    await runner.query(
      'CREATE UNIQUE INDEX attempt_open_key ON attempt (enrolment_id, lesson_id) WHERE submitted_at IS NULL',
    );
    await runner.query('ALTER TABLE attempt RESET (fillfactor)');
  }
}
