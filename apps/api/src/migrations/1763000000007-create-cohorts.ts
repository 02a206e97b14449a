// Cohorts and their members.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCohorts1763000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cohort (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL,
        search_key text NOT NULL,
        course_id uuid NOT NULL REFERENCES course,
        place_id text NOT NULL REFERENCES place,
        organisation_id uuid REFERENCES organisation,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        created_by uuid REFERENCES person ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        is_demonstration boolean NOT NULL DEFAULT false,
        CONSTRAINT cohort_window_check CHECK (opens_at < closes_at)
      )`);
    await runner.query('CREATE INDEX cohort_place_id_idx ON cohort (place_id)');
    await runner.query(`
      CREATE TABLE cohort_member (
        cohort_id uuid NOT NULL REFERENCES cohort ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        added_at timestamptz NOT NULL,
        added_by uuid REFERENCES person ON DELETE SET NULL,
        removed_at timestamptz,
        PRIMARY KEY (cohort_id, person_id)
      )`);
    await runner.query('CREATE INDEX cohort_member_person_id_idx ON cohort_member (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cohort_member');
    await runner.query('DROP TABLE cohort');
  }
}
