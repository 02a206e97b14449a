// When a learner read the right answers of an attempt: work that others are given later hides them again, and changes nothing about that.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteWhatWasRead1763000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt ADD COLUMN key_read_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt DROP COLUMN key_read_at');
  }
}
