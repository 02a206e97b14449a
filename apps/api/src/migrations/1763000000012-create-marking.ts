// Marks of essays, and corrections of faulty questions with what each of them changed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMarking1763000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE essay_mark (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        attempt_id uuid NOT NULL REFERENCES attempt ON DELETE CASCADE,
        question_id uuid NOT NULL,
        text_hash text NOT NULL,
        marker_id uuid REFERENCES person ON DELETE SET NULL,
        points integer NOT NULL,
        criteria jsonb NOT NULL,
        comment text NOT NULL,
        marked_at timestamptz NOT NULL,
        CONSTRAINT essay_mark_attempt_id_question_id_text_hash_marker_id_key UNIQUE (attempt_id, question_id, text_hash, marker_id)
      )`);
    await runner.query('CREATE INDEX essay_mark_marker_id_idx ON essay_mark (marker_id)');
    // The essays that wait, the oldest first; of millions of attempts only these are in it.
    await runner.query(`
      CREATE INDEX attempt_unmarked_idx ON attempt (submitted_at, id)
      WHERE submitted_at IS NOT NULL AND marked_at IS NULL AND voided_at IS NULL`);
    await this.makeCorrections(runner);
  }

  private async makeCorrections(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        course_id uuid NOT NULL REFERENCES course ON DELETE CASCADE,
        lesson_id uuid NOT NULL,
        exam_id uuid,
        wish jsonb NOT NULL,
        prompt text NOT NULL,
        reason text NOT NULL,
        author_id uuid REFERENCES person ON DELETE SET NULL,
        fingerprint text NOT NULL,
        applied_at timestamptz NOT NULL,
        settled_at timestamptz
      )`);
    await runner.query(
      'CREATE INDEX correction_lesson_id_applied_at_idx ON correction (lesson_id, applied_at)',
    );
    await runner.query('CREATE INDEX correction_course_id_idx ON correction (course_id)');
    await runner.query('CREATE INDEX correction_author_id_idx ON correction (author_id)');
    // What the round still has to look after.
    await runner.query('CREATE INDEX correction_unsettled_idx ON correction (id) WHERE settled_at IS NULL');
    await runner.query(`
      CREATE TABLE correction_change (
        correction_id uuid NOT NULL REFERENCES correction ON DELETE CASCADE,
        attempt_id uuid NOT NULL REFERENCES attempt ON DELETE CASCADE,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        old_result jsonb,
        new_result jsonb NOT NULL,
        decision text,
        decided_by uuid REFERENCES person ON DELETE SET NULL,
        decided_at timestamptz,
        decision_reason text,
        PRIMARY KEY (correction_id, attempt_id)
      )`);
    await runner.query('CREATE INDEX correction_change_attempt_id_idx ON correction_change (attempt_id)');
    await runner.query('CREATE INDEX correction_change_decided_by_idx ON correction_change (decided_by)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction_change');
    await runner.query('DROP TABLE correction');
    await runner.query('DROP INDEX attempt_unmarked_idx');
    await runner.query('DROP TABLE essay_mark');
  }
}
