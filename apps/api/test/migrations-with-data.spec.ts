import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/platform/database/options.js';
import { schema } from '../src/schema.js';
import { createTestDatabase } from './database.js';

const tidying = schema.migrations.findIndex(({ name }) => name.startsWith('TidyFirstTables'));
const hash = (letter: string) => letter.repeat(64);
const own = '00000000-0000-7000-8000-00000000000';

/** Two issuers without a code, each with its first certificate, and one of the demonstration with a picture of its own. */
const people = `
  INSERT INTO person (id, full_name, search_key, sort_key, email, password_hash, audience)
    VALUES ('${own}1', 'Lan', 'lan', 'lan', 'lan@example.org', '!', 'resident');
  INSERT INTO organisation (id, name, search_key, kind, place_id, issuer_code) VALUES
    ('${own}2', 'A', 'a', 'agency', 'p34-01', NULL), ('${own}3', 'B', 'b', 'agency', 'p34-15', NULL),
    ('${own}4', 'C', 'c', 'agency', 'p34-01', 'KNS');
  INSERT INTO file (hash, media_type, data) SELECT repeat(l, 64), 'image/png', '' FROM unnest(ARRAY['a', 'b', 'c', 'd']) AS l`;
const courses = `
  INSERT INTO course (id, slug, owner_id, issuer_id, draft, is_demonstration)
    SELECT ('${own}' || n)::uuid, 's' || n, '${own}1', ('${own}' || n)::uuid, d::jsonb, n = 4
    FROM (VALUES (2, '["${hash('b')}"]'), (3, '[]'), (4, '["${hash('a')}", "${hash('b')}"]')) AS row(n, d);
  INSERT INTO course_version (id, course_id, number, document, audience, level, topic, minutes, lesson_count, weight_bytes, search_key, published_by, published_at)
    SELECT id, id, 1, jsonb_build_object('audience', 'sme', 'level', 'basic', 'topic', 'safety', 'picture', CASE slug WHEN 's4' THEN '${hash('d')}' END,
      'modules', '[{"lessons": [{"kind": "content"}, {"kind": "quiz"}]}]'::jsonb), 'sme', 'basic', 'safety', 5, 1, 10, 'x', owner_id, now() FROM course`;
const certificates = `
  INSERT INTO enrolment (id, person_id, course_id, version_id, enrolled_at, steps_total) SELECT id, owner_id, id, id, now(), 1 FROM course;
  INSERT INTO certificate (enrolment_id, person_id, issuer_id, year, register_number, number, code, person_name, course_title, course_slug,
      issuer_name, issuer_place, minutes, completed_at, issued_at, evidence, search_key)
    SELECT c.id, owner_id, o.id, 2026, 1, '0001/2026/CN-' || coalesce(issuer_code, 'OT'), slug, 'Lan', '{}', slug, name, 'Hà Nội', 5, now(), now(), '{}', ''
    FROM course c JOIN organisation o ON o.id = c.issuer_id`;

describe('a database with data in its first tables', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  const open = async (url: string, migrations = schema.migrations) =>
    new DataSource(
      databaseOptions({ databaseUrl: url, databasePool: 2 }, { ...schema, migrations }),
    ).initialize();
  const column = async (sql: string) =>
    (await source.query(sql)).map((row: Record<string, unknown>) => Object.values(row)[0]);
  const numbers = () => column('SELECT number FROM certificate ORDER BY number');

  beforeEach(async () => {
    const created = await createTestDatabase('empty');
    drop = created.drop;
    const first = await open(created.url, schema.migrations.slice(0, tidying));
    await first.runMigrations();
    for (const rows of [people, courses, certificates]) await first.query(rows);
    await first.destroy();
    source = await open(created.url);
  });
  afterEach(async () => {
    await source.destroy();
    await drop();
  });

  it('is tidied: numbers printed twice stay, and no new one is like another', async () => {
    await source.runMigrations();
    const printed = ['0001/2026/CN-KNS', '0001/2026/CN-OT', '0001/2026/CN-OT'];
    expect(await numbers()).toEqual(printed);
    expect(new Set(await column('SELECT serial FROM organisation')).size).toBe(3);
    await expect(
      source.query("UPDATE certificate SET number = '0001/2026/CN-KNS' WHERE course_slug = 's2'"),
    ).rejects.toThrow(/certificate_number_key/);
  });

  it('knows which files only the demonstration brought', async () => {
    await source.runMigrations();
    expect(await column('SELECT hash FROM file WHERE is_demonstration ORDER BY hash')).toEqual([
      hash('a'),
      hash('d'),
    ]);
  });

  it('goes back to the columns that a version had, filled from its document', async () => {
    await source.runMigrations();
    for (let count = tidying; count < schema.migrations.length; count += 1) await source.undoLastMigration();
    const [version] = await source.query(
      'SELECT audience, level, topic, lesson_count FROM course_version LIMIT 1',
    );
    expect(version).toEqual({ audience: 'sme', level: 'basic', topic: 'safety', lesson_count: 1 });
    await source.runMigrations();
    expect(await numbers()).toHaveLength(3);
  });

  it('is left as it is, with words about what to do, while issuers share a code or a number under it', async () => {
    await source.query(`UPDATE organisation SET issuer_code = 'KNS' WHERE name = 'A'`);
    await expect(source.runMigrations()).rejects.toThrow(/'KNS' of A[^]*'KNS' of C[^]*start again/);
    await source.query(`UPDATE organisation SET issuer_code = 'OT7' WHERE name = 'A'`);
    await expect(source.runMigrations()).rejects.toThrow(/'OT7' of A/);
    await source.query(`UPDATE organisation SET issuer_code = NULL WHERE name = 'A'`);
    await source.query(`UPDATE certificate SET number = '0001/2026/CN-KNS' WHERE course_slug = 's2'`);
    await expect(source.runMigrations()).rejects.toThrow(/0001\/2026\/CN-KNS: s2, s4/);
    await source.query(`UPDATE certificate SET number = '0001/2026/CN-OT' WHERE course_slug = 's2'`);
    expect(await source.runMigrations()).toHaveLength(schema.migrations.length - tidying);
  });

  it('is tidied too where the changes stood in the first migrations already', async () => {
    await source.runMigrations();
    await source.query('DROP INDEX certificate_number_key');
    await source.query(`DELETE FROM certificate WHERE course_slug = 's3'`);
    await source.query('ALTER TABLE certificate ADD UNIQUE (number)');
    await source.query(`DELETE FROM migrations WHERE name = '${schema.migrations[tidying]?.name}'`);
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
    expect(
      await column(`SELECT count(*)::int FROM pg_class WHERE relkind = 'S' AND relname LIKE 'organisation%'`),
    ).toEqual([1]);
  });
});
