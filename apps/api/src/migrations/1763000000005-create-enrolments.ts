// Enrolments, progress by lesson, attempts and their answers.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnrolments1763000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enrolment (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        course_id uuid NOT NULL REFERENCES course,
        version_id uuid NOT NULL REFERENCES course_version,
        enrolled_at timestamptz NOT NULL,
        started_at timestamptz,
        completed_at timestamptz,
        completion jsonb,
        steps_done integer NOT NULL DEFAULT 0,
        steps_total integer NOT NULL,
        UNIQUE (person_id, course_id)
      )`);
    await runner.query('CREATE INDEX enrolment_course_id_idx ON enrolment (course_id)');
    await runner.query('CREATE INDEX enrolment_version_id_idx ON enrolment (version_id)');
    // A little free space on each page keeps the frequent updates of one row on its own page.
    await runner.query(`
      CREATE TABLE lesson_progress (
        enrolment_id uuid NOT NULL REFERENCES enrolment ON DELETE CASCADE,
        lesson_id uuid NOT NULL,
        state jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        started_at timestamptz NOT NULL,
        done_at timestamptz,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (enrolment_id, lesson_id)
      ) WITH (fillfactor = 80)`);
    await runner.query(`
      CREATE TABLE attempt (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        enrolment_id uuid NOT NULL REFERENCES enrolment ON DELETE CASCADE,
        lesson_id uuid NOT NULL,
        number integer NOT NULL,
        seed text NOT NULL,
        paper jsonb NOT NULL,
        rule jsonb NOT NULL,
        needed_points integer NOT NULL,
        possible_points integer NOT NULL,
        started_at timestamptz NOT NULL,
        submitted_at timestamptz,
        points integer,
        has_passed boolean,
        result jsonb,
        UNIQUE (enrolment_id, lesson_id, number)
      )`);
    // One open attempt for a learner and quiz, however many tabs press start.
    await runner.query(
      'CREATE UNIQUE INDEX attempt_open_key ON attempt (enrolment_id, lesson_id) WHERE submitted_at IS NULL',
    );
    await runner.query(`
      CREATE TABLE attempt_answer (
        attempt_id uuid NOT NULL REFERENCES attempt ON DELETE CASCADE,
        question_id uuid NOT NULL,
        option_ids text[] NOT NULL,
        is_flagged boolean NOT NULL DEFAULT false,
        sequence integer NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (attempt_id, question_id)
      ) WITH (fillfactor = 80)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attempt_answer', 'attempt', 'lesson_progress', 'enrolment'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
