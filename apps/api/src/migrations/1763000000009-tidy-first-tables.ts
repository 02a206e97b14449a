// Brings the tables of the first eight migrations, with what people have put into them, to what the programme needs now:
// - organisation: a serial of its own, which stands for the issuer code where there is none; no two share a code, and a code is made
//   of capital letters, digits and hyphens and is never OT with digits, which is kept for the serials.
// - certificate: no two carry the same number. Numbers that were printed stay as they are: before this, every issuer without a
//   code wrote CN-OT, so those alone may be there twice; nothing is numbered CN-OT any more.
// - course_version: audience, level, topic, lesson_count, weight_bytes and search_key are gone; the document says it all.
// - file: is_demonstration says what only the demonstration brought.
// - session and throttle: rows that are long over are found without reading all.
// For a while these changes stood in the first migrations themselves: what is there already is left or made anew.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const codePattern = `issuer_code ~ '^[A-ZĐ][A-ZĐ0-9-]*$' AND issuer_code !~ '^OT[0-9]*$'`;

/** Codes were only ever written by hand: the hand that wrote them knows who keeps which. */
async function refuseUnfitCodes(runner: QueryRunner): Promise<void> {
  const unfit: { id: string; name: string; code: string }[] = await runner.query(`
    SELECT id, name, issuer_code AS code FROM organisation o WHERE NOT (${codePattern})
      OR EXISTS (SELECT FROM organisation other WHERE other.issuer_code = o.issuer_code AND other.id <> o.id)
    ORDER BY issuer_code, id`);
  if (unfit.length === 0) return;
  const listed = unfit.map(({ id, name, code }) => `  '${code}' of ${name} (organisation ${id})`);
  throw new Error(
    `These issuer codes are shared, or are not of capital letters, digits and hyphens, or are OT with digits:
${listed.join('\n')}
Give each of them another code, or none (NULL), in organisation.issuer_code, and start again. Nobody keeps a code that was shared,
because numbers were printed under it that stay. Nothing has been changed.`,
  );
}

async function refuseSharedNumbers(runner: QueryRunner): Promise<void> {
  const shared: { number: string; codes: string[] }[] = await runner.query(`
    SELECT number, array_agg(code ORDER BY code) AS codes FROM certificate WHERE number NOT LIKE '%/CN-OT'
    GROUP BY number HAVING count(*) > 1 ORDER BY number`);
  if (shared.length === 0) return;
  const listed = shared.map(({ number, codes }) => `  ${number}: ${codes.join(', ')}`);
  throw new Error(
    `These certificates carry the same number, by the codes on them:
${listed.join('\n')}
Only issuer codes written by hand can have done that, and no programme can decide which one is right. Change certificate.number of
all but one of each, and start again. Nothing has been changed.`,
  );
}

export class TidyFirstTables1763000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await refuseUnfitCodes(runner);
    await refuseSharedNumbers(runner);
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN IF NOT EXISTS serial serial,
        DROP CONSTRAINT IF EXISTS organisation_serial_key,
        DROP CONSTRAINT IF EXISTS organisation_issuer_code_key,
        DROP CONSTRAINT IF EXISTS organisation_issuer_code_check`);
    await runner.query(`
      ALTER TABLE organisation
        ADD CONSTRAINT organisation_serial_key UNIQUE (serial),
        ADD CONSTRAINT organisation_issuer_code_key UNIQUE (issuer_code),
        ADD CONSTRAINT organisation_issuer_code_check CHECK (${codePattern})`);
    await runner.query('ALTER TABLE certificate DROP CONSTRAINT IF EXISTS certificate_number_key');
    await runner.query(
      `CREATE UNIQUE INDEX certificate_number_key ON certificate (number) WHERE number NOT LIKE '%/CN-OT'`,
    );
    // The index on search_key goes with its column.
    await runner.query(`
      ALTER TABLE course_version
        DROP COLUMN IF EXISTS audience, DROP COLUMN IF EXISTS level, DROP COLUMN IF EXISTS topic,
        DROP COLUMN IF EXISTS lesson_count, DROP COLUMN IF EXISTS weight_bytes, DROP COLUMN IF EXISTS search_key`);
    await runner.query(
      'ALTER TABLE file ADD COLUMN IF NOT EXISTS is_demonstration boolean NOT NULL DEFAULT false',
    );
    await this.markDemonstrationFiles(runner);
    await runner.query(
      'CREATE INDEX IF NOT EXISTS session_over_at_idx ON session (least(ended_at, expires_at))',
    );
    // Some notes stay for weeks: the old ones are found without reading all of them.
    await runner.query('CREATE INDEX IF NOT EXISTS throttle_expire_idx ON throttle (expire)');
  }

  /** What a document of the demonstration names and no other one does. */
  private async markDemonstrationFiles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE file SET is_demonstration = true WHERE hash IN (
        SELECT hash[1]
        FROM (
          SELECT is_demonstration, draft::text AS text FROM course
          UNION ALL
          SELECT c.is_demonstration, v.document::text FROM course_version v JOIN course c ON c.id = v.course_id
        ) AS document, regexp_matches(text, '[0-9a-f]{64}', 'g') AS hash
        GROUP BY hash[1] HAVING bool_and(is_demonstration))`);
  }

  /** The columns of course_version come back filled as far as the document says; nothing has ever read them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX throttle_expire_idx');
    await runner.query('DROP INDEX session_over_at_idx');
    await runner.query('ALTER TABLE file DROP COLUMN is_demonstration');
    await runner.query(`
      ALTER TABLE course_version ADD COLUMN audience text, ADD COLUMN level text, ADD COLUMN topic text,
        ADD COLUMN lesson_count integer, ADD COLUMN weight_bytes bigint NOT NULL DEFAULT 0,
        ADD COLUMN search_key text NOT NULL DEFAULT ''`);
    await runner.query(`
      UPDATE course_version SET audience = document->>'audience', level = document->>'level', topic = document->>'topic',
        lesson_count = (SELECT count(*) FROM jsonb_path_query(document, '$.modules[*].lessons[*] ? (@.kind == "content")'))`);
    await runner.query(`
      ALTER TABLE course_version ALTER audience SET NOT NULL, ALTER level SET NOT NULL, ALTER topic SET NOT NULL,
        ALTER lesson_count SET NOT NULL, ALTER weight_bytes DROP DEFAULT, ALTER search_key DROP DEFAULT`);
    await runner.query(
      'CREATE INDEX course_version_search_key_idx ON course_version USING gin (search_key gin_trgm_ops)',
    );
    await runner.query('DROP INDEX certificate_number_key');
    await runner.query(`
      ALTER TABLE organisation DROP CONSTRAINT organisation_issuer_code_check,
        DROP CONSTRAINT organisation_issuer_code_key, DROP COLUMN serial`);
  }
}
