// Files, courses with their draft, and published versions.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCourses1763000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        hash text PRIMARY KEY,
        media_type text NOT NULL,
        data bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE course (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        slug text NOT NULL UNIQUE,
        owner_id uuid NOT NULL REFERENCES person,
        issuer_id uuid NOT NULL REFERENCES organisation,
        is_open boolean NOT NULL DEFAULT true,
        draft jsonb NOT NULL,
        draft_revision integer NOT NULL DEFAULT 1,
        draft_saved_at timestamptz NOT NULL DEFAULT now(),
        published_version_id uuid,
        is_demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX course_owner_id_idx ON course (owner_id)');
    await runner.query(`
      CREATE TABLE course_version (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        course_id uuid NOT NULL REFERENCES course ON DELETE CASCADE,
        number integer NOT NULL,
        document jsonb NOT NULL,
        audience text NOT NULL,
        level text NOT NULL,
        topic text NOT NULL,
        minutes integer NOT NULL,
        lesson_count integer NOT NULL,
        weight_bytes bigint NOT NULL,
        search_key text NOT NULL,
        published_by uuid NOT NULL REFERENCES person,
        published_at timestamptz NOT NULL,
        UNIQUE (course_id, number)
      )`);
    await runner.query(
      'CREATE INDEX course_version_search_key_idx ON course_version USING gin (search_key gin_trgm_ops)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['course_version', 'course', 'file']) await runner.query(`DROP TABLE ${table}`);
  }
}
