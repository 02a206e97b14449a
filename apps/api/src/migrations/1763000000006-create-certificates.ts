// Certificates and the gap-free register of each issuer and year.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificates1763000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate_register (
        issuer_id uuid NOT NULL REFERENCES organisation,
        year integer NOT NULL,
        last_number integer NOT NULL,
        PRIMARY KEY (issuer_id, year)
      )`);
    await runner.query(`
      CREATE TABLE certificate (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        enrolment_id uuid NOT NULL UNIQUE REFERENCES enrolment,
        person_id uuid NOT NULL REFERENCES person,
        issuer_id uuid NOT NULL REFERENCES organisation,
        year integer NOT NULL,
        register_number integer NOT NULL,
        number text NOT NULL,
        code text NOT NULL UNIQUE,
        person_name text NOT NULL,
        course_title jsonb NOT NULL,
        course_slug text NOT NULL,
        issuer_name text NOT NULL,
        issuer_place text NOT NULL,
        minutes integer NOT NULL,
        completed_at timestamptz NOT NULL,
        issued_at timestamptz NOT NULL,
        evidence jsonb NOT NULL,
        search_key text NOT NULL,
        is_demonstration boolean NOT NULL DEFAULT false,
        revoked_at timestamptz,
        revoked_by uuid REFERENCES person,
        revocation_reason text,
        revocation_decision text,
        UNIQUE (issuer_id, year, register_number)
      )`);
    await runner.query('CREATE INDEX certificate_person_id_idx ON certificate (person_id)');
    await runner.query(
      'CREATE INDEX certificate_search_key_idx ON certificate USING gin (search_key gin_trgm_ops)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE certificate');
    await runner.query('DROP TABLE certificate_register');
  }
}
