import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/platform/database/options.js';
import { schema } from '../src/schema.js';
import { createTestDatabase } from './database.js';

describe('the migrations', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await createTestDatabase('empty');
    drop = created.drop;
    source = await new DataSource(
      databaseOptions({ databaseUrl: created.url, databasePool: 2 }, schema),
    ).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  /** Everything that a migration makes, by kind and name. */
  async function made(): Promise<string[]> {
    const rows: { what: string }[] = await source.query(`
      SELECT 'table ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
      UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
      UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid <> 'migrations'::regclass
      UNION ALL SELECT 'function ' || p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
      ORDER BY 1`);
    return rows.map((row) => row.what);
  }

  it('go up, down to nothing, and up again to the same', async () => {
    expect(await source.runMigrations()).toHaveLength(schema.migrations.length);
    const first = await made();
    expect(first.length).toBeGreaterThan(100);
    for (let count = 0; count < schema.migrations.length; count += 1) await source.undoLastMigration();
    expect(await made()).toEqual([]);
    await source.runMigrations();
    expect(await made()).toEqual(first);
    expect(await source.runMigrations()).toEqual([]);
  });

  it('make what the entities say', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('name every constraint and index after its table', async () => {
    const strange = await source.query(`
      SELECT conname AS name FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> 'migrations' AND c.conname NOT LIKE t.relname || '\\_%'
      UNION ALL
      SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations' AND indexname NOT LIKE tablename || '\\_%'`);
    expect(strange).toEqual([]);
  });

  it('load the country, 34 provinces of today, 63 of before and 3,321 communes', async () => {
    const [counts] = await source.query(`
      SELECT count(*) FILTER (WHERE level = 'country')::int AS countries,
        count(*) FILTER (WHERE id LIKE 'p34-%' AND valid_to IS NULL)::int AS provinces,
        count(*) FILTER (WHERE id LIKE 'p63-%' AND valid_to = '2025-06-30')::int AS ended,
        count(*) FILTER (WHERE level = 'commune' AND valid_to IS NULL)::int AS communes,
        count(*)::int AS places
      FROM place`);
    expect(counts).toEqual({
      countries: 1,
      provinces: 34,
      ended: 63,
      communes: 3321,
      places: 1 + 34 + 63 + 3321,
    });
  });

  it('give every ended province a successor of today, and every province of today at least one it came from', async () => {
    const broken = await source.query(`
      SELECT p.id FROM place p LEFT JOIN place s ON s.id = p.successor_id
      WHERE (p.valid_to IS NOT NULL) <> (s.id IS NOT NULL AND s.valid_to IS NULL AND s.level = p.level)
      UNION ALL
      SELECT p.id FROM place p WHERE p.id LIKE 'p34-%' AND NOT EXISTS (SELECT FROM place e WHERE e.successor_id = p.id)`);
    expect(broken).toEqual([]);
  });

  it('put every commune below its province and every province below the country', async () => {
    const broken = await source.query(`
      SELECT p.id FROM place p LEFT JOIN place pr ON pr.id = p.province_id
      WHERE CASE p.level
        WHEN 'commune' THEN pr.level IS DISTINCT FROM 'province' OR pr.valid_to IS NOT NULL OR subpath(p.path, 0, -1) <> pr.path
        WHEN 'province' THEN p.province_id IS NOT NULL OR subpath(p.path, 0, -1) <> 'vn'
        ELSE p.path <> 'vn' END`);
    expect(broken).toEqual([]);
  });
});
