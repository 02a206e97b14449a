// People, sessions, consents, role grants, and the counters of the throttle.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1763000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        full_name text NOT NULL,
        search_key text NOT NULL,
        sort_key text COLLATE "vi-x-icu" NOT NULL,
        email text UNIQUE,
        phone text UNIQUE,
        password_hash text NOT NULL,
        audience text NOT NULL,
        place_id text REFERENCES place,
        organisation_id uuid REFERENCES organisation,
        organisation_name text NOT NULL DEFAULT '',
        locale text NOT NULL DEFAULT 'vi',
        is_demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_login_check CHECK (email IS NOT NULL OR phone IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX person_search_key_idx ON person USING gin (search_key gin_trgm_ops)');
    await runner.query('CREATE INDEX person_place_id_idx ON person (place_id)');
    // Lists of people are read page by page in Vietnamese order.
    await runner.query('CREATE INDEX person_sort_key_id_idx ON person (sort_key, id)');
    await runner.query(`
      CREATE TABLE session (
        token_hash text PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        device text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await runner.query('CREATE INDEX session_person_id_idx ON session (person_id)');
    await runner.query(`
      CREATE TABLE consent (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        purpose text NOT NULL,
        given boolean NOT NULL,
        text_version text NOT NULL,
        channel text NOT NULL,
        decided_at timestamptz NOT NULL
      )`);
    // The newest decision of a person about a purpose is the one that counts.
    await runner.query(
      'CREATE INDEX consent_person_id_purpose_decided_at_idx ON consent (person_id, purpose, decided_at)',
    );
    await runner.query(`
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        role text NOT NULL,
        place_id text REFERENCES place,
        organisation_id uuid REFERENCES organisation,
        granted_by uuid REFERENCES person ON DELETE SET NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        revoked_by uuid REFERENCES person ON DELETE SET NULL,
        revoked_at timestamptz,
        CONSTRAINT role_grant_scope_check CHECK ((place_id IS NULL) <> (organisation_id IS NULL))
      )`);
    await runner.query('CREATE INDEX role_grant_person_id_idx ON role_grant (person_id)');
    // The same role in the same scope is held once.
    await runner.query(`
      CREATE UNIQUE INDEX role_grant_active_key ON role_grant (person_id, role, coalesce(place_id, organisation_id::text))
      WHERE revoked_at IS NULL`);
    // Shape given by the throttle's library; old counters are removed by it.
    await runner.query(
      'CREATE TABLE throttle (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['throttle', 'role_grant', 'consent', 'session', 'person'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
