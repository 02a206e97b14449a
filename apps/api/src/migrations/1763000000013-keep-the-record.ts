// Records that people answer for are kept by the database itself: what is written there is neither changed nor removed by a statement.
// With them what a later judgement needs: a pass that stands, and when a device was silent before its late answers came.
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Kept {
  table: string;
  /** References that the database empties when what they name is removed. */
  emptied: string;
  /** What may change, and of which rows. */
  changing?: { columns: string; when: string };
}

const revocation = 'revoked_at,revoked_by,revocation_reason,revocation_decision';
const records: readonly Kept[] = [
  { table: 'exam_event', emptied: 'room_id,candidate_id,actor_id' },
  { table: 'attempt_extension', emptied: '' },
  { table: 'essay_mark', emptied: 'marker_id' },
  { table: 'late_answer', emptied: '' },
  {
    ...{ table: 'correction', emptied: 'author_id' },
    changing: { columns: 'settled_at', when: 'OLD.settled_at IS NULL' },
  },
  {
    ...{ table: 'correction_change', emptied: 'decided_by' },
    changing: {
      columns: 'decision,decided_by,decided_at,decision_reason',
      when: "OLD.decision IS NOT DISTINCT FROM 'open'",
    },
  },
];

// Depth 1 is a statement of somebody; deeper is the database itself, which follows a foreign key: a row goes with what it belongs to,
// and a reference is emptied with what it names. TG_ARGV: the columns that it may empty, and those that a statement may change.
const refuseChange = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    is_followed boolean := pg_trigger_depth() > 1;
    free text[] := string_to_array(TG_ARGV[CASE WHEN is_followed THEN 0 ELSE 1 END], ',');
  BEGIN
    IF TG_OP = 'DELETE' AND is_followed THEN
      RETURN OLD;
    ELSIF TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of % is refused: the record is kept', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$`;

const always = 'true';

/** A trigger for rows that may change in something, and one for all others. */
async function keep(runner: QueryRunner, { table, emptied, changing }: Kept): Promise<void> {
  const make = (name: string, when: string, columns: string) =>
    runner.query(`CREATE TRIGGER ${table}_${name} BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW WHEN (${when})
      EXECUTE FUNCTION refuse_change('${emptied}', '${columns}')`);
  await make('kept', changing ? `(${changing.when}) IS NOT TRUE` : always, '');
  if (changing) await make('kept_but', changing.when, changing.columns);
  await runner.query(
    `CREATE TRIGGER ${table}_whole BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change()`,
  );
}

export class KeepTheRecord1763000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt ADD COLUMN pass_stands boolean NOT NULL DEFAULT false');
    // The round that gives out released marks asks whether any is held still.
    await runner.query('CREATE INDEX attempt_held_idx ON attempt (exam_id) WHERE is_held');
    await this.makeProofs(runner);
    await runner.query(refuseChange);
    for (const record of records) await keep(runner, record);
    await this.keepExamsAndRevocations(runner);
  }

  private async makeProofs(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE attempt_sign ADD COLUMN silent_from timestamptz, ADD COLUMN silent_until timestamptz',
    );
    await runner.query(`
      CREATE TABLE late_answer (
        attempt_id uuid NOT NULL REFERENCES attempt ON DELETE CASCADE,
        question_id uuid NOT NULL,
        sequence integer NOT NULL,
        device text,
        answered_at timestamptz NOT NULL,
        arrived_at timestamptz NOT NULL,
        heard_before_at timestamptz,
        heard_again_at timestamptz,
        PRIMARY KEY (attempt_id, question_id, sequence)
      )`);
  }

  /** An exam goes with its record, so only one of the demonstration goes; a certificate that was revoked stays revoked. */
  private async keepExamsAndRevocations(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER exam_kept BEFORE DELETE ON exam FOR EACH ROW WHEN (NOT OLD.is_demonstration)
      EXECUTE FUNCTION refuse_change('', '')`);
    await runner.query(`CREATE TRIGGER certificate_kept BEFORE UPDATE OF ${revocation} ON certificate FOR EACH ROW
      WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION refuse_change('', '')`);
    await runner.query(`CREATE TRIGGER certificate_whole BEFORE DELETE ON certificate FOR EACH ROW
      WHEN (OLD.revoked_at IS NOT NULL AND NOT OLD.is_demonstration) EXECUTE FUNCTION refuse_change('', '')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // With every trigger that calls it.
    await runner.query('DROP FUNCTION refuse_change() CASCADE');
    await runner.query('DROP TABLE late_answer');
    await runner.query('ALTER TABLE attempt_sign DROP COLUMN silent_from, DROP COLUMN silent_until');
    await runner.query('DROP INDEX attempt_held_idx');
    await runner.query('ALTER TABLE attempt DROP COLUMN pass_stands');
  }
}
