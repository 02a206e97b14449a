// A mark waits while answers that come late may still change it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldLateMarks1763000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt ADD COLUMN held_until timestamptz');
    // What the round looks for; of millions of attempts only these are in it.
    await runner.query(
      'CREATE INDEX attempt_held_until_idx ON attempt (held_until) WHERE held_until IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt DROP COLUMN held_until');
  }
}
