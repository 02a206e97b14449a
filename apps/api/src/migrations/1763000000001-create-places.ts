// Administrative units and organisations.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlaces1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS ltree');
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(`
      CREATE TABLE place (
        id text PRIMARY KEY,
        code text NOT NULL,
        level text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        full_name text NOT NULL,
        name_en text NOT NULL,
        search_key text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        province_id text REFERENCES place,
        successor_id text REFERENCES place,
        path ltree NOT NULL
      )`);
    // Every scope question is 'is this path below that one?'.
    await runner.query('CREATE UNIQUE INDEX place_path_idx ON place (path)');
    await runner.query('CREATE INDEX place_path_gist_idx ON place USING gist (path)');
    // Names are searched by any part of them, without accents.
    await runner.query('CREATE INDEX place_search_key_idx ON place USING gin (search_key gin_trgm_ops)');
    await runner.query('CREATE INDEX place_province_id_idx ON place (province_id)');
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL,
        search_key text NOT NULL,
        kind text NOT NULL,
        place_id text NOT NULL REFERENCES place,
        issuer_code text,
        valid_from date NOT NULL DEFAULT now(),
        valid_to date,
        successor_id uuid REFERENCES organisation,
        is_demonstration boolean NOT NULL DEFAULT false
      )`);
    await runner.query(
      'CREATE INDEX organisation_search_key_idx ON organisation USING gin (search_key gin_trgm_ops)',
    );
    await runner.query('CREATE INDEX organisation_place_id_idx ON organisation (place_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisation');
    await runner.query('DROP TABLE place');
    await runner.query('DROP EXTENSION pg_trgm');
    await runner.query('DROP EXTENSION ltree');
  }
}
