// Whether the demonstration was taken away, so that the next start does not bring it back.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberDemonstration1763000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row at most: a fact about the installation.
    await runner.query(`
      CREATE TABLE demonstration (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        removed_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demonstration');
  }
}
